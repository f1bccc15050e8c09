import { dataOf, type components, type TesseraClient } from '@tessera-auth/client';
import { CommandFailure, EXIT } from '../exit-codes.js';
import { listed } from './pages.js';

type User = components['schemas']['UserResponseDto'];

/** What the help of a command says of its operand. */
export const USER = 'id or user name (@42 is the user name 42)';

/** The user of this id or user name. @throws CommandFailure `remoteError` where there is none. */
export async function findUser(client: TesseraClient, text: string): Promise<User> {
  if (/^\d+$/.test(text)) return dataOf(client.GET('/admin/users/{id}', { params: { path: { id: Number(text) } } }));
  const username = text.replace(/^@/, '').toLowerCase();
  const users = listed(undefined, (page) =>
    dataOf(client.GET('/admin/users', { params: { query: { query: username, ...page } } })),
  );
  for await (const user of users) if (user.username === username) return user;
  throw new CommandFailure(EXIT.remoteError, `There is no user ${text}.`);
}

/** The id, without asking where it is one. */
export async function findUserId(client: TesseraClient, text: string): Promise<number> {
  return /^\d+$/.test(text) ? Number(text) : (await findUser(client, text)).id;
}
