import { PASSWORD, type TestResponse, type TestApp, type TestUser } from './test-app.js';

export interface Login {
  readonly username: string;
  readonly password?: string;
  /** An address. */
  readonly from: string;
}

export function logIn(app: TestApp, { username, password = PASSWORD, from }: Login): Promise<TestResponse> {
  return app.call('POST', '/v1/login', { json: { username, password }, headers: { 'x-forwarded-for': from } });
}

/** So many logins at the same instant with names that nobody has, from so many addresses in turn. */
export function floodWithLogins(app: TestApp, logins: number, addresses: number): Promise<TestResponse[]> {
  const send = (n: number): Promise<TestResponse> =>
    logIn(app, { username: `nobody-${n}`, password: 'wrong', from: addressOf(n % addresses) });
  return Promise.all(Array.from({ length: logins }, (_, n) => send(n)));
}

/** The n-th of 65,536 addresses that are for tests (RFC 2544). */
export function addressOf(n: number): string {
  return `198.18.${n >> 8}.${n & 255}`;
}

export async function createUsers(app: TestApp, prefix: string, count: number): Promise<TestUser[]> {
  const users: TestUser[] = [];
  for (let n = 0; n < count; n++) users.push(await app.createUser(`${prefix}${n}`));
  return users;
}

/** @returns how many were answered by each status. */
export function countStatuses(answers: readonly TestResponse[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
