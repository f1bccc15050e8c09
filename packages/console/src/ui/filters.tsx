import { Button, Group, Select, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState, type FormEvent } from 'react';

/** One way to narrow a list down. */
export interface FilterField {
  readonly name: string;
  readonly label: string;
  /** What may be chosen; absent for any text. */
  readonly options?: readonly string[];
  /** Where it is a point in time. */
  readonly isTime?: boolean;
  /** Whether it is shown only to who asks for more. */
  readonly isRare?: boolean;
}

export type Values = Readonly<Record<string, string>>;

/** The filters that the address has, and what changes them: one step in the browser's history. */
export function useFilters(): readonly [Values, (values: Values) => void] {
  const search: Values = useSearch({ strict: false });
  const navigate = useNavigate();
  const { after: _, ...values } = search;
  return [values, (changed) => void navigate({ to: '.', search: withoutEmpty(changed) })];
}

interface FilterBarProps {
  readonly fields: readonly FilterField[];
}

/** The filters of a list, which live in the address: they take effect on Apply. */
export function FilterBar({ fields }: FilterBarProps) {
  const [values, apply] = useFilters();
  const [draft, setDraft] = useState(values);
  const key = JSON.stringify(values);
  useEffect(() => setDraft(JSON.parse(key) as Values), [key]);
  const [showsAll, setShowsAll] = useState(false);
  const shown = fields.filter(({ name, isRare }) => showsAll || !isRare || draft[name]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    apply(draft);
  };
  return (
    <form onSubmit={submit} aria-label="Filters">
      <Group gap="xs" align="flex-end">
        {shown.map((field) => (
          <FilterInput
            key={field.name}
            field={field}
            value={draft[field.name] ?? ''}
            onChange={(value) => setDraft({ ...draft, [field.name]: value })}
          />
        ))}
        <Button type="submit" variant="default">
          Apply
        </Button>
        {fields.some(({ isRare }) => isRare) && (
          <Button variant="subtle" aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
            {showsAll ? 'Fewer filters' : 'More filters'}
          </Button>
        )}
        {Object.keys(values).length > 0 && (
          <Button variant="subtle" onClick={() => apply({})}>
            Clear
          </Button>
        )}
      </Group>
    </form>
  );
}

interface FilterInputProps {
  readonly field: FilterField;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function FilterInput({ field, value, onChange }: FilterInputProps) {
  const { label, options, isTime } = field;
  if (options) {
    return (
      <Select
        label={label}
        data={[...options]}
        value={value || null}
        onChange={(chosen) => onChange(chosen ?? '')}
        placeholder="any"
        clearable
        w={150}
      />
    );
  }
  const shown = isTime && value ? localTime(value) : value;
  return (
    <TextInput
      label={label}
      value={shown}
      onChange={({ currentTarget }) => onChange(isTime ? instantOf(currentTarget.value) : currentTarget.value)}
      {...(isTime && { type: 'datetime-local', step: 60 })}
      w={isTime ? 210 : 170}
    />
  );
}

/** As an input for local times has it. */
function localTime(instant: string): string {
  const time = new Date(instant);
  return Number.isNaN(time.getTime())
    ? ''
    : new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function instantOf(local: string): string {
  return local === '' ? '' : new Date(local).toISOString();
}

function withoutEmpty(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}
