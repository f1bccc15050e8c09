import { Group, Text } from '@mantine/core';
import { useMe } from '../session/session.ts';
import { SessionTable, TokenTable } from '../tokens/short-tables.tsx';
import { Facts } from '../ui/facts.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Time } from '../ui/time.tsx';
import { ChangePassword } from './change-password.tsx';
import { NewContextToken, NewNamedToken } from './new-token.tsx';
import { OwnSecondFactor, useOwnFactor } from './second-factor.tsx';

/** What everyone sees of themselves. */
export function Account() {
  const me = useMe();
  return (
    <Page title="My account">
      <Facts
        facts={[
          ['User name', me.username],
          ['Role', me.role],
          ['Password last sent', <Time at={me.passwordCheckedAt} full />],
        ]}
      />
      <Section title="My sessions">
        <SessionTable path="/me/sessions" query={{ status: 'active' }} canEnd isOwn />
      </Section>
      <Section title="My tokens" actions={<NewTokens />}>
        <TokenTable path="/me/tokens" query={{ status: 'active' }} canEnd isOwn />
      </Section>
      <OwnSecondFactor />
      <Section title="Change my password">
        <ChangePassword />
      </Section>
    </Page>
  );
}

function NewTokens() {
  const { data } = useOwnFactor();
  if (!data) return null;
  if (data.factor || data.required || data.requiredByRole) {
    return (
      <Text c="dimmed" size="sm">
        New ones are made by a password alone, so with a second factor there are none.
      </Text>
    );
  }
  return (
    <Group gap="xs">
      <NewNamedToken />
      <NewContextToken />
    </Group>
  );
}
