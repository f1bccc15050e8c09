import { Alert, Button, Center, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ProblemError } from '@tessera-auth/client';
import { useEffect, useState, type FormEvent } from 'react';
import { send } from '../api.ts';
import { Failure } from '../ui/states.tsx';
import { SESSION_KEY } from './session.ts';

/** The page for whoever is not logged in. @param hasEnded whether they were. */
export function Login({ hasEnded }: { readonly hasEnded: boolean }) {
  useEffect(() => {
    document.title = 'Log in · Tessera';
  }, []);
  return (
    <Center mih="100dvh" p="md" component="main">
      <Paper withBorder p="xl" radius="md" w={380} maw="100%">
        <Stack>
          <Title order={1} size="h3">
            Tessera
          </Title>
          {hasEnded && <Text size="sm">Your session has ended. Log in to go on where you were.</Text>}
          {window.isSecureContext ? <LoginForm /> : <NeedsHttps />}
        </Stack>
      </Paper>
    </Center>
  );
}

function NeedsHttps() {
  return (
    <Alert color="yellow" title="This page needs https">
      Your browser keeps the cookie of a session over https alone, or at localhost. Open this address with https.
    </Alert>
  );
}

function LoginForm() {
  const queries = useQueryClient();
  const [form, setForm] = useState({ username: '', password: '', newPassword: '' });
  const login = useMutation({
    mutationFn: () => {
      const { newPassword, ...credentials } = form;
      return send('POST', '/console/session', {
        body: { ...credentials, ...(newPassword && { newPassword }) },
      });
    },
    onSuccess: (session) => {
      queries.setQueryData(SESSION_KEY, session);
    },
  });
  const isTemporary = login.error instanceof ProblemError && login.error.code === 'password_change_required';
  const asksForNew = isTemporary || form.newPassword !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    login.mutate();
  };
  const set = (name: keyof typeof form) => ({
    value: form[name],
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
      setForm({ ...form, [name]: currentTarget.value });
    },
  });
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput label="User name" autoComplete="username" autoCapitalize="none" autoFocus {...set('username')} />
        <PasswordInput label="Password" autoComplete="current-password" {...VISIBILITY} {...set('password')} />
        {asksForNew && (
          <PasswordInput
            label="New password"
            description="Your password is temporary. Choose one of your own."
            autoComplete="new-password"
            {...VISIBILITY}
            {...set('newPassword')}
          />
        )}
        {login.error && !isTemporary && <Failure error={login.error} />}
        <Button type="submit" loading={login.isPending}>
          Log in
        </Button>
      </Stack>
    </form>
  );
}

/** So that the button beside a field has a name that no field has. */
export const VISIBILITY = { visibilityToggleButtonProps: { 'aria-label': 'Show what is typed' } } as const;
