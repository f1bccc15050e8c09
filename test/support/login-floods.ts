import { availableParallelism } from 'node:os';
import { Config } from '../../src/config/config.js';
import { PasswordHasher } from '../../src/crypto/password-hasher.js';
import type { QueueLanes } from '../../src/crypto/queue-lanes.js';
import type { Role } from '../../src/common/roles.js';
import { until } from './verification-paths.js';
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
export class LoginFlood {
  readonly responses: Promise<TestResponse[]>;
  /** Of the responses so far, in their order. */
  readonly statuses: number[] = [];

  constructor(
    private readonly app: TestApp,
    private readonly logins: number,
    addresses: number,
  ) {
    this.responses = Promise.all(Array.from({ length: logins }, (_, n) => this.send(n, addressOf(n % addresses))));
  }

  /** Waits until there is hardly room in the queue, or never is. */
  async fillsTheQueue(): Promise<void> {
    const { open } = this.app.get(PasswordHasher)['queue'] as unknown as { open: QueueLanes };
    const room = this.app.get(Config).loginQueueSeconds * 1_000 * availableParallelism();
    await until(() => open.workMs > 0.9 * room || this.statuses.length === this.logins);
  }

  private async send(n: number, from: string): Promise<TestResponse> {
    const response = await logIn(this.app, { username: `nobody-${n}`, password: 'wrong', from });
    this.statuses.push(response.status);
    return response;
  }
}

/** The n-th of 65,536 addresses that are for tests (RFC 2544). */
export function addressOf(n: number): string {
  return `198.18.${n >> 8}.${n & 255}`;
}

export async function createUsers(
  app: TestApp,
  prefix: string,
  count: number,
  role: Role = 'viewer',
): Promise<TestUser[]> {
  const users: TestUser[] = [];
  for (let n = 0; n < count; n++) users.push(await app.createUser(`${prefix}${n}`, role));
  return users;
}

/** @returns how many had each status. */
export function countStatuses(responses: readonly TestResponse[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { status } of responses) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
