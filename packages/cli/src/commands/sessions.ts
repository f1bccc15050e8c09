import { dataOf } from '@tessera-auth/client';
import type { Command } from 'commander';
import type { Resource } from '../output/resource.js';
import type { Session } from '../session/session.js';
import { listed } from './pages.js';
import { forEach, LIMIT, REASON, type ListOptions, type Shell } from './shell.js';

export const SESSION_RESOURCE: Resource = {
  fields: [
    ...['id', 'user.id', 'user.username', 'createdAt', 'createdFrom.address', 'createdFrom.userAgent'],
    ...['lastRefreshedAt', 'refreshes', 'expiresAt', 'activeTokens', 'status', 'endedAt'],
    ...['endedBy.kind', 'endedBy.id', 'endedBy.username', 'reason'],
  ],
  columns: [
    { title: 'ID', field: 'id' },
    { title: 'USER', field: 'user.username', mayBeCut: true },
    { title: 'STATUS', field: 'status' },
    { title: 'CREATED', field: 'createdAt' },
    { title: 'FROM', field: 'createdFrom.address' },
    { title: 'REFRESHED', field: 'lastRefreshedAt' },
    { title: 'TOKENS', field: 'activeTokens' },
  ],
};

/** `tessera sessions`. */
export function addSessions(program: Command, shell: Shell): void {
  const sessions = program.command('sessions').description('login sessions of the family v1');
  sessions
    .command('list')
    .description('list sessions, the latest first')
    .option('--user-id <id>', 'of this user')
    .option('--username <name>', 'of this user')
    .option('--status <status>', 'active, suspended, revoked or expired')
    .option('--issued-after <time>', 'created later than this time (RFC 3339)')
    .option('--issued-before <time>', 'created earlier')
    .option('--issued-from <network>', 'created from this address or network')
    .addOption(LIMIT())
    .action(shell.act(list));
  sessions
    .command('end <id...>')
    .description('end sessions with all their tokens')
    .addOption(REASON())
    .action(shell.act(end));
}

interface SessionFilters extends ListOptions {
  readonly userId?: string;
  readonly username?: string;
  readonly status?: string;
  readonly issuedAfter?: string;
  readonly issuedBefore?: string;
  readonly issuedFrom?: string;
}

async function list(session: Session, { limit, issuedFrom: address, ...options }: SessionFilters): Promise<void> {
  const client = await session.client();
  const { userId, username, status, issuedAfter, issuedBefore } = options;
  const filters = { userId, username, status, issuedAfter, issuedBefore, address } as object;
  const sessions = listed(limit, (page) =>
    dataOf(client.GET('/admin/sessions', { params: { query: { ...filters, ...page } } })),
  );
  await session.print.list(sessions, SESSION_RESOURCE);
}

async function end(session: Session, { reason }: { readonly reason: string }, ids: string[]): Promise<void> {
  const client = await session.client();
  await forEach(session, ids, async (id) => {
    await dataOf(client.DELETE('/admin/sessions/{id}', { params: { path: { id } }, body: { reason } }));
    session.say(`Ended ${id}.`);
  });
}
