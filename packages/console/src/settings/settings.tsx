import { Button, Group, NumberInput, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { call } from '../api.ts';
import type { Settings } from '../model.ts';
import type { BodyOf } from '../operations.ts';
import { useMe } from '../session/session.ts';
import { useAct } from '../ui/act.tsx';
import { Page } from '../ui/page.tsx';
import { Failure, Loaded } from '../ui/states.tsx';

type Name = Exclude<keyof Settings, 'ranges'>;
type Values = Readonly<Record<Name, number | null>>;

const LABELS: Readonly<Record<Name, string>> = {
  api2TokenSeconds: 'Lifetime of login tokens, in seconds',
  v1AccessTokenSeconds: 'Lifetime of access and id tokens, in seconds',
  maxTokensPerUser: 'Active tokens of each kind that a user may have',
  endedTokenRetentionDays: 'Days that tokens and sessions are listed after they ended',
  auditRetentionDays: 'Days that the audit log keeps its events',
};

export function SettingsPage() {
  const settings = useQuery({
    queryKey: ['settings'],
    queryFn: ({ signal }) => call('GET', '/admin/settings', { signal }),
  });
  return (
    <Page title="Settings" about="What holds from now on; what was issued before keeps its end.">
      <Loaded query={settings}>{(saved) => <SettingsForm key={JSON.stringify(saved)} saved={saved} />}</Loaded>
    </Page>
  );
}

const NAMES = Object.keys(LABELS) as Name[];

function SettingsForm({ saved }: { readonly saved: Settings }) {
  const isAdmin = useMe().role === 'admin';
  const [values, setValues] = useState<Values>(saved);
  const changed = NAMES.filter((name) => values[name] !== saved[name]);
  const save = useAct(() => {
    const body: Partial<Values> = Object.fromEntries(changed.map((name) => [name, values[name]]));
    // The service says of a value that is missing that it must be a number.
    return call('PATCH', '/admin/settings', { body: body as BodyOf<'PATCH', '/admin/settings'> });
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack maw={480}>
        {NAMES.map((name) => (
          <NumberInput
            key={name}
            label={LABELS[name]}
            description={rangeOf(name, saved)}
            allowDecimal={false}
            allowNegative={false}
            hideControls
            disabled={!isAdmin}
            value={values[name] ?? ''}
            onChange={(next) => setValues({ ...values, [name]: next === '' ? null : Number(next) })}
          />
        ))}
        {save.error && <Failure error={save.error} />}
        {isAdmin && (
          <Group>
            <Button type="submit" disabled={changed.length === 0} loading={save.isPending}>
              Save
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}

function rangeOf(name: Name, { ranges }: Settings): string | undefined {
  if (!ranges) return undefined;
  const { min, max, default: byDefault } = ranges[name];
  const range = `From ${min.toLocaleString('en')} to ${max.toLocaleString('en')}`;
  return byDefault === null ? `${range}; empty for ever.` : `${range}; ${byDefault.toLocaleString('en')} by default.`;
}
