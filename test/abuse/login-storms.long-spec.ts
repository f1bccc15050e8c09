import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LoginLoad, printTable, quantile, share, type TimedResponse } from '../support/login-load.js';
import { addressOf } from '../support/login-floods.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const LIMIT_MS = 2_000;
/** One hash under load, and what 1,000 connections at once cost both sides. */
const TOLERANCE_MS = 700;

let database: TestDatabase;
let load: LoginLoad;
const table: Record<string, string | number>[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  load = await LoginLoad.start(database);
  // A service that has just started compiles its code first.
  const [user] = await load.insertUsers('first', 1);
  for (let n = 0; n < 30; n++) await load.logIn(user!, addressOf(0));
});

afterAll(async () => {
  printTable('Users who log in at the same instant', table);
  await load.close();
  await database.drop();
});

/** All at once, each from an address of theirs or all from one. */
async function storm(users: readonly string[], addresses: number): Promise<TimedResponse[]> {
  const responses = await Promise.all(users.map((user, n) => load.logIn(user, addressOf(n % addresses))));
  const told = responses.map(({ retryAfter }) => retryAfter).filter((seconds) => !Number.isNaN(seconds));
  table.push({
    users: users.length,
    addresses,
    served: Math.round(share(responses, 200) * users.length),
    'p50 ms': quantile(responses, 0.5),
    'last ms': quantile(responses, 1),
    'told to come back after': told.length === 0 ? '-' : `${Math.min(...told)} to ${Math.max(...told)} s`,
  });
  return responses;
}

describe('100 users who log in at the same instant', () => {
  it.each([1, 100])('from %i addresses are all in within three seconds', async (addresses) => {
    const users = await load.insertUsers(`storm-${addresses}`, 100);
    const rounds: TimedResponse[][] = [];
    for (let round = 0; round < 3; round++) {
      rounds.push(await storm(users, addresses));
      await delay(3_000);
    }
    expect(rounds.map((responses) => share(responses, 200))).toEqual([1, 1, 1]);
    for (const responses of rounds) expect(quantile(responses, 1)).toBeLessThan(3_000);
  });
});

describe('1,000 users who log in at the same instant', () => {
  it.each([1, 1_000])('from %i addresses', async (addresses) => {
    const users = await load.insertUsers(`thousand-${addresses}`, 1_000);
    const responses = await storm(users, addresses);
    expect(share(responses, 200) + share(responses, 503)).toBe(1);
    // Nobody waits longer than the limit and one hash.
    expect(quantile(responses, 1)).toBeLessThan(LIMIT_MS + TOLERANCE_MS);
    const refused = users.filter((_, n) => responses[n]!.status === 503);
    const again = await Promise.all(
      users.flatMap((user, n) => {
        const { status, retryAfter } = responses[n]!;
        if (status !== 503) return [];
        return delay(retryAfter * 1_000).then(() => load.logIn(user, addressOf(n % addresses)));
      }),
    );
    table.push({
      users: refused.length,
      addresses,
      served: Math.round(share(again, 200) * refused.length),
      'p50 ms': quantile(again, 0.5),
      'last ms': quantile(again, 1),
      'told to come back after': 'came back when told',
    });
    expect(share(again, 200)).toBeGreaterThanOrEqual(0.99);
    await delay(5_000);
  });
});
