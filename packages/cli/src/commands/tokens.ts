import { dataOf } from '@tessera-auth/client';
import type { Command } from 'commander';
import type { Resource } from '../output/resource.js';
import type { Session } from '../session/session.js';
import { explain } from './explain.js';
import { listed } from './pages.js';
import { forEach, LIMIT, type ListOptions, type Shell } from './shell.js';
import { addTokenFilters, tokenFiltersOf } from './token-filters.js';
import { usageFault } from '../exit-codes.js';

export const TOKEN_RESOURCE: Resource = {
  fields: [
    ...['id', 'kind', 'user.id', 'user.username', 'sessionId', 'description', 'contexts', 'issuedAt'],
    ...['issuedFrom.address', 'issuedFrom.userAgent', 'expiresAt', 'lastUsedAt', 'lastUsedFrom', 'status', 'endedAt'],
    ...['endedBy.kind', 'endedBy.id', 'endedBy.username', 'reason', 'keyId'],
  ],
  columns: [
    { title: 'ID', field: 'id' },
    { title: 'KIND', field: 'kind', mayBeCut: true },
    { title: 'USER', field: 'user.username', mayBeCut: true },
    { title: 'STATUS', field: 'status' },
    { title: 'ISSUED', field: 'issuedAt' },
    { title: 'FROM', field: 'issuedFrom.address' },
    { title: 'LAST USED', field: 'lastUsedAt' },
    { title: 'EXPIRES', field: 'expiresAt' },
    { title: 'DESCRIPTION', field: 'description', mayBeCut: true },
  ],
};

/** `tessera tokens`. */
export function addTokens(program: Command, shell: Shell): void {
  const tokens = program.command('tokens').description('tokens of every kind, of every user');
  addTokenFilters(tokens.command('list').description('list tokens, the latest first'))
    .addOption(LIMIT())
    .action(shell.act(list));
  tokens.command('get <id>').description('show a token').action(shell.act(get));
  tokens
    .command('revoke <id...>')
    .description('end tokens, with a --reason; - reads the text of one from standard input, which is reason enough')
    .option('--reason <text>', 'why; it stays with the token')
    .action(shell.act(revoke));
  tokens
    .command('explain <->')
    .description('say why a text is accepted or refused as a token; it is read from standard input')
    .action(shell.act(explain));
}

async function list(session: Session, options: ListOptions & Record<string, unknown>): Promise<void> {
  const client = await session.client();
  const filters = tokenFiltersOf(options) as object;
  const tokens = listed(options.limit, (page) =>
    dataOf(client.GET('/admin/tokens', { params: { query: { ...filters, ...page } } })),
  );
  await session.print.list(tokens, TOKEN_RESOURCE);
}

async function get(session: Session, _: unknown, id: string): Promise<void> {
  const client = await session.client();
  await session.print.item(
    await dataOf(client.GET('/admin/tokens/{id}', { params: { path: { id } } })),
    TOKEN_RESOURCE,
  );
}

async function revoke(session: Session, { reason }: { readonly reason?: string }, ids: string[]): Promise<void> {
  if (ids.length === 1 && ids[0] === '-') return revokeText(session);
  if (!reason) throw usageFault('Say why: --reason TEXT. It stays with the tokens.');
  const client = await session.client();
  await forEach(session, ids, async (id) => {
    await dataOf(client.DELETE('/admin/tokens/{id}', { params: { path: { id } }, body: { reason } }));
    session.say(`Revoked ${id}.`);
  });
}

/** Whoever has a token may end it (RFC 7009); whether there was one is not told. */
async function revokeText(session: Session): Promise<void> {
  const token = await session.readToken('-');
  const client = await session.login.anonymousClient();
  await dataOf(client.POST('/oauth2/revoke', { body: { token }, parseAs: 'text' }));
  session.say('The token is not active any more, if it ever was.');
}
