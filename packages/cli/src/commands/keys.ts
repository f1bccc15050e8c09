import { dataOf } from '@tessera-auth/client';
import { Argument, type Command } from 'commander';
import type { Resource } from '../output/resource.js';
import type { Session } from '../session/session.js';
import { REASON, wholeNumber, type Shell } from './shell.js';

const KEY: Resource = {
  fields: ['id', 'kid', 'state', 'publishedAt', 'signsFrom', 'signedUntil', 'liveTokens'],
  columns: [
    { title: 'ID', field: 'id' },
    { title: 'STATE', field: 'state' },
    { title: 'TOKENS', field: 'liveTokens' },
    { title: 'SIGNS FROM', field: 'signsFrom' },
    { title: 'UNTIL', field: 'signedUntil' },
    { title: 'KID', field: 'kid' },
  ],
};
const REVOKED: Resource = { fields: ['endedTokens', 'currentKid'], columns: [] };

/** `tessera keys`. */
export function addKeys(program: Command, shell: Shell): void {
  const keys = program.command('keys').description('signing keys');
  keys.command('list').description('list the signing keys, the newest first').action(shell.act(list));
  keys.command('rotate').description('sign with the next key from now on').action(shell.act(rotate));
  keys
    .command('revoke')
    .description('refuse everything that a key signed: it has leaked')
    .addArgument(new Argument('<id>', 'of `keys list`').argParser((text) => wholeNumber(text, 'The id')))
    .addOption(REASON())
    .action(shell.act(revoke));
}

async function list(session: Session): Promise<void> {
  const client = await session.client();
  const { items } = await dataOf(client.GET('/admin/signing-keys'));
  await session.print.list(items, KEY);
}

async function rotate(session: Session): Promise<void> {
  const client = await session.client();
  const { items } = await dataOf(client.POST('/admin/signing-keys/rotate'));
  await session.print.list(items, KEY);
}

async function revoke(session: Session, { reason }: { readonly reason: string }, id: number): Promise<void> {
  await session.confirm(`Refuse everything that key ${id} signed? Whoever logged in by it has to log in again.`);
  const client = await session.client();
  const called = client.POST('/admin/signing-keys/{id}/revoke', { params: { path: { id } }, body: { reason } });
  await session.print.item(await dataOf(called), REVOKED);
}
