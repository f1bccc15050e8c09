import { Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { call } from '../api.ts';
import { EventTable } from '../audit/event-table.tsx';
import type { User as UserModel } from '../model.ts';
import { useMe } from '../session/session.ts';
import { SessionTable, SuspendedTokens, TokenTable } from '../tokens/short-tables.tsx';
import { Facts } from '../ui/facts.tsx';
import { Dash, TextLink } from '../ui/links.tsx';
import { Page, Section } from '../ui/page.tsx';
import { useParam } from '../ui/params.ts';
import { Loaded } from '../ui/states.tsx';
import { Time } from '../ui/time.tsx';
import { AllowedContexts } from './allowed-contexts.tsx';
import { SecondFactor } from './second-factor.tsx';
import { UserActs } from './user-acts.tsx';
import { UserState } from './users.tsx';

export function User() {
  const id = useParam('id');
  const user = useQuery({
    queryKey: ['user', id],
    queryFn: ({ signal }) => call('GET', `/admin/users/${encodeURIComponent(id)}`, { signal }),
  });
  return <Loaded query={user}>{(found) => <UserPage user={found} />}</Loaded>;
}

function UserPage({ user }: { readonly user: UserModel }) {
  const isAdmin = useMe().role === 'admin';
  const userId = String(user.id);
  return (
    <Page title={user.username} about={user.fullName} actions={isAdmin && <UserActs user={user} />}>
      <UserFacts user={user} />
      <SecondFactor user={user} canChange={isAdmin} />
      <Section
        title="Sessions"
        actions={
          <TextLink to="/sessions" search={{ userId }}>
            All sessions
          </TextLink>
        }
      >
        <SessionTable path="/admin/sessions" query={{ userId, status: 'active' }} canEnd={isAdmin} />
      </Section>
      <Section
        title="Tokens"
        actions={
          <TextLink to="/tokens" search={{ userId }}>
            All tokens
          </TextLink>
        }
      >
        <TokenTable path="/admin/tokens" query={{ userId, status: 'active' }} canEnd={isAdmin} />
      </Section>
      <SuspendedTokens query={{ userId }} canEnd={isAdmin} />
      <Section title="Contexts">
        <AllowedContexts userId={user.id} canChange={isAdmin} />
      </Section>
      <Section
        title="What happened to them"
        actions={
          <TextLink to="/audit" search={{ target: userId }}>
            All events
          </TextLink>
        }
      >
        <EventTable query={{ target: userId }} />
      </Section>
      <Section
        title="What they did"
        actions={
          <TextLink to="/audit" search={{ actor: userId }}>
            All events
          </TextLink>
        }
      >
        <EventTable query={{ actor: userId }} />
      </Section>
    </Page>
  );
}

function UserFacts({ user }: { readonly user: UserModel }) {
  return (
    <Stack>
      <Facts
        facts={[
          ['Id', <span className="mono">{user.id}</span>],
          [
            'State',
            <Group>
              <UserState user={user} />
            </Group>,
          ],
          ['Role', user.role],
          ['E-mail', user.email ?? <Dash />],
          ['Source', user.source ?? <Dash />],
          ['Last login', <Time at={user.lastLoginAt ?? null} full />],
          ['Created', <Time at={user.createdAt} full />],
          ['Changed', <Time at={user.updatedAt} full />],
        ]}
      />
    </Stack>
  );
}
