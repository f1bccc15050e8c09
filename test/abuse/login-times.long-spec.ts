import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CuttableProxy } from '../support/cuttable-proxy.js';
import { compare, MAX_Z, PAIRS } from '../support/equal-time.js';
import { LoginLoad, printTable, quantile, share, type TimedResponse } from '../support/login-load.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const LOCKED = '192.0.2.99';

let database: TestDatabase;
let proxy: CuttableProxy;
let load: LoginLoad;
const table: Record<string, string | number>[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  proxy = await CuttableProxy.start(database.url);
  load = await LoginLoad.start({ ...database, url: proxy.url });
});

afterAll(async () => {
  printTable(`Times of ${PAIRS} pairs of logins, by rank; more than ${MAX_Z} deviations tell them apart`, table);
  await proxy.close();
  await load.close();
  await database.drop();
});

/** From a network of its own, so that none is locked. */
const fail = (username: string) => (n: number) => load.logIn(username, `2001:db8:${(n + 20).toString(16)}::1`, 'wrong');

async function expectEqual(what: string, one: (n: number) => Promise<unknown>, other: typeof one): Promise<void> {
  const deviations = await compare(one, other);
  table.push({ what, deviations: deviations.toFixed(2) });
  expect(deviations).toBeLessThan(MAX_Z);
}

describe('at the cost of production, nothing can be told by time of', () => {
  it('a user and an unknown name', async () => {
    const [user] = await load.insertUsers('known', 1);
    await expectEqual('user, unknown name', fail(user!), fail('nobody'));
  });

  it('a locked network and a wrong password, and of the right one while it is locked', async () => {
    const [user] = await load.insertUsers('locked', 1);
    for (let n = 0; n < 5; n++) await load.logIn(user!, LOCKED, 'wrong');
    await database.query(`UPDATE login_attempts SET locked_until = now() + interval '1 day' WHERE network = $1`, [
      LOCKED,
    ]);
    expect((await load.logIn(user!, LOCKED)).status).toBe(401);
    await expectEqual(
      'locked with the right password, wrong password',
      () => load.logIn(user!, LOCKED),
      fail('nobody'),
    );
    await expectEqual('locked, wrong password', () => load.logIn(user!, LOCKED, 'wrong'), fail('nobody'));
  });
});

describe('while the database does not respond', () => {
  it('logins and refreshes are told so within two seconds', async () => {
    proxy.block();
    const responses: TimedResponse[] = await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        n % 2 === 0
          ? load.logIn('known-0', '192.0.2.1')
          : load.call('/v1/token-refresh', JSON.stringify({ username: 'known-0', refresh_token: 'x'.repeat(43) }), {
              'content-type': 'application/json',
            }),
      ),
    );
    printTable('Logins and refreshes while the database does not respond', [
      {
        '503': `${100 * share(responses, 503)}%`,
        'first ms': quantile(responses, 0),
        'last ms': quantile(responses, 1),
      },
    ]);
    expect(share(responses, 503)).toBe(1);
    expect(quantile(responses, 1)).toBeLessThan(2_000);
  });
});
