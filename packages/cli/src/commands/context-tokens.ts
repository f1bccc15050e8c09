import { dataOf } from '@tessera-auth/client';
import { Option, type Command } from 'commander';
import type { Resource } from '../output/resource.js';
import type { Session } from '../session/session.js';
import { listed } from './pages.js';
import { commaSeparated, LIMIT, wholeNumber, type ListOptions, type Shell } from './shell.js';

const LISTED: Resource = {
  fields: ['userId', 'userFullName', 'context', 'token'],
  columns: [
    { title: 'USER', field: 'userId' },
    { title: 'TOKEN', field: 'token' },
    { title: 'NAME', field: 'userFullName', mayBeCut: true },
  ],
};
const ISSUED: Resource = { fields: ['token'], columns: [] };
const CATALOGUE: Resource = {
  fields: ['code', 'name'],
  columns: [
    { title: 'CODE', field: 'code' },
    { title: 'NAME', field: 'name', mayBeCut: true },
  ],
};
const USER_ID = 'the id of the owner; another than yourself takes an admin';

const userId = (): Option => new Option('--user-id <id>', USER_ID).argParser((text) => wholeNumber(text, '--user-id'));
const contextNames = (): Option =>
  new Option('--contexts <names>', 'what it may do: names with commas between').argParser(commaSeparated);

/** `tessera context-tokens`: the family authtokens. */
export function addContextTokens(program: Command, shell: Shell): void {
  const tokens = program.command('context-tokens').description('tokens that may do only some operations');
  tokens
    .command('list')
    .description('list context tokens with their texts; an admin sees all')
    .addOption(LIMIT())
    .action(shell.act(list));
  tokens.command('catalogue').description('list the contexts that there are').action(shell.act(catalogue));
  tokens
    .command('issue')
    .description('issue a context token')
    .addOption(userId().makeOptionMandatory())
    .addOption(contextNames().makeOptionMandatory())
    .action(shell.act(issue));
  tokens
    .command('update <->')
    .description('change the owner or the contexts of the token on standard input; its text stays')
    .addOption(userId())
    .addOption(contextNames())
    .action(shell.act(update));
  tokens.command('revoke <->').description('revoke the context token on standard input').action(shell.act(revoke));
}

async function list(session: Session, { limit }: ListOptions): Promise<void> {
  const client = await session.client();
  const tokens = listed(limit, async (page) => {
    const { list, nextCursor } = await dataOf(client.GET('/api/authtokens/json', { params: { query: page } }));
    return { items: list, next: nextCursor ?? null };
  });
  await session.print.list(tokens, LISTED);
}

async function catalogue(session: Session): Promise<void> {
  const client = await session.client();
  const { list } = await dataOf(client.GET('/api/authtokens/context/json'));
  await session.print.list(list, CATALOGUE);
}

interface Grant {
  readonly userId: number;
  readonly contexts: string[];
}

async function issue(session: Session, { userId, contexts }: Grant): Promise<void> {
  const client = await session.client();
  const body = { userId, context: contexts };
  await session.print.item(await dataOf(client.POST('/api/authtokens', { body })), ISSUED);
}

async function update(session: Session, { userId, contexts }: Partial<Grant>, argument: string): Promise<void> {
  const token = await session.readToken(argument);
  const client = await session.client();
  const body = { token, ...(userId !== undefined && { userId }), ...(contexts && { context: contexts }) };
  await dataOf(client.PUT('/api/authtokens', { body }));
  session.say('Changed.');
}

async function revoke(session: Session, _: unknown, argument: string): Promise<void> {
  const token = await session.readToken(argument);
  const client = await session.client();
  await dataOf(client.DELETE('/api/authtokens', { body: { token } }));
  session.say('Revoked.');
}
