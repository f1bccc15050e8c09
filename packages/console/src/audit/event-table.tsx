import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { call } from '../api.ts';
import { Scrolled } from '../tokens/short-tables.tsx';
import { EventLink } from '../ui/links.tsx';
import { Empty, Loaded } from '../ui/states.tsx';
import { Time } from '../ui/time.tsx';
import { ActorLink, TargetLink } from './names.tsx';

/** The latest events of somebody or something. */
export function EventTable({ query }: { readonly query: Readonly<Record<string, string>> }) {
  const events = useQuery({
    queryKey: ['events', query],
    queryFn: ({ signal }) => call('GET', '/admin/audit/events', { query: { ...query, limit: 10 }, signal }),
  });
  return (
    <Loaded query={events}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty>Nothing is in the log.</Empty>
        ) : (
          <Scrolled label="Events" heads={['When', 'What', 'By whom', 'To whom or what', 'Reason']}>
            {items.map((event) => (
              <Table.Tr key={event.id}>
                <Table.Td>
                  <Time at={event.time} />
                </Table.Td>
                <Table.Td>
                  <EventLink id={event.id}>{event.action}</EventLink>
                </Table.Td>
                <Table.Td>
                  <ActorLink event={event} />
                </Table.Td>
                <Table.Td className="breaks">
                  <TargetLink event={event} />
                </Table.Td>
                <Table.Td className="breaks">{event.reason}</Table.Td>
              </Table.Tr>
            ))}
          </Scrolled>
        )
      }
    </Loaded>
  );
}
