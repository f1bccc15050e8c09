import { dataOf, type TesseraClient } from '@tessera-auth/client';
import { Option, type Command } from 'commander';
import { usageFault } from '../exit-codes.js';
import type { Resource } from '../output/resource.js';
import { logIn } from '../session/log-in.js';
import { readPassword, type CodeOptions, type PasswordOptions } from '../session/passwords.js';
import { askLine } from '../session/prompt.js';
import type { Session } from '../session/session.js';
import { PASSWORD_STDIN, type Shell } from './shell.js';

const WHO: Resource = {
  fields: ['id', 'username', 'role', 'url'],
  columns: [
    { title: 'ID', field: 'id' },
    { title: 'USER', field: 'username' },
    { title: 'ROLE', field: 'role' },
    { title: 'SERVICE', field: 'url' },
  ],
};

/** `tessera login`, `logout` and `whoami`. */
export function addLogin(program: Command, shell: Shell): void {
  program
    .command('login [username]')
    .description('log in, and keep the token in a file of your own until `tessera logout`')
    .addOption(PASSWORD_STDIN())
    .addOption(
      new Option('--code-stdin', 'read the code of the second factor from standard input').conflicts('passwordStdin'),
    )
    .action(shell.act(login));
  program
    .command('logout')
    .description('revoke the token that `tessera login` keeps')
    .option('--everywhere', 'end every login token of yours, on all devices')
    .action(shell.act(logout));
  program.command('whoami').description('show who is logged in, and where').action(shell.act(whoami));
}

async function login(session: Session, options: PasswordOptions & CodeOptions, name?: string): Promise<void> {
  const { terminal } = session;
  const username = name ?? terminal.env.TESSERA_USERNAME ?? (await askLine(terminal, 'User name: '));
  if (username === '') throw usageFault('A user name is needed.');
  const password = await readPassword(terminal, options, username);
  const opened = await logIn(session, options, username, password);
  const url = await session.login.url();
  await session.login.stored.keep(url, opened);
  const { id, role } = await ownerOf(await session.login.clientOf({ token: opened.token }));
  session.say(`Logged in at ${url} as ${username} (${id}, ${role}).`);
}

/** Nothing is forgotten here before the service has ended it: a logout that only looks like one is worse than none. */
async function logout(session: Session, { everywhere }: { readonly everywhere?: boolean }): Promise<void> {
  const url = await session.login.url();
  const stored = await session.login.storedLogin();
  if (everywhere) {
    const client = await session.client();
    await dataOf(client.DELETE('/api2/tokens'));
  } else if (stored) {
    const client = await session.login.anonymousClient();
    // The refresh token of a session ends all of it.
    const token = stored.refreshToken ?? stored.token;
    await dataOf(client.POST('/oauth2/revoke', { body: { token }, parseAs: 'text' }));
  }
  await session.login.stored.forget(url);
  session.say(everywhere || stored ? `Logged out at ${url}.` : `Nobody was logged in at ${url}.`);
}

async function whoami(session: Session): Promise<void> {
  const url = await session.login.url();
  const credentials = await session.login.credentials();
  if ('username' in credentials) {
    const client = await session.login.anonymousClient();
    const { username, password } = credentials;
    // What tells of a user takes a token: this one is revoked at once.
    const { id, role, token } = await dataOf(client.POST('/api2/tokens', { body: { username, password } }));
    await dataOf(client.POST('/oauth2/revoke', { body: { token }, parseAs: 'text' }));
    return session.print.item({ id, username: username.toLowerCase(), role, url }, WHO);
  }
  const owner = await ownerOf(await session.login.clientOf(credentials));
  await session.print.item({ ...owner, url }, WHO);
}

/** Of the token by which the client authenticates. */
async function ownerOf(client: TesseraClient) {
  const called = client.GET('/auth/verify', { parseAs: 'text' });
  await dataOf(called);
  const { headers } = (await called).response;
  const username = decodeURIComponent(headers.get('x-auth-user') ?? '');
  return { id: Number(headers.get('x-auth-user-id')), username, role: headers.get('x-auth-role') };
}
