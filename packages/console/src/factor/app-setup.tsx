import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Copied, Secret } from '../ui/secret.tsx';
import { Failure } from '../ui/states.tsx';
import { CodeField } from './code-field.tsx';
import { QrCode } from './qr-code.tsx';
import { afterFailure, confirmSetup, type Setup } from './setup.ts';

interface AppSetupProps {
  readonly begun: Setup;
  /** The app counts from now on, and the recovery codes are stored. */
  readonly onDone: () => void;
  /** The setup has to be begun again. */
  readonly onEnded: () => void;
}

/** The steps of setting up an authenticator app: its key, its first code, and the recovery codes. */
export function AppSetup({ begun, onDone, onEnded }: AppSetupProps) {
  const [setup, setSetup] = useState(begun);
  const [form, setForm] = useState({ deviceName: '', code: '' });
  const confirm = useMutation({
    mutationFn: () => confirmSetup(setup, form.code, form.deviceName),
    onError: (error) => {
      const next = afterFailure(setup, error);
      if (next) setSetup(next);
      else onEnded();
      setForm({ ...form, code: '' });
    },
    gcTime: 0,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate();
  };
  if (confirm.data) return <RecoveryCodes codes={confirm.data} onDone={onDone} />;
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm">Scan this with your authenticator app, or type the key into it.</Text>
        <QrCode text={setup.otpauthUri} />
        <Copied label="Copy the key" text={setup.secret} />
        <TextInput
          label="Name of the device"
          description="Such as “My phone”. It may be left empty."
          maxLength={100}
          value={form.deviceName}
          onChange={({ currentTarget }) => setForm({ ...form, deviceName: currentTarget.value })}
        />
        <CodeField
          label="Code of the app"
          value={form.code}
          onChange={(code) => setForm({ ...form, code })}
          isFocused
        />
        {confirm.error && <Failure error={confirm.error} />}
        <Group justify="flex-end">
          <Button type="submit" disabled={!/^\d{6}$/.test(form.code)} loading={confirm.isPending}>
            Confirm
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function RecoveryCodes({ codes, onDone }: { readonly codes: readonly string[]; readonly onDone: () => void }) {
  return (
    <Stack>
      <Text size="sm">
        Your app is set up. Without it, each of these recovery codes lets you in once: keep them where you keep nothing
        else of yours.
      </Text>
      <Secret title="Your recovery codes" text={codes.join('\n')} />
      <Group justify="flex-end">
        <Button onClick={onDone}>I have stored them</Button>
      </Group>
    </Stack>
  );
}
