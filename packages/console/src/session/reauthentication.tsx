import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { connect, send } from '../api.ts';
import { Failure } from '../ui/states.tsx';
import { VISIBILITY } from '../ui/visibility.ts';
import { SESSION_KEY } from './session.ts';

interface Asked {
  readonly resolve: () => void;
  readonly reject: (reason: Error) => void;
}

/** Asks for the password where a dangerous act wants it again; what was begun goes on by itself. */
export function Reauthentication({ onLoggedOut }: { readonly onLoggedOut: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const asked = useRef<Asked[]>([]);
  useEffect(() => {
    connect(
      () =>
        new Promise<void>((resolve, reject) => {
          asked.current.push({ resolve, reject });
          setOpen(true);
        }),
      onLoggedOut,
    );
  }, [onLoggedOut]);
  const settle = (one: (waiting: Asked) => void) => {
    setOpen(false);
    asked.current.splice(0).forEach(one);
  };
  return (
    <Modal
      opened={isOpen}
      onClose={() => settle(({ reject }) => reject(new Error('Nothing was done: the password was not given.')))}
      title="Confirm that it is you"
      centered
      zIndex={400}
    >
      {isOpen && <PasswordForm onDone={() => settle(({ resolve }) => resolve())} />}
    </Modal>
  );
}

function PasswordForm({ onDone }: { readonly onDone: () => void }) {
  const queries = useQueryClient();
  const [password, setPassword] = useState('');
  const check = useMutation({
    mutationFn: () => send('POST', '/console/session/reauthenticate', { body: { password } }),
    onSuccess: (session) => {
      queries.setQueryData(SESSION_KEY, session);
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    check.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm">You sent your password more than five minutes ago, and this cannot be undone lightly.</Text>
        <PasswordInput
          label="Your password"
          autoComplete="current-password"
          data-autofocus
          value={password}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
          {...VISIBILITY}
        />
        {check.error && <Failure error={check.error} />}
        <Group justify="flex-end">
          <Button type="submit" loading={check.isPending}>
            Go on
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
