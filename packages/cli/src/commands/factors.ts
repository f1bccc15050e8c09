import { dataOf } from '@tessera-auth/client';
import { Argument, Option, type Command } from 'commander';
import type { Resource } from '../output/resource.js';
import type { Session } from '../session/session.js';
import { findUser, findUserId, USER } from './find-user.js';
import { listed } from './pages.js';
import { LIMIT, ROLES, type ListOptions, type Role, type Shell } from './shell.js';

const FACTOR: Resource = {
  fields: ['user.id', 'user.username', 'deviceName', 'enabledAt', 'lastUsedAt', 'recoveryCodesLeft'],
  columns: [
    { title: 'ID', field: 'user.id' },
    { title: 'USER', field: 'user.username', mayBeCut: true },
    { title: 'LAST USED', field: 'lastUsedAt' },
    { title: 'RECOVERY CODES', field: 'recoveryCodesLeft' },
    { title: 'SINCE', field: 'enabledAt' },
    { title: 'APP', field: 'deviceName', mayBeCut: true },
  ],
};
const STATE: Resource = {
  fields: [
    ...['required', 'requiredByRole', 'factor.deviceName', 'factor.enabledAt', 'factor.lastUsedAt'],
    'factor.recoveryCodesLeft',
  ],
  columns: [],
};
const ROLES_RESOURCE: Resource = { fields: ['roles'], columns: [] };

/** `tessera users factor`. */
export function addFactors(users: Command, shell: Shell): void {
  const factor = users.command('factor').description('second factors');
  factor.command('list').description('list who has one').addOption(LIMIT()).action(shell.act(list));
  factor.command('get <user>').description(`show that of a user, by ${USER}`).action(shell.act(get));
  factor
    .command('require <user>')
    .description('have the next login of a user set one up')
    .option('--no-longer', 'do not require it any more')
    .action(shell.act(require));
  factor
    .command('reset <user>')
    .description('remove that of a user who lost it, with the recovery codes')
    .action(shell.act(reset));
  factor
    .command('roles')
    .description('of which roles one is required; without an option it is shown')
    .addOption(new Option('--none', 'of no role').conflicts('roles'))
    .addArgument(new Argument('[roles...]', 'of these alone from now on').choices(ROLES))
    .action(shell.act(roles));
}

async function list(session: Session, { limit }: ListOptions): Promise<void> {
  const client = await session.client();
  const factors = listed(limit, (page) => dataOf(client.GET('/admin/second-factors', { params: { query: page } })));
  await session.print.list(factors, FACTOR);
}

async function get(session: Session, _: unknown, user: string): Promise<void> {
  const client = await session.client();
  const path = { id: await findUserId(client, user) };
  await session.print.item(await dataOf(client.GET('/admin/users/{id}/second-factor', { params: { path } })), STATE);
}

async function require(session: Session, { longer }: { readonly longer: boolean }, user: string): Promise<void> {
  const client = await session.client();
  const params = { path: { id: await findUserId(client, user) } };
  const called = client.PUT('/admin/users/{id}/second-factor', { params, body: { required: longer } });
  await session.print.item(await dataOf(called), STATE);
}

async function reset(session: Session, _: unknown, user: string): Promise<void> {
  await session.confirm(`Remove the second factor of ${user}? Their password alone logs in then.`);
  const client = await session.client();
  const { id, username } = await findUser(client, user);
  await dataOf(client.DELETE('/admin/users/{id}/second-factor', { params: { path: { id } } }));
  session.say(`${username} (${id}) has no second factor.`);
}

async function roles(session: Session, { none }: { readonly none?: boolean }, names: Role[]): Promise<void> {
  const client = await session.client();
  const called =
    none || names.length > 0
      ? client.PUT('/admin/second-factors/roles', { body: { roles: names } })
      : client.GET('/admin/second-factors/roles');
  await session.print.item(await dataOf<{ readonly roles: readonly Role[] }>(called), ROLES_RESOURCE);
}
