import { Button, Group, NumberInput, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { call } from '../api.ts';
import type { Settings as SettingsModel } from '../model.ts';
import { useMe } from '../session/session.ts';
import { useAct } from '../ui/act.tsx';
import { Page } from '../ui/page.tsx';
import { Failure, Loaded } from '../ui/states.tsx';

/** Those that the page can explain; what else the service has is shown by its name. */
const ABOUT: Readonly<Record<string, readonly [label: string, description: string]>> = {
  api2TokenSeconds: [
    'Lifetime of login tokens, in seconds',
    'Of those that api2 issues from now on; 600 to 2,592,000.',
  ],
  v1AccessTokenSeconds: [
    'Lifetime of access and id tokens, in seconds',
    'Of those that v1 issues from now on; 300 to 2,592,000.',
  ],
  auditRetentionDays: ['Days that the audit log keeps its events', 'Empty for ever; else 30 to 36,500.'],
};

export function Settings() {
  const settings = useQuery({
    queryKey: ['settings'],
    queryFn: ({ signal }) => call<SettingsModel>('GET', '/admin/settings', { signal }),
  });
  return (
    <Page title="Settings" about="What holds from now on; what was issued before keeps its end.">
      <Loaded query={settings}>{(saved) => <SettingsForm key={JSON.stringify(saved)} saved={saved} />}</Loaded>
    </Page>
  );
}

type Values = Readonly<Record<string, number | string | boolean | null>>;

function SettingsForm({ saved }: { readonly saved: SettingsModel }) {
  const isAdmin = useMe().role === 'admin';
  const before: Values = { ...saved };
  const [values, setValues] = useState(before);
  const changed = Object.entries(values).filter(([name, value]) => value !== before[name]);
  const save = useAct(() => call('PATCH', '/admin/settings', { body: Object.fromEntries(changed) }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack maw={480}>
        {Object.entries(values).map(([name, value]) => (
          <NumberInput
            key={name}
            label={ABOUT[name]?.[0] ?? name}
            description={ABOUT[name]?.[1]}
            allowDecimal={false}
            allowNegative={false}
            hideControls
            disabled={!isAdmin}
            value={value === null ? '' : Number(value)}
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
