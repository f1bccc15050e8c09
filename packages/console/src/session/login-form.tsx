import { Button, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { AppSetup } from '../factor/app-setup.tsx';
import { FactorField, isTyped, NO_CODE } from '../factor/code-field.tsx';
import type { OpenedConsoleSession } from '../model.ts';
import { Secret } from '../ui/secret.tsx';
import { Failure } from '../ui/states.tsx';
import { VISIBILITY } from '../ui/visibility.ts';
import { fieldWantedBy, logIn, type LoginFields } from './log-in.ts';
import { SESSION_KEY } from './session.ts';

const EMPTY: LoginFields = { username: '', password: '', newPassword: '', code: NO_CODE };
const NOTHING_MORE = { newPassword: false, code: false };

/** Logs in, step by step: whatever else the login wants is asked for when it says so. */
export function LoginForm() {
  const { form, change, wanted, login, note, goBack, enter } = useLogin();
  if (login.data && 'setup' in login.data) {
    return (
      <Stack>
        <Text size="sm">You need a second factor. Set up an authenticator app to go on.</Text>
        <AppSetup
          begun={login.data.setup}
          onDone={() => goBack('Your app is set up. Log in with the next code that it shows.', true)}
          onEnded={() => goBack('The setup has ended. Log in to begin it again.', false)}
        />
      </Stack>
    );
  }
  const opened = login.data?.opened;
  if (opened?.recoveryCode !== undefined) {
    return <NextRecoveryCode code={opened.recoveryCode} onDone={() => enter(opened)} />;
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    login.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        {note && (
          <Text size="sm" role="status">
            {note}
          </Text>
        )}
        <Fields form={form} wanted={wanted} onChange={change} />
        {login.error && !fieldWantedBy(login.error) && <Failure error={login.error} />}
        <Button type="submit" loading={login.isPending} disabled={!isComplete(form, wanted)}>
          Log in
        </Button>
      </Stack>
    </form>
  );
}

/** What is typed, what else is wanted, and the login itself. */
function useLogin() {
  const queries = useQueryClient();
  const [form, setForm] = useState(EMPTY);
  const [wanted, setWanted] = useState(NOTHING_MORE);
  const [note, setNote] = useState<string>();
  const enter = ({ recoveryCode: _, ...session }: OpenedConsoleSession) => queries.setQueryData(SESSION_KEY, session);
  const login = useMutation({
    mutationFn: () => logIn(form),
    onSuccess: (outcome) => {
      if ('opened' in outcome && outcome.opened.recoveryCode === undefined) enter(outcome.opened);
    },
    onError: (error) => {
      const field = fieldWantedBy(error);
      if (field) setWanted({ ...wanted, [field]: true });
      setForm({ ...form, code: NO_CODE });
    },
    gcTime: 0,
  });
  const goBack = (text: string, isSetUp: boolean) => {
    login.reset();
    setNote(text);
    setWanted({ newPassword: false, code: isSetUp });
    setForm({ ...form, password: form.newPassword || form.password, newPassword: '' });
  };
  const change = (changes: Partial<LoginFields>) => {
    if (changes.username === undefined) return setForm({ ...form, ...changes });
    setWanted(NOTHING_MORE);
    setForm({ ...form, ...changes, newPassword: '', code: NO_CODE });
  };
  return { form, change, wanted, login, note, goBack, enter };
}

type Wanted = typeof NOTHING_MORE;

function isComplete({ newPassword, code }: LoginFields, wanted: Wanted): boolean {
  return (!wanted.newPassword || newPassword !== '') && (!wanted.code || isTyped(code));
}

interface FieldsProps {
  readonly form: LoginFields;
  readonly wanted: Wanted;
  readonly onChange: (changes: Partial<LoginFields>) => void;
}

function Fields({ form, wanted, onChange }: FieldsProps) {
  const set = (name: 'username' | 'password' | 'newPassword') => ({
    value: form[name],
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => onChange({ [name]: currentTarget.value }),
  });
  return (
    <>
      <TextInput label="User name" autoComplete="username" autoCapitalize="none" autoFocus {...set('username')} />
      <PasswordInput label="Password" autoComplete="current-password" {...VISIBILITY} {...set('password')} />
      {wanted.newPassword && (
        <PasswordInput
          label="New password"
          description="Your password is temporary. Choose one of your own."
          autoComplete="new-password"
          {...VISIBILITY}
          {...set('newPassword')}
        />
      )}
      {wanted.code && <FactorField value={form.code} onChange={(code) => onChange({ code })} isFocused />}
    </>
  );
}

function NextRecoveryCode({ code, onDone }: { readonly code: string; readonly onDone: () => void }) {
  return (
    <Stack>
      <Text size="sm">Your recovery code is used up. This one takes its place: keep it with the others.</Text>
      <Secret title="Your new recovery code" text={code} />
      <Group justify="flex-end">
        <Button onClick={onDone}>I have stored it</Button>
      </Group>
    </Stack>
  );
}
