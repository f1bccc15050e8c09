import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { send } from '../api.ts';
import { CodeField } from '../factor/code-field.tsx';
import { SESSION_KEY, useMe } from '../session/session.ts';
import { useAct } from '../ui/act.tsx';
import { Failure } from '../ui/states.tsx';
import { VISIBILITY } from '../ui/visibility.ts';
import { useOwnFactor } from './second-factor.tsx';

const EMPTY = { password: '', newPassword: '', code: '' };

/** Logs in anew with another password, and with a code where one has a second factor. */
export function ChangePassword() {
  const { username } = useMe();
  const queries = useQueryClient();
  const hasFactor = Boolean(useOwnFactor().data?.factor);
  const [form, setForm] = useState(EMPTY);
  const change = useAct(
    () => {
      const { code, ...passwords } = form;
      return send('POST', '/console/session', { body: { username, ...passwords, ...(hasFactor && { code }) } });
    },
    (session) => {
      queries.setQueryData(SESSION_KEY, session);
      setForm(EMPTY);
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  const isComplete = form.password && form.newPassword && (!hasFactor || form.code);
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
        {hasFactor && (
          <CodeField
            label="Code of your authenticator app"
            value={form.code}
            onChange={(code) => setForm({ ...form, code })}
          />
        )}
        {change.error && <Failure error={change.error} />}
        <Group>
          <Button type="submit" disabled={!isComplete} loading={change.isPending}>
            Change the password
          </Button>
          {change.isSuccess && <span role="status">It is changed.</span>}
        </Group>
      </Stack>
    </form>
  );
}
