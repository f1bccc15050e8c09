import { Badge, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { call } from '../api.ts';
import type { Incident } from '../model.ts';
import { useMe } from '../session/session.ts';
import { Scrolled } from '../tokens/short-tables.tsx';
import { TextLink, UserLink } from '../ui/links.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Empty, Loaded } from '../ui/states.tsx';
import { Time } from '../ui/time.tsx';
import { IncidentForm } from './incident-form.tsx';

/** What leaked, and what is done about it; earlier ones below. */
export function Incidents() {
  const isAdmin = useMe().role === 'admin';
  return (
    <Page title="Incident" about="Something has leaked: find the tokens, look at what would end, and end it.">
      {isAdmin && <IncidentForm />}
      <Section title="Earlier and under way">
        <EarlierIncidents />
      </Section>
    </Page>
  );
}

function EarlierIncidents() {
  const incidents = useQuery({
    queryKey: ['incidents'],
    queryFn: ({ signal }) => call('GET', '/admin/revocations', { query: { limit: 20 }, signal }),
  });
  return (
    <Loaded query={incidents}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty>There has been none.</Empty>
        ) : (
          <Scrolled label="Incidents" heads={['Reason', 'Act', 'State', 'Tokens', 'By', 'Begun']}>
            {items.map((incident) => (
              <Table.Tr key={incident.id}>
                <Table.Td className="breaks">
                  <TextLink to={`/incident/${incident.id}`}>{incident.reason}</TextLink>
                </Table.Td>
                <Table.Td>{incident.action}</Table.Td>
                <Table.Td>
                  <IncidentState incident={incident} />
                </Table.Td>
                <Table.Td>{incident.matched}</Table.Td>
                <Table.Td>
                  <UserLink user={incident.actor} />
                </Table.Td>
                <Table.Td>
                  <Time at={incident.startedAt} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Scrolled>
        )
      }
    </Loaded>
  );
}

const COLORS = { running: 'yellow', done: 'teal', failed: 'red' } as const;

export function IncidentState({ incident: { state } }: { readonly incident: Incident }) {
  return (
    <Badge color={COLORS[state]} variant="light" autoContrast className="badge">
      {state}
    </Badge>
  );
}
