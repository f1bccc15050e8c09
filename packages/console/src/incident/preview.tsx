import { Badge, Group, Paper, Stack, Table, Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import type { Preview as Previewed } from '../model.ts';
import { purposeOf } from '../tokens/purpose.ts';
import { Scrolled } from '../tokens/short-tables.tsx';
import { Dash, StatusBadge, TokenLink, UserLink } from '../ui/links.tsx';
import { Section } from '../ui/page.tsx';
import { Empty, Failure, Loading } from '../ui/states.tsx';
import { Time } from '../ui/time.tsx';
import type { Values } from '../ui/filters.tsx';
import { ACTIONS, previewIncident, type Counts } from './match.ts';
import { Decision } from './decision.tsx';

/** Step three: what matches, counted and by example, and the decision. */
export function Preview({ match }: { readonly match: Values }) {
  const previews = useQueries({
    queries: ACTIONS.map((action) => ({
      queryKey: ['preview', action, match],
      queryFn: () => previewIncident(action, match),
      staleTime: 0,
    })),
  });
  const failed = previews.find(({ error }) => error);
  if (failed) return <Failure error={failed.error} onRetry={() => previews.forEach(({ refetch }) => void refetch())} />;
  const [suspend, revoke, restore] = previews.map(({ data }) => data);
  if (!suspend || !revoke || !restore) return <Loading rows={4} />;
  const counts: Counts = { suspend, revoke, restore };
  if (ACTIONS.every((action) => counts[action].matched === 0)) return <Empty>No token fits all of that.</Empty>;
  return (
    <Paper withBorder p="md">
      <Stack>
        <Numbers counts={counts} />
        <Sample preview={revoke.matched > 0 ? revoke : restore} />
        <Decision match={match} counts={counts} />
      </Stack>
    </Paper>
  );
}

function Numbers({ counts: { suspend, revoke, restore } }: { readonly counts: Counts }) {
  const shown = revoke.matched > 0 ? revoke : restore;
  return (
    <Stack gap="xs">
      <Text>
        <b className="big">{revoke.matched}</b> {revoke.matched === 1 ? 'token' : 'tokens'} of{' '}
        <b className="big">{shown.users}</b> {shown.users === 1 ? 'user' : 'users'} can be revoked,{' '}
        <b className="big">{suspend.matched}</b> suspended, <b className="big">{restore.matched}</b> restored.
      </Text>
      <Group gap="xs">
        {Object.entries(shown.byKind).map(([kind, count]) => (
          <Badge key={kind} variant="default" className="badge">
            {kind}: {count}
          </Badge>
        ))}
      </Group>
    </Stack>
  );
}

function Sample({ preview: { sample } }: { readonly preview: Previewed }) {
  if (!sample?.length) return null;
  return (
    <Section title="Some of them">
      <Scrolled label="Some of the tokens" heads={['Token', 'Kind', 'Owner', 'What for', 'Status', 'Issued', 'To']}>
        {sample.map((token) => (
          <Table.Tr key={token.id}>
            <Table.Td>
              <TokenLink id={token.id} />
            </Table.Td>
            <Table.Td>{token.kind}</Table.Td>
            <Table.Td>
              <UserLink user={token.user} />
            </Table.Td>
            <Table.Td className="breaks">{purposeOf(token) ?? <Dash />}</Table.Td>
            <Table.Td>
              <StatusBadge status={token.status} />
            </Table.Td>
            <Table.Td>
              <Time at={token.issuedAt} />
            </Table.Td>
            <Table.Td>{token.issuedFrom.address ?? <Dash />}</Table.Td>
          </Table.Tr>
        ))}
      </Scrolled>
    </Section>
  );
}
