import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { send } from '../api.ts';
import { VISIBILITY } from '../session/login.tsx';
import { SESSION_KEY, useMe } from '../session/session.ts';
import { SessionTable, TokenTable } from '../tokens/short-tables.tsx';
import { useAct } from '../ui/act.tsx';
import { Facts } from '../ui/facts.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Failure } from '../ui/states.tsx';
import { Time } from '../ui/time.tsx';
import { NewContextToken, NewNamedToken } from './new-token.tsx';

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
      <Section
        title="My tokens"
        actions={
          <Group gap="xs">
            <NewNamedToken />
            <NewContextToken />
          </Group>
        }
      >
        <TokenTable path="/me/tokens" query={{ status: 'active' }} canEnd isOwn />
      </Section>
      <Section title="Change my password">
        <ChangePassword />
      </Section>
    </Page>
  );
}

function ChangePassword() {
  const { username } = useMe();
  const queries = useQueryClient();
  const [form, setForm] = useState({ password: '', newPassword: '' });
  const change = useAct(
    () => send('POST', '/console/session', { body: { username, ...form } }),
    (session) => {
      queries.setQueryData(SESSION_KEY, session);
      setForm({ password: '', newPassword: '' });
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack maw={380}>
        <PasswordInput
          label="Current password"
          autoComplete="current-password"
          value={form.password}
          onChange={({ currentTarget }) => setForm({ ...form, password: currentTarget.value })}
          {...VISIBILITY}
        />
        <PasswordInput
          label="New password"
          description="Every other login of yours ends."
          autoComplete="new-password"
          value={form.newPassword}
          onChange={({ currentTarget }) => setForm({ ...form, newPassword: currentTarget.value })}
          {...VISIBILITY}
        />
        {change.error && <Failure error={change.error} />}
        <Group>
          <Button type="submit" disabled={!form.password || !form.newPassword} loading={change.isPending}>
            Change the password
          </Button>
          {change.isSuccess && <span role="status">It is changed.</span>}
        </Group>
      </Stack>
    </form>
  );
}
