import { Button, Group, Paper, SegmentedControl, Stack, Text, useMatches } from '@mantine/core';
import { useEffect, useState, type FormEvent } from 'react';
import { FilterInput, useFilters, type Values } from '../ui/filters.tsx';
import { TOKEN_FILTERS } from '../tokens/tokens.tsx';
import { Preview } from './preview.tsx';

/** What usually leaks, and by which filters it is found. */
const LEAKS: readonly { readonly value: string; readonly label: string; readonly filters: readonly string[] }[] = [
  { value: 'user', label: 'What a user has', filters: ['username', 'kind', 'issuedBefore'] },
  { value: 'address', label: 'What went to an address', filters: ['address', 'issuedAfter', 'issuedBefore'] },
  { value: 'time', label: 'What was issued in a time', filters: ['issuedAfter', 'issuedBefore', 'kind'] },
  {
    value: 'other',
    label: 'Something else',
    filters: TOKEN_FILTERS.map(({ name }) => name).filter((name) => name !== 'status'),
  },
];

/** Steps one and two: what leaked, and what matches. The match is in the address: it can be left and found again. */
export function IncidentForm() {
  const [match, setMatch] = useFilters();
  const orientation = useMatches({ base: 'vertical', sm: 'horizontal' } as const);
  const [draft, setDraft] = useState<Values>(match);
  const [leak, setLeak] = useState(() => leakOf(match));
  const key = JSON.stringify(match);
  useEffect(() => setDraft(JSON.parse(key) as Values), [key]);
  const shown = LEAKS.find(({ value }) => value === leak)!.filters;
  const fields = TOKEN_FILTERS.filter(({ name }) => shown.includes(name) || draft[name]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMatch(draft);
  };
  const isPreviewed = Object.keys(match).length > 0;
  return (
    <Stack>
      <Paper withBorder p="md">
        <form onSubmit={submit}>
          <Stack>
            <SegmentedControl
              aria-label="What leaked"
              data={LEAKS.map(({ value, label }) => ({ value, label }))}
              value={leak}
              onChange={setLeak}
              orientation={orientation}
            />
            <Group gap="xs" align="flex-end">
              {fields.map((field) => (
                <FilterInput
                  key={field.name}
                  field={field}
                  value={draft[field.name] ?? ''}
                  onChange={(value) => setDraft({ ...draft, [field.name]: value })}
                />
              ))}
              <Button type="submit">Preview</Button>
            </Group>
            <Text size="xs" c="dimmed">
              Tokens that fit all of it. Preview changes nothing.
            </Text>
          </Stack>
        </form>
      </Paper>
      {isPreviewed && <Preview key={key} match={match} />}
    </Stack>
  );
}

function leakOf(match: Values): string {
  const names = Object.keys(match);
  return LEAKS.find(({ filters }) => names.every((name) => filters.includes(name)))?.value ?? 'other';
}
