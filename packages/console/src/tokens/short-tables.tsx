import type { ReactNode } from 'react';
import { ScrollArea, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { readPage } from '../api.ts';
import { isAlive, type Session, type Token } from '../model.ts';
import type { ListPath } from '../operations.ts';
import { Dash, SessionLink, StatusBadge, TokenLink } from '../ui/links.tsx';
import { Section } from '../ui/page.tsx';
import { Empty, Loaded } from '../ui/states.tsx';
import { Time } from '../ui/time.tsx';
import { EndSession, EndToken } from './end-token.tsx';
import { purposeOf } from './purpose.ts';

interface Props<Item> {
  readonly path: ListPath<Item>;
  readonly query?: Readonly<Record<string, string>>;
  readonly canEnd: boolean;
  readonly isOwn?: boolean;
}

const LIMIT = '20';

function useFirst<Item>(path: ListPath<Item>, query: Props<Item>['query']) {
  return useQuery({
    queryKey: ['first', path, query],
    queryFn: ({ signal }) => readPage<Item>(path, { ...query, limit: LIMIT })({ pageParam: undefined, signal }),
  });
}

/** The newest suspended tokens of somebody, where there are any. */
export function SuspendedTokens({ query, canEnd }: Pick<Props<Token>, 'query' | 'canEnd'>) {
  const suspended = { ...query, status: 'suspended' };
  const { data } = useFirst<Token>('/admin/tokens', suspended);
  if (!data?.items.length) return null;
  return (
    <Section title="Suspended tokens">
      <TokenTable path="/admin/tokens" query={suspended} canEnd={canEnd} />
    </Section>
  );
}

/** The newest tokens of somebody. */
export function TokenTable({ path, query, canEnd, isOwn = false }: Props<Token>) {
  const tokens = useFirst<Token>(path, query);
  return (
    <Loaded query={tokens}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty>No token is active.</Empty>
        ) : (
          <Scrolled
            label="Tokens"
            heads={['Token', 'Kind', 'What for', 'Status', 'Issued', 'Last used', 'Expires', 'Act']}
          >
            {items.map((token) => (
              <Table.Tr key={token.id}>
                <Table.Td>
                  {isOwn ? <span className="mono">…{token.id.slice(-8)}</span> : <TokenLink id={token.id} />}
                </Table.Td>
                <Table.Td>{token.kind}</Table.Td>
                <Table.Td className="breaks">{purposeOf(token) ?? <Dash />}</Table.Td>
                <Table.Td>
                  <StatusBadge status={token.status} />
                </Table.Td>
                <Table.Td>
                  <Time at={token.issuedAt} />
                </Table.Td>
                <Table.Td>
                  <Time at={token.lastUsedAt} />
                </Table.Td>
                <Table.Td>
                  <Time at={token.expiresAt} />
                </Table.Td>
                <Table.Td>{canEnd && isAlive(token) && <EndToken token={token} isOwn={isOwn} />}</Table.Td>
              </Table.Tr>
            ))}
          </Scrolled>
        )
      }
    </Loaded>
  );
}

/** The newest sessions of somebody. */
export function SessionTable({ path, query, canEnd, isOwn = false }: Props<Session>) {
  const sessions = useFirst<Session>(path, query);
  return (
    <Loaded query={sessions}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty>No session is open.</Empty>
        ) : (
          <Scrolled label="Sessions" heads={['Session', 'Opened', 'From', 'Program', 'Refreshed', 'Act']}>
            {items.map((session) => (
              <Table.Tr key={session.id}>
                <Table.Td>
                  {isOwn ? <span className="mono">…{session.id.slice(-8)}</span> : <SessionLink id={session.id} />}
                </Table.Td>
                <Table.Td>
                  <Time at={session.createdAt} />
                </Table.Td>
                <Table.Td>{session.createdFrom.address ?? <Dash />}</Table.Td>
                <Table.Td className="breaks">{session.createdFrom.userAgent ?? <Dash />}</Table.Td>
                <Table.Td>
                  <Time at={session.lastRefreshedAt} />
                </Table.Td>
                <Table.Td>{canEnd && isAlive(session) && <EndSession session={session} isOwn={isOwn} />}</Table.Td>
              </Table.Tr>
            ))}
          </Scrolled>
        )
      }
    </Loaded>
  );
}

interface ScrolledProps {
  readonly label: string;
  readonly heads: readonly string[];
  readonly children: ReactNode;
}

/** A short table, which scrolls sideways where it is too wide. */
export function Scrolled({ label, heads, children }: ScrolledProps) {
  return (
    <ScrollArea viewportProps={{ tabIndex: 0, role: 'group', 'aria-label': label }}>
      <Table miw={760} verticalSpacing={6} withTableBorder>
        <Table.Thead>
          <Table.Tr>
            {heads.map((head) => (
              <Table.Th key={head}>{head}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </ScrollArea>
  );
}
