import { Group, MultiSelect, Stack, Switch, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api.ts';
import { useContexts } from '../contexts/use-contexts.ts';
import { DialogButton } from '../ui/act.tsx';
import { TextLink } from '../ui/links.tsx';
import { Loaded } from '../ui/states.tsx';

interface Props {
  readonly userId: number;
  readonly canChange: boolean;
}

/** What the context tokens of a user may do at most. */
export function AllowedContexts({ userId, canChange }: Props) {
  const query = useQuery({
    queryKey: ['allowed', userId],
    queryFn: ({ signal }) => call('GET', `/admin/users/${String(userId)}/contexts`, { signal }),
  });
  return (
    <Loaded query={query}>
      {({ allowed }) => (
        <Group justify="space-between">
          <Text size="sm" className="breaks">
            {allowed === null ? 'All contexts.' : allowed.length === 0 ? 'None.' : allowed.join(', ')}{' '}
            <TextLink to="/contexts">See who holds them</TextLink>
          </Text>
          {canChange && <ChangeAllowed userId={userId} allowed={allowed} />}
        </Group>
      )}
    </Loaded>
  );
}

interface ChangeAllowedProps {
  readonly userId: number;
  readonly allowed: readonly string[] | null;
}

function ChangeAllowed({ userId, allowed }: ChangeAllowedProps) {
  const contexts = useContexts();
  const [all, setAll] = useState(allowed === null);
  const [names, setNames] = useState<string[]>([...(allowed ?? [])]);
  return (
    <DialogButton
      label="Change"
      title="What their context tokens may do"
      confirm="Change"
      onConfirm={() =>
        call('PUT', `/admin/users/${String(userId)}/contexts`, { body: { allowed: all ? null : names } })
      }
    >
      <Stack>
        <Switch label="All contexts" checked={all} onChange={({ currentTarget }) => setAll(currentTarget.checked)} />
        {!all && (
          <MultiSelect
            label="Contexts"
            data={contexts.data?.contexts.map(({ name }) => name) ?? []}
            value={names}
            onChange={setNames}
            searchable
          />
        )}
      </Stack>
    </DialogButton>
  );
}
