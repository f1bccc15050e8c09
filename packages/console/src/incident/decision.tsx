import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ProblemError } from '@tessera-auth/client';
import { useState } from 'react';
import type { IncidentAction } from '../model.ts';
import { useAct } from '../ui/act.tsx';
import type { Values } from '../ui/filters.tsx';
import { Failure } from '../ui/states.tsx';
import { ACTIONS, beginIncident, type Counts } from './match.ts';

const LABELS = { suspend: 'Suspend', revoke: 'Revoke', restore: 'Restore' } as const;
const COLORS = { suspend: 'yellow.5', revoke: 'red', restore: 'teal.9' } as const;

interface DecisionProps {
  readonly match: Values;
  readonly counts: Counts;
}

/** Step four: why, how many, and which act. The number is typed, so that nobody ends what they have not read. */
export function Decision({ match, counts }: DecisionProps) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [form, setForm] = useState({ reason: '', count: '' });
  const [missing, setMissing] = useState<{ readonly reason?: string; readonly count?: string }>({});
  const begin = useAct(
    (action: IncidentAction) => beginIncident(action, match, form.reason.trim(), Number(form.count)),
    (id) => void navigate({ to: `/incident/${id}` }),
  );
  const decide = (action: IncidentAction) => {
    const faults = faultsOf(form, counts[action].matched, action);
    setMissing(faults);
    if (!faults.reason && !faults.count) begin.mutate(action);
  };
  const hasChanged = begin.error instanceof ProblemError && begin.error.status === 409;
  const lookAgain = () => {
    begin.reset();
    void queries.invalidateQueries({ queryKey: ['preview'] });
  };
  return (
    <Stack gap="sm">
      <Group align="flex-start">
        <TextInput
          label="Reason"
          className="grow"
          error={missing.reason}
          value={form.reason}
          onChange={({ currentTarget }) => setForm({ ...form, reason: currentTarget.value })}
        />
        <TextInput
          label="Number of tokens"
          inputMode="numeric"
          autoComplete="off"
          w={170}
          error={missing.count}
          value={form.count}
          onChange={({ currentTarget }) => setForm({ ...form, count: currentTarget.value })}
        />
      </Group>
      <Text size="xs" c="dimmed">
        Suspended tokens are refused everywhere and can be given back. Revoked ones stay refused.
      </Text>
      {begin.error && <Failure error={begin.error} {...(hasChanged && { onRetry: lookAgain })} />}
      <Group>
        {ACTIONS.map((action) => (
          <Button
            key={action}
            color={COLORS[action]}
            autoContrast
            variant={action === 'restore' ? 'default' : 'filled'}
            disabled={counts[action].matched === 0}
            loading={begin.isPending && begin.variables === action}
            onClick={() => decide(action)}
          >
            {LABELS[action]}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}

function faultsOf({ reason, count }: { reason: string; count: string }, matched: number, action: IncidentAction) {
  return {
    ...(reason.trim() === '' && { reason: 'Say why, for whoever looks at it later.' }),
    ...(count.trim() !== String(matched) && { count: `Type ${matched} to ${action} as many.` }),
  };
}
