import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { isAlive, KINDS, STATUSES, type Session, type Token } from '../model.ts';
import { useMe } from '../session/session.ts';
import { FilterBar, useFilters, type FilterField } from '../ui/filters.tsx';
import { purposeOf } from './purpose.ts';
import { Dash, SessionLink, StatusBadge, TokenLink, UserLink } from '../ui/links.tsx';
import { List, type Column } from '../ui/list.tsx';
import { Page } from '../ui/page.tsx';
import { Time } from '../ui/time.tsx';
import { EndSession, EndToken } from './end-token.tsx';

export const TOKEN_FILTERS: readonly FilterField[] = [
  { name: 'username', label: 'Owner' },
  { name: 'kind', label: 'Kind', options: KINDS },
  { name: 'status', label: 'Status', options: STATUSES },
  { name: 'address', label: 'Issued to address' },
  { name: 'issuedAfter', label: 'Issued after', isTime: true, isRare: true },
  { name: 'issuedBefore', label: 'Issued before', isTime: true, isRare: true },
  { name: 'expiresAfter', label: 'Expires after', isTime: true, isRare: true },
  { name: 'expiresBefore', label: 'Expires before', isTime: true, isRare: true },
  { name: 'usedAfter', label: 'Used after', isTime: true, isRare: true },
  { name: 'unusedSince', label: 'Unused since', isTime: true, isRare: true },
  { name: 'context', label: 'Context', isRare: true },
  { name: 'description', label: 'Description', isRare: true },
  { name: 'sessionId', label: 'Session id', isRare: true },
  { name: 'userId', label: 'Owner id', isRare: true },
  { name: 'keyId', label: 'Key id', isRare: true },
];

const TOKEN_COLUMNS: readonly Column<Token>[] = [
  { title: 'Token', width: '86px', cell: ({ id }) => <TokenLink id={id} /> },
  { title: 'Kind', width: '106px', cell: ({ kind }) => kind },
  { title: 'Status', width: '86px', cell: ({ status }) => <StatusBadge status={status} /> },
  { title: 'Owner', width: 'minmax(76px, 1fr)', cell: ({ user }) => <UserLink user={user} /> },
  { title: 'What for', width: 'minmax(86px, 1.4fr)', cell: (token) => purposeOf(token) ?? <Dash /> },
  { title: 'Issued', width: '106px', cell: ({ issuedAt }) => <Time at={issuedAt} /> },
  { title: 'To', width: '108px', cell: ({ issuedFrom }) => issuedFrom.address ?? <Dash /> },
  { title: 'Last used', width: '106px', cell: ({ lastUsedAt }) => <Time at={lastUsedAt} /> },
  { title: 'Expires', width: '98px', cell: ({ expiresAt }) => <Time at={expiresAt} /> },
];

export function Tokens() {
  const [filters] = useFilters();
  const isAdmin = useMe().role === 'admin';
  const columns = isAdmin ? [...TOKEN_COLUMNS, END_TOKEN] : TOKEN_COLUMNS;
  const toIncident = isAdmin && Object.keys(filters).length > 0 && (
    <Button component={Link} to="/incident" search={filters as never} size="xs" variant="default">
      Suspend, revoke or restore all of these
    </Button>
  );
  return (
    <Page title="Tokens" about="Everything that is alive, and who ended what is not." actions={toIncident}>
      <FilterBar fields={TOKEN_FILTERS} />
      <List
        label="Tokens"
        path="/admin/tokens"
        query={filters}
        columns={columns}
        keyOf={({ id }) => id}
        empty="No token is like that."
      />
    </Page>
  );
}

const END_TOKEN: Column<Token> = {
  title: 'Act',
  width: '60px',
  cell: (token) => isAlive(token) && <EndToken token={token} />,
};

export const SESSION_FILTERS: readonly FilterField[] = [
  { name: 'status', label: 'Status', options: STATUSES },
  { name: 'username', label: 'User name of owner' },
  { name: 'userId', label: 'Owner id' },
  { name: 'address', label: 'Address' },
  { name: 'issuedAfter', label: 'Opened after', isTime: true },
  { name: 'issuedBefore', label: 'Opened before', isTime: true },
];

const SESSION_COLUMNS: readonly Column<Session>[] = [
  { title: 'Session', width: '90px', cell: ({ id }) => <SessionLink id={id} /> },
  { title: 'Status', width: '90px', cell: ({ status }) => <StatusBadge status={status} /> },
  { title: 'Owner', width: 'minmax(110px, 1fr)', cell: ({ user }) => <UserLink user={user} /> },
  { title: 'Opened', width: '110px', cell: ({ createdAt }) => <Time at={createdAt} /> },
  { title: 'From', width: '120px', cell: ({ createdFrom }) => createdFrom.address ?? <Dash /> },
  { title: 'Program', width: 'minmax(140px, 1.5fr)', cell: ({ createdFrom }) => createdFrom.userAgent ?? <Dash /> },
  { title: 'Refreshed', width: '110px', cell: ({ lastRefreshedAt }) => <Time at={lastRefreshedAt} /> },
  { title: 'Tokens', width: '60px', cell: ({ activeTokens }) => activeTokens },
];

export function Sessions() {
  const [filters] = useFilters();
  const isAdmin = useMe().role === 'admin';
  return (
    <Page title="Sessions" about="Logins of applications: each has its own access, id and refresh tokens.">
      <FilterBar fields={SESSION_FILTERS} />
      <List
        label="Sessions"
        path="/admin/sessions"
        query={filters}
        columns={isAdmin ? [...SESSION_COLUMNS, END_SESSION] : SESSION_COLUMNS}
        keyOf={({ id }) => id}
        empty="No session is like that."
      />
    </Page>
  );
}

const END_SESSION: Column<Session> = {
  title: 'Act',
  width: '60px',
  cell: (session) => isAlive(session) && <EndSession session={session} />,
};
