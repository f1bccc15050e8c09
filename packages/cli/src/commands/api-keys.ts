import { dataOf, ProblemError, type components } from '@tessera-auth/client';
import type { Command } from 'commander';
import type { Resource } from '../output/resource.js';
import type { PasswordOptions } from '../session/passwords.js';
import type { Session } from '../session/session.js';
import { forEach, PASSWORD_STDIN, type Shell } from './shell.js';

type Listed = components['schemas']['ListedNamedTokenResponseDto'];

const LISTED: Resource = {
  fields: ['jwt_token_id', 'jwt_token_description', 'jwt_token_life', 'jwt_token_remaining_life'],
  columns: [
    { title: 'ID', field: 'jwt_token_id' },
    { title: 'DESCRIPTION', field: 'jwt_token_description', mayBeCut: true },
    { title: 'SECONDS LEFT', field: 'jwt_token_remaining_life' },
  ],
};
const ONE: Resource = {
  fields: ['jwt_token_description', 'jwt_token_life', 'jwt_token_life_remaining', 'expiry_status'],
  columns: [],
};
const ISSUED: Resource = {
  fields: ['jwt_token_id', 'jwt_token', 'jwt_token_description', 'jwt_token_life'],
  columns: [],
};

/** `tessera api-keys`: the family v1alpha, which takes a password and no token. */
export function addApiKeys(program: Command, shell: Shell): void {
  const keys = program.command('api-keys').description('your named tokens; each command asks for your password');
  keys
    .command('list')
    .description('list your named tokens, expired ones too')
    .addOption(PASSWORD_STDIN())
    .action(shell.act(list));
  keys.command('get <id>').description('show a named token').addOption(PASSWORD_STDIN()).action(shell.act(get));
  keys
    .command('issue <description>')
    .description('issue a named token, whose text is shown this once')
    .requiredOption('--lifetime <lifetime>', 'such as "30 days", "1.5 hours" or "1h30m"; at most 10 years')
    .addOption(PASSWORD_STDIN())
    .action(shell.act(issue));
  keys
    .command('revoke <id...>')
    .description('revoke named tokens')
    .addOption(PASSWORD_STDIN())
    .action(shell.act(revoke));
}

async function list(session: Session, options: PasswordOptions): Promise<void> {
  const client = await session.login.passwordClient(options);
  const tokens = await dataOf(client.GET('/api/v1alpha/token')).then(
    ({ jwt_tokens }) => Object.entries(jwt_tokens as Readonly<Record<string, Listed>>),
    (error: unknown) => {
      // Of the family's contract: who has none is told so with 404.
      if (error instanceof ProblemError && error.status === 404) return [];
      throw error;
    },
  );
  await session.print.list(
    tokens.map(([id, token]) => ({ jwt_token_id: id, ...token })),
    LISTED,
  );
}

async function get(session: Session, options: PasswordOptions, id: string): Promise<void> {
  const client = await session.login.passwordClient(options);
  const token = await dataOf(client.GET('/api/v1alpha/token/{id}', { params: { path: { id } } }));
  await session.print.item(token, ONE);
}

interface IssueOptions extends PasswordOptions {
  readonly lifetime: string;
}

async function issue(session: Session, options: IssueOptions, description: string): Promise<void> {
  const client = await session.login.passwordClient(options);
  const body = { jwt_token_description: description, jwt_token_life: options.lifetime };
  await session.print.item(await dataOf(client.POST('/api/v1alpha/token', { body })), ISSUED);
}

async function revoke(session: Session, options: PasswordOptions, ids: string[]): Promise<void> {
  const client = await session.login.passwordClient(options);
  await forEach(session, ids, async (id) => {
    await dataOf(client.DELETE('/api/v1alpha/token/{id}', { params: { path: { id } } }));
    session.say(`Revoked ${id}.`);
  });
}
