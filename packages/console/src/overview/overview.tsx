import { Alert, Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { call } from '../api.ts';
import type { Overview } from '../model.ts';
import { Page, Section } from '../ui/page.tsx';
import { Loaded } from '../ui/states.tsx';
import { TextLink } from '../ui/links.tsx';
import { Time } from '../ui/time.tsx';
import { Chart } from './chart.tsx';
import { Health } from './health.tsx';
import { WHAT_TO_DO } from './attention.ts';
import { isAttended } from './attended.ts';

const REFRESH_MS = 30_000;

const CHARTS = [
  ['Logins', 'logins'],
  ['Refused logins', 'refusedLogins'],
  ['Verifications', 'verifications'],
  ['Refused verifications', 'refusedVerifications'],
  ['Revocations', 'revocations'],
] as const;

export function OverviewPage() {
  const overview = useQuery({
    queryKey: ['overview'],
    queryFn: ({ signal }) => call('GET', '/admin/overview', { signal }),
    refetchInterval: () => (isAttended() ? REFRESH_MS : false),
  });
  return (
    <Page title="Overview">
      <Loaded query={overview}>
        {({ counts, hours, attention }) => (
          <Stack gap="lg">
            <Attention items={attention} />
            <Section title="Alive">{counts ? <Counts counts={counts} /> : <Text>Not counted yet.</Text>}</Section>
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

function Counts({ counts }: { readonly counts: NonNullable<Overview['counts']> }) {
  const { enabled, disabled } = counts.users;
  return (
    <Stack gap="xs">
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 9 }}>
        {Object.entries(counts.tokens).map(([kind, count]) => (
          <Count key={kind} count={count}>
            <TextLink to="/tokens" search={{ kind, status: 'active' }}>
              {kind}
            </TextLink>
          </Count>
        ))}
        <Count count={enabled}>
          <TextLink to="/users" search={{ enabled: 'true' }}>
            enabled users
          </TextLink>
        </Count>
        <Count count={disabled}>
          <TextLink to="/users" search={{ enabled: 'false' }}>
            disabled users
          </TextLink>
        </Count>
      </SimpleGrid>
      <Text size="sm" c="dimmed">
        Counted <Time at={counts.asOf} />
      </Text>
    </Stack>
  );
}

function Count({ count, children }: { readonly count: number; readonly children: ReactNode }) {
  return (
    <Paper withBorder p="sm">
      <Text size="xl" fw={600} className="big">
        {count.toLocaleString('en')}
      </Text>
      {children}
    </Paper>
  );
}

/** What somebody should do something about. */
function Attention({ items }: { readonly items: Overview['attention'] }) {
  if (items.length === 0) return null;
  return (
    <Alert color="yellow" variant="outline" title="Needs attention">
      <Stack gap={4}>
        {items.map(({ code, message }) => {
          const act = WHAT_TO_DO[code];
          return (
            <Group key={code} gap="xs">
              <Text size="sm">{message}.</Text>
              {act && <TextLink to={act.to}>{act.link}</TextLink>}
            </Group>
          );
        })}
      </Stack>
    </Alert>
  );
}
