import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { call } from '../api.ts';
import { AppSetup } from '../factor/app-setup.tsx';
import { FactorField, isTyped, NO_CODE } from '../factor/code-field.tsx';
import { FactorFacts } from '../factor/factor-facts.tsx';
import { beginSetup, finishSetup, type Setup } from '../factor/setup.ts';
import { useMe } from '../session/session.ts';
import { Section } from '../ui/page.tsx';
import { Failure, Loaded } from '../ui/states.tsx';
import { VISIBILITY } from '../ui/visibility.ts';

/** Whether one has a second factor, and must have one. */
export function useOwnFactor() {
  return useQuery({
    queryKey: ['own-second-factor'],
    queryFn: ({ signal }) => call('GET', '/me/second-factor', { signal }),
  });
}

export function OwnSecondFactor() {
  const state = useOwnFactor();
  return (
    <Section title="Second factor" actions={state.data && <SetUp hasApp={state.data.factor !== null} />}>
      <Loaded query={state}>{(found) => <FactorFacts state={found} />}</Loaded>
    </Section>
  );
}

/** A dialog that sets up an authenticator app, in the place of the one so far. */
function SetUp({ hasApp }: { readonly hasApp: boolean }) {
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [begun, setBegun] = useState<Setup>();
  const close = async () => {
    setOpen(false);
    setBegun(undefined);
    if (begun) await finishSetup(begun);
    await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  };
  const title = hasApp ? 'Replace the authenticator app' : 'Set up an authenticator app';
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setOpen(true)}>
        {hasApp ? 'Replace the app' : 'Set up an app'}
      </Button>
      <Modal opened={isOpen} onClose={() => void close()} title={title} centered>
        {begun ? (
          <AppSetup begun={begun} onDone={() => void close()} onEnded={() => setBegun(undefined)} />
        ) : (
          <BeginForm hasApp={hasApp} onBegun={setBegun} />
        )}
      </Modal>
    </>
  );
}

interface BeginFormProps {
  readonly hasApp: boolean;
  readonly onBegun: (setup: Setup) => void;
}

function BeginForm({ hasApp, onBegun }: BeginFormProps) {
  const { username } = useMe();
  const [form, setForm] = useState({ password: '', code: NO_CODE });
  const begin = useMutation({
    mutationFn: () => beginSetup({ username, password: form.password, ...(hasApp && { code: form.code }) }),
    onSuccess: onBegun,
    gcTime: 0,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    begin.mutate();
  };
  const isComplete = form.password !== '' && (!hasApp || isTyped(form.code));
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm">{hasApp ? REPLACES : CHANGES}</Text>
        <PasswordInput
          label="Your password"
          autoComplete="current-password"
          data-autofocus
          value={form.password}
          onChange={({ currentTarget }) => setForm({ ...form, password: currentTarget.value })}
          {...VISIBILITY}
        />
        {hasApp && <FactorField value={form.code} onChange={(code) => setForm({ ...form, code })} />}
        {begin.error && <Failure error={begin.error} />}
        <Group justify="flex-end">
          <Button type="submit" disabled={!isComplete} loading={begin.isPending}>
            Go on
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const CHANGES =
  'From then on your logins need a code too, and new named and context tokens cannot be made. Those that you have stay.';
const REPLACES = 'The app so far and its recovery codes count until the new one is confirmed.';
