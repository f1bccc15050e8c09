import { dataOf } from '@tessera-auth/client';
import { Option, type Command } from 'commander';
import type { Resource } from '../output/resource.js';
import type { Session } from '../session/session.js';
import { addEventFilters, EVENT, eventFiltersOf, type EventFilters } from './audit-events.js';
import { exportCommand, growthCommand, verifyCommand } from './audit-proofs.js';
import { listed } from './pages.js';
import { LIMIT, wholeNumber, type ListOptions, type Shell } from './shell.js';
import { tail } from './audit-tail.js';

const PROOF: Resource = {
  fields: ['leafIndex', 'treeSize', 'leafHash', 'inclusionPath', 'payload', 'checkpoint'],
  columns: [],
};

/** `tessera audit`. */
export function addAudit(program: Command, shell: Shell): void {
  const audit = program.command('audit').description('what happened, and the proof of it');
  addEventFilters(audit.command('list').description('list events, the newest first'))
    .option('--before <time>', 'earlier than this time')
    .option('--after <time>', 'later than this time (RFC 3339)')
    .addOption(LIMIT())
    .action(shell.act(list));
  addEventFilters(audit.command('tail').description('show the last events, and others as they happen'))
    .addOption(
      new Option('-n, --lines <count>', 'so many of the past')
        .argParser((text) => wholeNumber(text, '--lines'))
        .default(10),
    )
    .action(shell.act(tail));
  audit.command('get <id>').description('show an event').action(shell.act(get));
  audit
    .command('proof <id>')
    .description('show the proof that an event is in the log (RFC 9162)')
    .action(shell.act(prove));
  growthCommand(audit, shell);
  exportCommand(audit, shell);
  verifyCommand(audit, shell);
  audit.command('checkpoint').description('print the signed size and root of the log').action(shell.act(checkpoint));
  audit.command('key').description('print the key that verifies checkpoints').action(shell.act(key));
}

interface ListedOptions extends EventFilters, ListOptions {
  readonly before?: string;
  readonly after?: string;
}

async function list(session: Session, { limit, before, after, ...options }: ListedOptions): Promise<void> {
  const client = await session.client();
  const filters = { ...eventFiltersOf(options), before, after } as object;
  const events = listed(limit, (page) =>
    dataOf(client.GET('/admin/audit/events', { params: { query: { ...filters, ...page } } })),
  );
  await session.print.list(events, EVENT);
}

async function get(session: Session, _: unknown, id: string): Promise<void> {
  const client = await session.client();
  await session.print.item(await dataOf(client.GET('/admin/audit/events/{id}', { params: { path: { id } } })), EVENT);
}

async function prove(session: Session, _: unknown, id: string): Promise<void> {
  const client = await session.client();
  const called = client.GET('/admin/audit/events/{id}/proof', { params: { path: { id } } });
  await session.print.item(await dataOf(called), PROOF);
}

async function checkpoint(session: Session): Promise<void> {
  const client = await session.login.anonymousClient();
  await session.print.write((await dataOf(client.GET('/audit/checkpoint', { parseAs: 'text' }))) ?? '');
}

async function key(session: Session): Promise<void> {
  const client = await session.login.anonymousClient();
  await session.print.write((await dataOf(client.GET('/audit/key', { parseAs: 'text' }))) ?? '');
}
