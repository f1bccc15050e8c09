import { dataOf } from '@tessera-auth/client';
import type { Command } from 'commander';
import type { Session } from '../session/session.js';
import { listed } from './pages.js';
import { SESSION_RESOURCE } from './sessions.js';
import { forEach, LIMIT, type ListOptions, type Shell } from './shell.js';
import { TOKEN_RESOURCE } from './tokens.js';

interface OwnOptions extends ListOptions {
  readonly status?: 'active' | 'suspended' | 'revoked' | 'expired';
}

/** `tessera me`: for everyone. */
export function addMe(program: Command, shell: Shell): void {
  const me = program.command('me').description('your own tokens and sessions');
  const status = '--status <status>';
  me.command('tokens')
    .description('list your tokens')
    .option(status, 'active, suspended, revoked or expired')
    .addOption(LIMIT())
    .action(shell.act(listTokens));
  me.command('sessions')
    .description('list your sessions')
    .option(status, 'active, suspended, revoked or expired')
    .addOption(LIMIT())
    .action(shell.act(listSessions));
  me.command('end-token <id...>').description('end tokens of yours').action(shell.act(endTokens));
  me.command('end-session <id...>').description('end sessions of yours').action(shell.act(endSessions));
}

async function listTokens(session: Session, { limit, status }: OwnOptions): Promise<void> {
  const client = await session.client();
  const filters = status && { status };
  const tokens = listed(limit, (page) =>
    dataOf(client.GET('/me/tokens', { params: { query: { ...filters, ...page } } })),
  );
  await session.print.list(tokens, TOKEN_RESOURCE);
}

async function listSessions(session: Session, { limit, status }: OwnOptions): Promise<void> {
  const client = await session.client();
  const filters = status && { status };
  const sessions = listed(limit, (page) =>
    dataOf(client.GET('/me/sessions', { params: { query: { ...filters, ...page } } })),
  );
  await session.print.list(sessions, SESSION_RESOURCE);
}

async function endTokens(session: Session, _: unknown, ids: string[]): Promise<void> {
  const client = await session.client();
  await forEach(session, ids, async (id) => {
    await dataOf(client.DELETE('/me/tokens/{id}', { params: { path: { id } } }));
    session.say(`Ended ${id}.`);
  });
}

async function endSessions(session: Session, _: unknown, ids: string[]): Promise<void> {
  const client = await session.client();
  await forEach(session, ids, async (id) => {
    await dataOf(client.DELETE('/me/sessions/{id}', { params: { path: { id } } }));
    session.say(`Ended ${id}.`);
  });
}
