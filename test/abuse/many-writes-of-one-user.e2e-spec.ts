import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { basic, bearer, TestApp, type TestUser } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const LOGOUTS = 200;

let database: TestDatabase;
let app: TestApp;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

/** Does `work` while somebody else holds the user's row, for which all that writes for the user waits. */
async function whileHeld<T>(user: TestUser, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query('BEGIN');
  await client.query('SELECT FROM users WHERE id = $1 FOR UPDATE', [user.id]);
  try {
    return await work();
  } finally {
    await client.query('COMMIT');
    await client.end();
  }
}

async function connectionsThatWait(): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    `SELECT count(*)::integer FROM pg_stat_activity
     WHERE application_name = 'tessera' AND datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return row!.count;
}

describe('200 logouts of one user at once', () => {
  it('hold few connections, do not keep others waiting, and are all answered', async () => {
    const user = await app.createUser('logs-out');
    const other = await app.createUser('bystander');
    const token = await app.logIn(user);
    const logOut = (): ReturnType<TestApp['call']> => app.call('DELETE', '/api2/tokens', { headers: bearer(token) });
    const { under, held } = await whileHeld(user, async () => {
      const under = Array.from({ length: LOGOUTS }, logOut);
      while ((await connectionsThatWait()) < 4);
      // Each of these reads and writes the database; all of it while the 200 wait.
      const others = bearer(await app.logIn(other));
      expect((await app.call('DELETE', '/api2/tokens', { headers: others })).status).toBe(200);
      return { under, held: await connectionsThatWait() };
    });
    expect(held).toBe(4);
    const responses = await Promise.all(under);
    const messages = responses.map(({ body }) => (body as { message: string }).message);
    expect(messages.filter((message) => message === 'All tokens invalidated successfully')).toHaveLength(1);
    // Some come after the token was ended, and are refused like any that use it then; on a busy machine some wait in
    // vain for their turn.
    const answered = responses.filter(
      ({ status }, n) =>
        status === 503 || ['Logged out successfully', 'Invalid or expired token'].includes(messages[n]!),
    );
    expect(answered).toHaveLength(LOGOUTS - 1);
  });
});

describe('writes of one user that wait too long', () => {
  it('are told 503 and when to come back, in the shape of their family', async () => {
    const user = await app.createUser('waits');
    const headers = basic(user.username, user.password);
    expect((await app.call('GET', '/v1alpha/token', { headers })).status).toBe(404);
    const create = (n: number): ReturnType<TestApp['call']> =>
      app.call('POST', '/v1alpha/token', { headers, json: { jwt_token_description: `${n}`, jwt_token_life: '1h' } });
    const refused = await whileHeld(user, () => {
      const under = Array.from({ length: 5 }, (_, n) => create(n));
      return Promise.race(under);
    });
    expect([refused.status, refused.headers.get('retry-after'), refused.body]).toEqual([
      503,
      '1',
      { message: 'Too many requests of this user at once; try again shortly' },
    ]);
    expect((await create(9)).status).toBe(201);
  });
});
