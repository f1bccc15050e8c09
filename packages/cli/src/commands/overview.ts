import { dataOf } from '@tessera-auth/client';
import type { Command } from 'commander';
import type { Resource } from '../output/resource.js';
import type { Session } from '../session/session.js';
import type { Shell } from './shell.js';

const HIT: Resource = {
  fields: ['type', 'id', 'title', 'user.id', 'user.username'],
  columns: [
    { title: 'TYPE', field: 'type' },
    { title: 'ID', field: 'id' },
    { title: 'TITLE', field: 'title', mayBeCut: true },
  ],
};
const HOUR: Resource = {
  fields: ['hour', 'logins', 'refusedLogins', 'verifications', 'refusedVerifications', 'revocations'],
  columns: [
    { title: 'HOUR', field: 'hour' },
    { title: 'LOGINS', field: 'logins' },
    { title: 'REFUSED', field: 'refusedLogins' },
    { title: 'VERIFIED', field: 'verifications' },
    { title: 'REFUSED', field: 'refusedVerifications' },
    { title: 'REVOKED', field: 'revocations' },
  ],
};
const HEALTH: Resource = {
  fields: ['status', 'checks.database.status', 'checks.changeFeed.status', 'warnings'],
  columns: [],
};

/** `tessera search`, `overview` and `health`. */
export function addOverview(program: Command, shell: Shell): void {
  program
    .command('search <text>')
    .description('find users by their names, and anything by its id')
    .action(shell.act(search));
  program
    .command('overview')
    .description('the last 24 hours by the hour, and what should be mended')
    .action(shell.act(overview));
  program.command('health').description('show whether the service is ready').action(shell.act(health));
}

async function search(session: Session, _: unknown, q: string): Promise<void> {
  const client = await session.client();
  const { items } = await dataOf(client.GET('/admin/search', { params: { query: { q } } }));
  await session.print.list(items, HIT);
}

async function overview(session: Session): Promise<void> {
  const client = await session.client();
  const found = await dataOf(client.GET('/admin/overview'));
  if (session.print.isJson) return session.print.item(found, HOUR);
  await session.print.list(found.hours, HOUR);
  for (const { message } of found.attention) session.say(`Attention: ${message}.`);
}

async function health(session: Session): Promise<void> {
  const client = await session.login.anonymousClient();
  await session.print.item(await dataOf(client.GET('/health/ready')), HEALTH);
}
