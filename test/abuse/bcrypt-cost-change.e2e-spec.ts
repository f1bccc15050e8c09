import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { UsersService } from '../../src/users/users.service.js';
import { compare, MAX_Z } from '../support/equal-time.js';
import { TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { createUsers, logIn } from '../support/login-floods.js';

/** Enough for times of which one is twice the other, or more. */
const PAIRS_OF_COSTS = 60;

let database: TestDatabase;
let app: TestApp;

beforeEach(async () => {
  database = await createTestDatabase();
  app = await startWith(6);
});

afterEach(async () => {
  await app.close();
  await database.drop();
});

function startWith(cost: number): Promise<TestApp> {
  return TestApp.start(database.url, { env: { TRUST_PROXY: 'true', BCRYPT_COST: String(cost) } });
}

async function changeCost(cost: number): Promise<void> {
  const before = app;
  app = await startWith(cost);
  await before.close();
}

/** From a network of its own, so that none is locked. */
const fail = (username: string) => (n: number) =>
  logIn(app, { username, password: 'wrong', from: `2001:db8:${(n + 20).toString(16)}::1` });

describe('after BCRYPT_COST was changed', () => {
  it.each([4, 7])(
    'to %i, users who have not logged in since cannot be told from unknown names by time',
    async (cost) => {
      await app.createUser('known');
      await changeCost(cost);
      expect(await compare(fail('known'), fail('nobody'), PAIRS_OF_COSTS)).toBeLessThan(MAX_Z);
    },
  );

  it('unknown names are checked at the costs that the users have, in the same parts, and each at one', async () => {
    await createUsers(app, 'before', 60);
    await changeCost(4);
    await createUsers(app, 'since', 20);
    const costOf = async (name: string): Promise<string> =>
      (await app.get(UsersService).findCredentials(name)).passwordHash.slice(0, 7);
    const names = Array.from({ length: 400 }, (_, n) => `nobody-${n}`);
    const costs = await Promise.all(names.map(costOf));
    expect(await Promise.all(names.map(costOf))).toEqual(costs);
    expect(new Set(costs)).toEqual(new Set(['$2b$06$', '$2b$04$']));
    // Three in four, within five standard deviations of what 400 names over 80 users come to.
    const before = costs.filter((cost) => cost === '$2b$06$').length / names.length;
    expect(Math.abs(before - 0.75)).toBeLessThan(0.3);
  });

  it('an unknown name follows the user whose cost it has', async () => {
    const user = await app.createUser('only');
    const costOfNobody = async (): Promise<string> =>
      (await app.get(UsersService).findCredentials('nobody')).passwordHash.slice(0, 7);
    await changeCost(4);
    expect(await costOfNobody()).toBe('$2b$06$');
    expect((await logIn(app, { ...user, from: '192.0.2.1' })).status).toBe(200);
    expect(await costOfNobody()).toBe('$2b$04$');
  });
});
