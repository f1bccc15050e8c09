import { Button, Group, List, Progress, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../api.ts';
import type { Incident as IncidentModel } from '../model.ts';
import { Facts } from '../ui/facts.tsx';
import { Dash, TextLink, UserLink } from '../ui/links.tsx';
import { Page, Section } from '../ui/page.tsx';
import { useParam } from '../ui/params.ts';
import { Loaded } from '../ui/states.tsx';
import { Time } from '../ui/time.tsx';
import { IncidentState } from './incidents.tsx';

const POLL_MS = 1_000;
const PAST = { suspend: 'suspended', revoke: 'revoked', restore: 'restored' } as const;

/** Steps five and six: how far it is, and what to do next. */
export function Incident() {
  const id = useParam('id');
  const incident = useQuery({
    queryKey: ['incident', id],
    queryFn: ({ signal }) => call('GET', `/admin/revocations/${encodeURIComponent(id)}`, { signal }),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? POLL_MS : false),
  });
  return <Loaded query={incident}>{(found) => <IncidentPage incident={found} />}</Loaded>;
}

function IncidentPage({ incident }: { readonly incident: IncidentModel }) {
  const { action, matched, done, state, reason } = incident;
  const percent = matched === 0 ? 100 : Math.round((100 * done) / matched);
  return (
    <Page
      title={reason}
      about={<span className="mono breaks">{incident.id}</span>}
      actions={<Next incident={incident} />}
    >
      <Stack gap={4}>
        <Progress
          value={percent}
          aria-label="Progress"
          color={state === 'failed' ? 'red' : 'teal'}
          animated={state === 'running'}
        />
        <Text size="sm" role="status">
          {done} of {matched} {matched === 1 ? 'token' : 'tokens'} {PAST[action]}
          {state === 'running' && '. They are refused already; you can leave this page and come back.'}
        </Text>
      </Stack>
      <Facts
        facts={[
          ['State', <IncidentState incident={incident} />],
          ['Begun', <Time at={incident.startedAt} full />],
          ['Done', <Time at={incident.endedAt} never="Not yet" full />],
          ['By', <UserLink user={incident.actor} />],
          ['Match', <Match match={incident.match} />],
          ['Failure', incident.failure ?? <Dash />],
        ]}
      />
      <WhatNext incident={incident} />
    </Page>
  );
}

function searchOf(match: IncidentModel['match']): Record<string, string> {
  return Object.fromEntries(Object.entries(match).map(([name, value]) => [name, String(value)]));
}

function Match({ match }: { readonly match: IncidentModel['match'] }) {
  return (
    <TextLink to="/tokens" search={searchOf(match)}>
      {Object.entries(searchOf(match))
        .map(([name, value]) => `${name} ${value}`)
        .join(', ')}
    </TextLink>
  );
}

function Next({ incident: { action, match, state } }: { readonly incident: IncidentModel }) {
  if (action !== 'suspend' || state !== 'done') return null;
  return (
    <Button component={Link} to="/incident" search={searchOf(match) as never} variant="default" size="xs">
      Revoke or restore these
    </Button>
  );
}

function WhatNext({ incident: { action } }: { readonly incident: IncidentModel }) {
  if (action === 'restore') return null;
  return (
    <Section title="What next">
      <List size="sm" spacing={4}>
        {action === 'suspend' && <List.Item>Find out what is true, then revoke or restore these tokens.</List.Item>}
        <List.Item>
          Whoever had a password in the same place needs another: give a temporary one on their page under{' '}
          <TextLink to="/users" inSentence>
            Users
          </TextLink>
          .
        </List.Item>
        <List.Item>
          If a signing key may have leaked, revoke it under{' '}
          <TextLink to="/keys" inSentence>
            Signing keys
          </TextLink>
          .
        </List.Item>
        <List.Item>
          What was done with the tokens before is in the{' '}
          <TextLink to="/audit" inSentence>
            audit log
          </TextLink>
          .
        </List.Item>
      </List>
      <Group />
    </Section>
  );
}
