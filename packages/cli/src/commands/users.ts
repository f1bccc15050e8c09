import { dataOf, type components } from '@tessera-auth/client';
import { Option, type Command } from 'commander';
import type { Resource } from '../output/resource.js';
import { readNewPassword, type PasswordOptions } from '../session/passwords.js';
import type { Session } from '../session/session.js';
import { addFactors } from './factors.js';
import { findUser, findUserId, USER } from './find-user.js';
import { listed } from './pages.js';
import {
  commaSeparated,
  forEach,
  LIMIT,
  PASSWORD_STDIN,
  ROLES,
  type ListOptions,
  type Role,
  type Shell,
} from './shell.js';

type Changes = components['schemas']['UpdateUserDto'];

export const USER_RESOURCE: Resource = {
  fields: [
    ...['id', 'username', 'role', 'fullName', 'email', 'enabled', 'source'],
    ...['passwordChangeRequired', 'createdAt', 'updatedAt', 'lastLoginAt'],
  ],
  columns: [
    { title: 'ID', field: 'id' },
    { title: 'USER', field: 'username', mayBeCut: true },
    { title: 'ROLE', field: 'role' },
    { title: 'ENABLED', field: 'enabled' },
    { title: 'LAST LOGIN', field: 'lastLoginAt' },
    { title: 'NAME', field: 'fullName', mayBeCut: true },
    { title: 'E-MAIL', field: 'email', mayBeCut: true },
  ],
};
const ALLOWED_RESOURCE: Resource = { fields: ['allowed'], columns: [{ title: 'ALLOWED', field: 'allowed' }] };
const REVOKED_RESOURCE: Resource = { fields: ['revoked'], columns: [{ title: 'REVOKED', field: 'revoked' }] };

const role = (): Option => new Option('--role <role>', 'what they may do').choices(ROLES);

/** `tessera users`. */
export function addUsers(program: Command, shell: Shell): void {
  const users = program.command('users').description('accounts');
  users
    .command('list')
    .description('list users')
    .option('--query <text>', 'the beginning of the user name, full name or e-mail address')
    .addOption(role())
    .addOption(new Option('--enabled <state>', 'only enabled, or only disabled ones').choices(['true', 'false']))
    .option('--source <source>', 'where the account lives')
    .addOption(LIMIT())
    .action(shell.act(list));
  users.command('get <user>').description(`show a user, by ${USER}`).action(shell.act(get));
  users
    .command('create <username>')
    .description('create a user; the password is asked for, or TESSERA_NEW_PASSWORD')
    .addOption(role().makeOptionMandatory())
    .option('--full-name <name>', 'for people')
    .option('--email <address>', 'for codes that reset the password')
    .option('--temporary', 'the next login must choose another password')
    .addOption(PASSWORD_STDIN())
    .action(shell.act(create));
  users
    .command('update <user>')
    .description('change a user; an empty text takes a name or address away')
    .addOption(role())
    .option('--full-name <name>', 'for people')
    .option('--email <address>', 'for codes that reset the password')
    .action(shell.act(update));
  addEndings(users, shell);
  addFactors(users, shell);
}

function addEndings(users: Command, shell: Shell): void {
  users
    .command('disable <user...>')
    .description('nothing of theirs works any more, anywhere')
    .action(shell.act((session, _, names: string[]) => setEnabled(session, names, false)));
  users
    .command('enable <user...>')
    .description('let disabled users log in again')
    .action(shell.act((session, _, names: string[]) => setEnabled(session, names, true)));
  users.command('delete <user...>').description('delete users and end all their tokens').action(shell.act(remove));
  users
    .command('reset-password <user>')
    .description('set a temporary password (asked for, or TESSERA_NEW_PASSWORD) and end their logins')
    .option('--end-everything', 'end their named and context tokens too: the password has leaked')
    .addOption(PASSWORD_STDIN())
    .action(shell.act(resetPassword));
  users
    .command('revoke-tokens <user>')
    .description('end every token of a user, of every kind')
    .action(shell.act(revokeTokens));
  users
    .command('contexts <user>')
    .description('what they may do by context tokens; without an option it is shown')
    .addOption(new Option('--allow <names>', 'these contexts alone, with commas between').argParser(commaSeparated))
    .addOption(new Option('--allow-all', 'every context').conflicts('allow'))
    .action(shell.act(contexts));
}

interface UserFilters extends ListOptions {
  readonly query?: string;
  readonly role?: Role;
  readonly enabled?: string;
  readonly source?: string;
}

async function list(session: Session, { limit, query, role, enabled, source }: UserFilters): Promise<void> {
  const client = await session.client();
  const filters = { query, role, enabled: enabled === undefined ? undefined : enabled === 'true', source } as object;
  const users = listed(limit, (page) =>
    dataOf(client.GET('/admin/users', { params: { query: { ...filters, ...page } } })),
  );
  await session.print.list(users, USER_RESOURCE);
}

async function get(session: Session, _: unknown, user: string): Promise<void> {
  await session.print.item(await findUser(await session.client(), user), USER_RESOURCE);
}

interface CreateOptions extends PasswordOptions {
  readonly role: Role;
  readonly fullName?: string;
  readonly email?: string;
  readonly temporary?: boolean;
}

async function create(session: Session, options: CreateOptions, username: string): Promise<void> {
  const { role, fullName, email, temporary } = options;
  const client = await session.client();
  const password = await readNewPassword(session.terminal, options, username);
  const secret = temporary ? { temporaryPassword: password } : { password };
  const body = { username, role, ...secret, ...(fullName && { fullName }), ...(email && { email }) };
  await session.print.item(await dataOf(client.POST('/admin/users', { body })), USER_RESOURCE);
}

async function update(session: Session, options: Changes, user: string): Promise<void> {
  const { role, fullName, email } = options;
  const changes = {
    ...(role && { role }),
    ...(fullName !== undefined && { fullName: fullName || null }),
    ...(email !== undefined && { email: email || null }),
  };
  await session.print.item(await change(session, user, changes), USER_RESOURCE);
}

async function setEnabled(session: Session, names: readonly string[], enabled: boolean): Promise<void> {
  await forEach(session, names, async (name) => {
    const { username, id } = await change(session, name, { enabled });
    session.say(`${enabled ? 'Enabled' : 'Disabled'} ${username} (${id}).`);
  });
}

async function remove(session: Session, _: unknown, names: string[]): Promise<void> {
  await session.confirm(`Delete ${names.join(', ')} and end all their tokens?`);
  const client = await session.client();
  await forEach(session, names, async (name) => {
    const { id, username } = await findUser(client, name);
    await dataOf(client.DELETE('/admin/users/{id}', { params: { path: { id } } }));
    session.say(`Deleted ${username} (${id}).`);
  });
}

interface ResetOptions extends PasswordOptions {
  readonly endEverything?: boolean;
}

async function resetPassword(session: Session, options: ResetOptions, user: string): Promise<void> {
  const client = await session.client();
  const { username, id } = await findUser(client, user);
  const temporaryPassword = await readNewPassword(session.terminal, options, username);
  const endEverything = Boolean(options.endEverything);
  await change(session, String(id), { temporaryPassword, endEverything });
  const ended = endEverything ? 'every token' : 'every login';
  session.say(`The password of ${username} is temporary, and ${ended} of theirs has ended.`);
}

async function revokeTokens(session: Session, _: unknown, user: string): Promise<void> {
  await session.confirm(`End every token of ${user}?`);
  const client = await session.client();
  const path = { id: await findUserId(client, user) };
  const revoked = await dataOf(client.POST('/admin/users/{id}/revoke-tokens', { params: { path } }));
  await session.print.item(revoked, REVOKED_RESOURCE);
}

interface ContextOptions {
  readonly allow?: string[];
  readonly allowAll?: boolean;
}

async function contexts(session: Session, { allow, allowAll }: ContextOptions, user: string): Promise<void> {
  const client = await session.client();
  const params = { path: { id: await findUserId(client, user) } };
  const allowed = allowAll ? null : allow;
  const called =
    allowed === undefined
      ? client.GET('/admin/users/{id}/contexts', { params })
      : client.PUT('/admin/users/{id}/contexts', { params, body: { allowed } });
  await session.print.item(await dataOf<{ readonly allowed: unknown }>(called), ALLOWED_RESOURCE);
}

async function change(session: Session, user: string, body: Changes) {
  const client = await session.client();
  const path = { id: await findUserId(client, user) };
  return dataOf(client.PATCH('/admin/users/{id}', { params: { path }, body }));
}
