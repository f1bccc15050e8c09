import { Button, Group, PasswordInput, Select, Stack, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { call } from '../api.ts';
import { ROLES, type Role } from '../model.ts';
import { VISIBILITY } from '../ui/visibility.ts';
import { useAct } from '../ui/act.tsx';
import { Page } from '../ui/page.tsx';
import { Failure } from '../ui/states.tsx';

const EMPTY = { username: '', fullName: '', email: '', role: 'viewer' as Role, temporaryPassword: '' };

export function NewUser() {
  const navigate = useNavigate();
  const [form, setForm] = useState(EMPTY);
  const create = useAct(
    () => {
      const { fullName, email, ...needed } = form;
      const body = { ...needed, ...(fullName && { fullName }), ...(email && { email }) };
      return call('POST', '/admin/users', { body });
    },
    ({ id }) => void navigate({ to: `/users/${id}` }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate();
  };
  const field = (name: keyof typeof EMPTY) => ({
    value: form[name],
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
      setForm({ ...form, [name]: currentTarget.value });
    },
  });
  return (
    <Page title="New user" about="They choose a password of their own at their first login.">
      <form onSubmit={submit}>
        <Stack maw={420}>
          <TextInput label="User name" required autoComplete="off" autoFocus {...field('username')} />
          <TextInput label="Full name" autoComplete="off" {...field('fullName')} />
          <TextInput label="E-mail" type="email" autoComplete="off" {...field('email')} />
          <Select
            label="Role"
            data={[...ROLES]}
            value={form.role}
            allowDeselect={false}
            onChange={(role) => setForm({ ...form, role: role ?? 'viewer' })}
          />
          <PasswordInput
            label="Temporary password"
            required
            autoComplete="new-password"
            {...VISIBILITY}
            {...field('temporaryPassword')}
          />
          {create.error && <Failure error={create.error} />}
          <Group>
            <Button type="submit" loading={create.isPending}>
              Create
            </Button>
          </Group>
        </Stack>
      </form>
    </Page>
  );
}
