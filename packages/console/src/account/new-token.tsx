import { Button, Group, Modal, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { ROOT, send } from '../api.ts';
import type { BodyOf } from '../operations.ts';
import { VISIBILITY } from '../ui/visibility.ts';
import { useMe } from '../session/session.ts';
import { Secret } from '../ui/secret.tsx';
import { Failure } from '../ui/states.tsx';

/** The families take no cookie: the password that was just typed authenticates. */
async function issue<Path extends '/api/v1alpha/token' | '/api/authtokens'>(
  username: string,
  password: string,
  path: Path,
  body: BodyOf<'POST', Path>,
) {
  // First, since a wrong password at a family would have the browser ask for one too.
  await send('POST', '/console/session/reauthenticate', { body: { password } });
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  const headers = { authorization: `Basic ${btoa(String.fromCharCode(...bytes))}` };
  return send('POST', path, { body, headers });
}

export function NewNamedToken() {
  const { username } = useMe();
  const [form, setForm] = useState({ description: '', lifetime: '30 days' });
  return (
    <NewToken
      label="New named token"
      isComplete={form.description !== '' && form.lifetime !== ''}
      curl={(token) => `curl -H 'Authorization: Bearer ${token}' ${ROOT.href}auth/verify`}
      issue={async (password) => {
        const body = { jwt_token_description: form.description, jwt_token_life: form.lifetime };
        const { jwt_token } = await issue(username, password, '/api/v1alpha/token', body);
        return jwt_token;
      }}
    >
      <TextInput
        label="Description"
        data-autofocus
        value={form.description}
        onChange={({ currentTarget }) => setForm({ ...form, description: currentTarget.value })}
      />
      <TextInput
        label="Lifetime"
        description="Such as 6 hours, 30 days or 1 year."
        value={form.lifetime}
        onChange={({ currentTarget }) => setForm({ ...form, lifetime: currentTarget.value })}
      />
    </NewToken>
  );
}

export function NewContextToken() {
  const { username, userId } = useMe();
  const [names, setNames] = useState('');
  const context = names
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  return (
    <NewToken
      label="New context token"
      isComplete={context.length > 0}
      curl={(token) =>
        `curl -H 'Authorization: Bearer ${token}' '${ROOT.href}auth/verify?context=${encodeURIComponent(context[0] ?? '')}'`
      }
      issue={async (password) => (await issue(username, password, '/api/authtokens', { userId, context })).token}
    >
      <TextInput
        label="Contexts"
        description="Their names, with commas between. It can do nothing else."
        data-autofocus
        value={names}
        onChange={({ currentTarget }) => setNames(currentTarget.value)}
      />
    </NewToken>
  );
}

interface NewTokenProps {
  readonly label: string;
  readonly isComplete: boolean;
  readonly issue: (password: string) => Promise<string>;
  readonly curl: (token: string) => string;
  readonly children: ReactNode;
}

/** A dialog that issues a token and shows its text once. */
function NewToken({ label, isComplete, issue: issueToken, curl, children }: NewTokenProps) {
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [password, setPassword] = useState('');
  const issued = useMutation({
    mutationFn: () => issueToken(password),
    onSuccess: () => {
      setPassword('');
      void queries.invalidateQueries({ queryKey: ['first'] });
    },
    gcTime: 0,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    issued.mutate();
  };
  const close = () => {
    setOpen(false);
    issued.reset();
  };
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Modal opened={isOpen} onClose={close} title={label} centered size="lg">
        {issued.data === undefined ? (
          <form onSubmit={submit}>
            <Stack>
              {children}
              <PasswordInput
                label="Your password"
                autoComplete="current-password"
                value={password}
                onChange={({ currentTarget }) => setPassword(currentTarget.value)}
                {...VISIBILITY}
              />
              {issued.error && <Failure error={issued.error} />}
              <Group justify="flex-end">
                <Button type="submit" disabled={!isComplete || password === ''} loading={issued.isPending}>
                  Issue
                </Button>
              </Group>
            </Stack>
          </form>
        ) : (
          <Secret title="Your new token" text={issued.data} curl={curl(issued.data)} />
        )}
      </Modal>
    </>
  );
}
