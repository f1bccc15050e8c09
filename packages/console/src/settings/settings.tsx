import { Button, Group, NumberInput, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { call } from '../api.ts';
import type { Setting } from '../model.ts';
import { useMe } from '../session/session.ts';
import { useAct } from '../ui/act.tsx';
import { Page } from '../ui/page.tsx';
import { Failure, Loaded } from '../ui/states.tsx';

/** A setting with its range, or its value alone. */
type Settings = Readonly<Record<string, Setting | number | null>>;

/** Those that the page can explain; what else the service has is shown by its name. */
const LABELS: Readonly<Record<string, string>> = {
  api2TokenSeconds: 'Lifetime of login tokens, in seconds',
  v1AccessTokenSeconds: 'Lifetime of access and id tokens, in seconds',
  auditRetentionDays: 'Days that the audit log keeps its events',
};

export function SettingsPage() {
  const settings = useQuery({
    queryKey: ['settings'],
    queryFn: ({ signal }) => call<Settings>('GET', '/admin/settings', { signal }),
  });
  return (
    <Page title="Settings" about="What holds from now on; what was issued before keeps its end.">
      <Loaded query={settings}>{(saved) => <SettingsForm key={JSON.stringify(saved)} saved={saved} />}</Loaded>
    </Page>
  );
}

type Values = Readonly<Record<string, number | null>>;

function SettingsForm({ saved }: { readonly saved: Settings }) {
  const isAdmin = useMe().role === 'admin';
  const before: Values = Object.fromEntries(Object.entries(saved).map(([name, setting]) => [name, valueOf(setting)]));
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
            label={LABELS[name] ?? name}
            description={rangeOf(saved[name])}
            allowDecimal={false}
            allowNegative={false}
            hideControls
            disabled={!isAdmin}
            value={value ?? ''}
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

function valueOf(setting: Settings[string]): number | null {
  return typeof setting === 'object' && setting !== null ? setting.value : (setting ?? null);
}

function rangeOf(setting: Settings[string] | undefined): string | undefined {
  if (typeof setting !== 'object' || setting === null) return undefined;
  const { min, max, default: byDefault } = setting;
  const range = `From ${min.toLocaleString('en')} to ${max.toLocaleString('en')}`;
  return byDefault === null ? `${range}; empty for ever.` : `${range}; ${byDefault.toLocaleString('en')} by default.`;
}
