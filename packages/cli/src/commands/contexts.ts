import { dataOf } from '@tessera-auth/client';
import { Argument, type Command } from 'commander';
import type { Resource } from '../output/resource.js';
import type { Session } from '../session/session.js';
import { listed } from './pages.js';
import { LIMIT, wholeNumber, type ListOptions, type Shell } from './shell.js';

const CONTEXT: Resource = {
  fields: ['code', 'name', 'description'],
  columns: [
    { title: 'CODE', field: 'code' },
    { title: 'NAME', field: 'name', mayBeCut: true },
    { title: 'DESCRIPTION', field: 'description', mayBeCut: true },
  ],
};
const HOLDER: Resource = {
  fields: ['user.id', 'user.username', 'tokens', 'hasMoreTokens'],
  columns: [
    { title: 'ID', field: 'user.id' },
    { title: 'USER', field: 'user.username', mayBeCut: true },
    { title: 'TOKENS', field: 'tokens.length' },
  ],
};

const code = (): Argument => new Argument('<code>', 'its number').argParser((text) => wholeNumber(text, 'The code'));

interface Description {
  readonly name?: string;
  readonly description?: string;
}

/** `tessera contexts`. */
export function addContexts(program: Command, shell: Shell): void {
  const contexts = program.command('contexts').description('what context tokens can be limited to');
  contexts.command('list').description('list all contexts').action(shell.act(list));
  contexts
    .command('create')
    .description('add a context')
    .addArgument(code())
    .argument('<name>')
    .option('--description <text>', 'for people')
    .action(shell.act(create));
  contexts
    .command('update')
    .description('change the name or the description of a context')
    .addArgument(code())
    .option('--name <name>', 'the new name')
    .option('--description <text>', 'for people; an empty one takes it away')
    .action(shell.act(update));
  contexts
    .command('delete')
    .description('delete a context that no token names')
    .addArgument(code())
    .action(shell.act(remove));
  contexts
    .command('holders')
    .description('list who can do this now, and by which tokens')
    .addArgument(code())
    .addOption(LIMIT())
    .action(shell.act(holders));
}

async function list(session: Session): Promise<void> {
  const client = await session.client();
  const { contexts } = await dataOf(client.GET('/admin/contexts'));
  await session.print.list(contexts, CONTEXT);
}

async function create(session: Session, { description }: Description, code: number, name: string): Promise<void> {
  const client = await session.client();
  const body = { code, name, ...(description && { description }) };
  await session.print.item(await dataOf(client.POST('/admin/contexts', { body })), CONTEXT);
}

async function update(session: Session, { name, description }: Description, code: number): Promise<void> {
  const client = await session.client();
  const body = {
    ...(name !== undefined && { name }),
    ...(description !== undefined && { description: description || null }),
  };
  const called = client.PATCH('/admin/contexts/{code}', { params: { path: { code } }, body });
  await session.print.item(await dataOf(called), CONTEXT);
}

async function remove(session: Session, _: unknown, code: number): Promise<void> {
  const client = await session.client();
  await dataOf(client.DELETE('/admin/contexts/{code}', { params: { path: { code } } }));
  session.say(`Deleted ${code}.`);
}

async function holders(session: Session, { limit }: ListOptions, code: number): Promise<void> {
  const client = await session.client();
  const found = listed(limit, (page) =>
    dataOf(client.GET('/admin/contexts/{code}/holders', { params: { path: { code }, query: page } })),
  );
  await session.print.list(found, HOLDER);
}
