import { dataOf } from '@tessera-auth/client';
import type { Command } from 'commander';
import { CommandFailure, EXIT } from '../exit-codes.js';
import { followIncident } from '../incidents/follow.js';
import type { Resource } from '../output/resource.js';
import type { Session } from '../session/session.js';
import { listed } from './pages.js';
import { LIMIT, type ListOptions, type Shell } from './shell.js';

export const INCIDENT: Resource = {
  fields: [
    ...['id', 'state', 'action', 'matched', 'done', 'startedAt', 'endedAt', 'reason', 'actor.id', 'actor.username'],
    ...['match', 'failure'],
  ],
  columns: [
    { title: 'ID', field: 'id' },
    { title: 'STATE', field: 'state' },
    { title: 'ACTION', field: 'action' },
    { title: 'TOKENS', field: 'matched' },
    { title: 'STARTED', field: 'startedAt' },
    { title: 'BY', field: 'actor.username', mayBeCut: true },
    { title: 'REASON', field: 'reason', mayBeCut: true },
  ],
};

/** `tessera incidents`. */
export function addIncidents(program: Command, shell: Shell): void {
  const incidents = program.command('incidents').description('what revoke, suspend and restore have done');
  incidents.command('list').description('list incidents, the newest first').addOption(LIMIT()).action(shell.act(list));
  incidents.command('get <id>').description('show how far an incident is').action(shell.act(get));
  incidents.command('watch <id>').description('wait until an incident is done').action(shell.act(watch));
}

async function list(session: Session, { limit }: ListOptions): Promise<void> {
  const client = await session.client();
  const incidents = listed(limit, (page) => dataOf(client.GET('/admin/revocations', { params: { query: page } })));
  await session.print.list(incidents, INCIDENT);
}

async function get(session: Session, _: unknown, id: string): Promise<void> {
  const client = await session.client();
  const called = client.GET('/admin/revocations/{id}', { params: { path: { id } } });
  await session.print.item(await dataOf(called), INCIDENT);
}

async function watch(session: Session, _: unknown, id: string): Promise<void> {
  const incident = await followIncident(await session.client(), id, session.terminal);
  await session.print.item(incident, INCIDENT);
  if (incident.state !== 'done') throw new CommandFailure(EXIT.partlyDone, incident.failure ?? 'It is not done yet.');
}
