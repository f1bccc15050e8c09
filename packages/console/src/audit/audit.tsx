import { Code } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { call, download } from '../api.ts';
import type { AuditEvent } from '../model.ts';
import { FilterBar, useFilters, type FilterField } from '../ui/filters.tsx';
import { Dash, EventLink } from '../ui/links.tsx';
import { List, type Column } from '../ui/list.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Loaded } from '../ui/states.tsx';
import { Time } from '../ui/time.tsx';
import { DialogButton } from '../ui/act.tsx';
import { ActorLink, TargetLink } from './names.tsx';

export const EVENT_FILTERS: readonly FilterField[] = [
  { name: 'action', label: 'Action' },
  { name: 'actor', label: 'By whom' },
  { name: 'target', label: 'To whom or what' },
  { name: 'outcome', label: 'Outcome', options: ['success', 'refused'] },
  { name: 'requestId', label: 'Request id' },
  { name: 'before', label: 'Before', isTime: true },
];

const COLUMNS: readonly Column<AuditEvent>[] = [
  { title: 'When', width: '120px', cell: ({ time }) => <Time at={time} /> },
  { title: 'What', width: 'minmax(190px, 1.2fr)', cell: ({ id, action }) => <EventLink id={id}>{action}</EventLink> },
  { title: 'By whom', width: 'minmax(110px, 1fr)', cell: (event) => <ActorLink event={event} /> },
  { title: 'To whom or what', width: 'minmax(130px, 1fr)', cell: (event) => <TargetLink event={event} /> },
  { title: 'From', width: '130px', cell: ({ source }) => source.address ?? <Dash /> },
  { title: 'Reason', width: 'minmax(110px, 1fr)', cell: ({ reason }) => reason ?? <Dash /> },
];

export function Audit() {
  const [filters] = useFilters();
  return (
    <Page title="Audit" about="Everything that happened, in a log that proves itself." actions={<Export />}>
      <FilterBar fields={EVENT_FILTERS} />
      <List
        label="Events"
        path="/admin/audit/events"
        query={filters}
        columns={COLUMNS}
        keyOf={({ id }) => id}
        empty="No event is like that."
      />
      <Section title="The current checkpoint">
        <Checkpoint />
      </Section>
    </Page>
  );
}

function Checkpoint() {
  const checkpoint = useQuery({
    queryKey: ['checkpoint'],
    queryFn: ({ signal }) => call('GET', '/audit/checkpoint', { signal, parseAs: 'text' }),
  });
  return (
    <Loaded query={checkpoint}>
      {(note) => (
        <Code block className="breaks" tabIndex={0}>
          {note}
        </Code>
      )}
    </Loaded>
  );
}

function Export() {
  return (
    <DialogButton label="Export" title="Export the whole log?" confirm="Export" onConfirm={saveLog}>
      Each line is an event as it was hashed; the last one has the checkpoint that signs them all. Verify the file with
      tessera audit verify.
    </DialogButton>
  );
}

async function saveLog(): Promise<void> {
  const file = await download('/admin/audit/export');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `tessera-audit-${new Date().toISOString().slice(0, 10)}.jsonl`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
