import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { call } from '../api.ts';
import { FactorFacts } from '../factor/factor-facts.tsx';
import type { SecondFactor as State, User } from '../model.ts';
import { DialogButton } from '../ui/act.tsx';
import { Section } from '../ui/page.tsx';
import { Loaded } from '../ui/states.tsx';

interface SecondFactorProps {
  readonly user: User;
  readonly canChange: boolean;
}

/** Whether a user has a second factor and must have one, and what an admin can do about it. */
export function SecondFactor({ user, canChange }: SecondFactorProps) {
  const path = `/admin/users/${String(user.id)}/second-factor` as const;
  const state = useQuery({
    queryKey: ['second-factor', user.id],
    queryFn: ({ signal }) => call('GET', path, { signal }),
  });
  return (
    <Section title="Second factor" actions={canChange && state.data && <Acts user={user} state={state.data} />}>
      <Loaded query={state}>{(found) => <FactorFacts state={found} />}</Loaded>
    </Section>
  );
}

function Acts({ user: { id, username }, state: { required, factor } }: { readonly user: User; readonly state: State }) {
  const path = `/admin/users/${String(id)}/second-factor` as const;
  const require = (wanted: boolean) => call('PUT', path, { body: { required: wanted } });
  return (
    <Group gap="xs">
      {required ? (
        <DialogButton
          label="Require no longer"
          title={`Require no second factor of ${username}?`}
          confirm="Require none"
          onConfirm={() => require(false)}
        >
          It stays required where their role requires it. One that is set up stays, and is asked for.
        </DialogButton>
      ) : (
        <DialogButton
          label="Require"
          title={`Require a second factor of ${username}?`}
          confirm="Require it"
          onConfirm={() => require(true)}
        >
          Without one, their next login has to set it up. Their password alone is refused where there is no second step.
        </DialogButton>
      )}
      {factor && (
        <DialogButton
          label="Reset"
          title={`Reset the second factor of ${username}?`}
          confirm="Reset it"
          isDangerous
          onConfirm={() => call('DELETE', path)}
        >
          Their app and their recovery codes let them in no longer. They are told by mail.
        </DialogButton>
      )}
    </Group>
  );
}
