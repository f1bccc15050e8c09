import { Alert, Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { call } from '../api.ts';
import type { Hour } from '../model.ts';
import { Page, Section } from '../ui/page.tsx';
import { Loaded } from '../ui/states.tsx';
import { TextLink } from '../ui/links.tsx';
import { Chart } from './chart.tsx';
import { Health } from './health.tsx';
import { useAttention } from './attention.ts';
import { isAttended } from './attended.ts';

const REFRESH_MS = 30_000;

interface Overview {
  readonly counts: Readonly<Record<string, number>>;
  readonly hours: readonly Hour[];
}

const CHARTS = [
  ['Logins', 'logins'],
  ['Refused logins', 'refusedLogins'],
  ['Verifications', 'verifications'],
  ['Revocations', 'revocations'],
] as const;

export function OverviewPage() {
  const overview = useQuery({
    queryKey: ['overview'],
    queryFn: ({ signal }) => call('GET', '/admin/overview', { signal }) as Promise<Overview>,
    refetchInterval: () => (isAttended() ? REFRESH_MS : false),
  });
  return (
    <Page title="Overview">
      <Attention />
      <Loaded query={overview}>
        {({ counts, hours }) => (
          <Stack gap="lg">
            <Section title="Alive now">
              <Counts counts={counts} />
            </Section>
            <Section title="The last 24 hours">
              <SimpleGrid cols={{ base: 1, md: 2 }}>
                {CHARTS.map(([title, field]) => (
                  <Chart key={field} title={title} hours={hours} field={field} />
                ))}
              </SimpleGrid>
            </Section>
          </Stack>
        )}
      </Loaded>
      <Section title="This instance">
        <Health />
      </Section>
    </Page>
  );
}

function Counts({ counts }: { readonly counts: Overview['counts'] }) {
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 7 }}>
      {Object.entries(counts).map(([kind, count]) => (
        <Paper key={kind} withBorder p="sm">
          <Text size="xl" fw={600} className="big">
            {count.toLocaleString('en')}
          </Text>
          <TextLink to="/tokens" search={{ kind, status: 'active' }}>
            {kind}
          </TextLink>
        </Paper>
      ))}
    </SimpleGrid>
  );
}

/** What somebody should do something about. */
function Attention() {
  const items = useAttention();
  if (items.length === 0) return null;
  return (
    <Alert color="yellow" variant="light" title="Needs attention">
      <Stack gap={4}>
        {items.map(({ sentence, to, link }) => (
          <Group key={sentence} gap="xs">
            <Text size="sm">{sentence}</Text>
            <TextLink to={to}>{link}</TextLink>
          </Group>
        ))}
      </Stack>
    </Alert>
  );
}
