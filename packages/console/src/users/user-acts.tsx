import { Checkbox, PasswordInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../api.ts';
import { ROLES, type Role, type User, type UserChanges } from '../model.ts';
import { VISIBILITY } from '../ui/visibility.ts';
import { DialogButton } from '../ui/act.tsx';

const change = (id: number, body: UserChanges) => call('PATCH', `/admin/users/${String(id)}`, { body });

/** What an admin can do to a user. */
export function UserActs({ user }: { readonly user: User }) {
  const { id, username, enabled } = user;
  return (
    <>
      {enabled ? (
        <DialogButton
          label="Disable"
          title={`Disable ${username}?`}
          confirm="Disable the user"
          isDangerous
          onConfirm={() => change(id, { enabled: false })}
        >
          Every session and token of theirs ends at once, and no password lets them in until they are enabled again.
        </DialogButton>
      ) : (
        <DialogButton
          label="Enable"
          title={`Enable ${username}?`}
          confirm="Enable the user"
          onConfirm={() => change(id, { enabled: true })}
        >
          They can log in again. What ended when they were disabled stays ended.
        </DialogButton>
      )}
      <TemporaryPassword user={user} />
      <ChangeRole user={user} />
      <EndTokens user={user} />
      <Delete user={user} />
    </>
  );
}

function TemporaryPassword({ user: { id, username } }: { readonly user: User }) {
  const [temporaryPassword, setPassword] = useState('');
  const [endEverything, setEndEverything] = useState(false);
  return (
    <DialogButton
      label="Temporary password"
      title={`A temporary password for ${username}`}
      confirm="Set the password"
      isDisabled={temporaryPassword === ''}
      onConfirm={async () => {
        await change(id, { temporaryPassword, endEverything });
        setPassword('');
      }}
    >
      <Stack>
        <Text size="sm">Their logins end, and the next one must choose another password.</Text>
        <PasswordInput
          label="Temporary password"
          autoComplete="new-password"
          data-autofocus
          value={temporaryPassword}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
          {...VISIBILITY}
        />
        <Checkbox
          label="End their named and context tokens too"
          checked={endEverything}
          onChange={({ currentTarget }) => setEndEverything(currentTarget.checked)}
        />
      </Stack>
    </DialogButton>
  );
}

function ChangeRole({ user }: { readonly user: User }) {
  const [role, setRole] = useState<Role>(user.role);
  return (
    <DialogButton
      label="Role"
      title={`The role of ${user.username}`}
      confirm="Change the role"
      isDisabled={role === user.role}
      onConfirm={() => change(user.id, { role })}
    >
      <Select
        label="Role"
        data={[...ROLES]}
        value={role}
        allowDeselect={false}
        onChange={(chosen) => setRole(chosen ?? user.role)}
      />
    </DialogButton>
  );
}

function EndTokens({ user: { id, username } }: { readonly user: User }) {
  return (
    <DialogButton
      label="End everything"
      title={`End everything of ${username}?`}
      confirm="End all tokens"
      isDangerous
      onConfirm={() => call('POST', `/admin/users/${String(id)}/revoke-tokens`)}
    >
      Every session and token of theirs ends at once, named and context tokens too. They can log in again.
    </DialogButton>
  );
}

function Delete({ user: { id, username } }: { readonly user: User }) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  return (
    <DialogButton
      label="Delete"
      title={`Delete ${username}?`}
      confirm="Delete the user"
      isDangerous
      isDisabled={typed !== username}
      onConfirm={async () => {
        await call('DELETE', `/admin/users/${String(id)}`);
        await navigate({ to: '/users' });
      }}
    >
      <Stack>
        <Text size="sm">This cannot be undone. Their tokens end; what they did stays in the audit log.</Text>
        <TextInput
          label="Type their name"
          autoComplete="off"
          data-autofocus
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      </Stack>
    </DialogButton>
  );
}
