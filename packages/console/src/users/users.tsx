import { Badge, Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ROLES, type User } from '../model.ts';
import { useMe } from '../session/session.ts';
import { FilterBar, useFilters, type FilterField } from '../ui/filters.tsx';
import { Dash, UserLink } from '../ui/links.tsx';
import { List, type Column } from '../ui/list.tsx';
import { Page } from '../ui/page.tsx';
import { Time } from '../ui/time.tsx';

export const USER_FILTERS: readonly FilterField[] = [
  { name: 'query', label: 'Begins with' },
  { name: 'role', label: 'Role', options: ROLES },
  { name: 'enabled', label: 'Enabled', options: ['true', 'false'] },
  { name: 'source', label: 'Source' },
];

const COLUMNS: readonly Column<User>[] = [
  { title: 'User name', width: 'minmax(140px, 1.2fr)', cell: (user) => <UserLink user={user} /> },
  { title: 'Full name', width: 'minmax(140px, 1.2fr)', cell: ({ fullName }) => fullName ?? <Dash /> },
  { title: 'E-mail', width: 'minmax(160px, 1.4fr)', cell: ({ email }) => email ?? <Dash /> },
  { title: 'Role', width: '90px', cell: ({ role }) => role },
  { title: 'State', width: '190px', cell: (user) => <UserState user={user} /> },
  { title: 'Last login', width: '130px', cell: ({ lastLoginAt }) => <Time at={lastLoginAt ?? null} /> },
];

export function UserState({ user: { enabled, passwordChangeRequired } }: { readonly user: User }) {
  return (
    <Group gap={4} wrap="nowrap">
      <Badge color={enabled ? 'teal' : 'red'} variant="light" autoContrast className="badge">
        {enabled ? 'enabled' : 'disabled'}
      </Badge>
      {passwordChangeRequired && (
        <Badge color="yellow" variant="light" autoContrast className="badge">
          temporary password
        </Badge>
      )}
    </Group>
  );
}

export function Users() {
  const [filters] = useFilters();
  const isAdmin = useMe().role === 'admin';
  const create = isAdmin && (
    <Button component={Link} to="/users/new" size="xs">
      New user
    </Button>
  );
  return (
    <Page title="Users" actions={create}>
      <FilterBar fields={USER_FILTERS} />
      <List
        label="Users"
        path="/admin/users"
        query={filters}
        columns={COLUMNS}
        keyOf={({ id }) => id}
        empty="No user is like that."
      />
    </Page>
  );
}
