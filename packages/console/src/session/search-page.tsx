import { Badge, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { call } from '../api.ts';
import type { Hit } from '../model.ts';
import { TextLink } from '../ui/links.tsx';
import { Page } from '../ui/page.tsx';
import { Empty, Loaded } from '../ui/states.tsx';

/** Where a hit of each type is shown. */
const SCREEN_OF: Readonly<Record<string, (id: string) => { to: string; search?: Record<string, string> }>> = {
  user: (id) => ({ to: `/users/${id}` }),
  token: (id) => ({ to: `/tokens/${id}` }),
  session: (id) => ({ to: '/tokens', search: { sessionId: id } }),
  request: (id) => ({ to: '/audit', search: { requestId: id } }),
  incident: (id) => ({ to: `/incident/${id}` }),
};

export function SearchPage() {
  const { q = '' }: { readonly q?: string } = useSearch({ strict: false });
  const hits = useQuery({
    queryKey: ['search', q],
    queryFn: ({ signal }) => call('GET', '/admin/search', { query: { q }, signal }),
  });
  return (
    <Page title="Search" about={`What is called “${q}”, or begins so.`}>
      <Loaded query={hits}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>Nothing is called so: no user, token, session, request or incident.</Empty>
          ) : (
            <Stack gap="xs">
              {items.map((hit) => (
                <HitLine key={`${hit.type} ${hit.id}`} hit={hit} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Page>
  );
}

function HitLine({ hit: { type, id, title } }: { readonly hit: Hit }) {
  const { to, search } = SCREEN_OF[type]?.(id) ?? { to: '/audit', search: { target: id } };
  return (
    <Group gap="sm">
      <Badge variant="default" w={90} className="badge">
        {type}
      </Badge>
      <TextLink to={to} {...(search && { search })}>
        {title}
      </TextLink>
    </Group>
  );
}
