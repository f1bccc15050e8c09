import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CleanupService } from '../../src/database/cleanup.service.js';
import { basic, PASSWORD, TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const QUIET_SECONDS = 15 * 60;

let database: TestDatabase;
let app: TestApp;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url, { env: { TRUST_PROXY: 'true' } });
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

interface Attempt {
  readonly username: string;
  readonly password?: string;
  readonly from?: string;
  readonly by?: TestApp;
}

/** @returns the status of a login with the right password, unless another is given. */
async function tryLogin({ username, password = PASSWORD, from = '192.0.2.1', by = app }: Attempt): Promise<number> {
  const headers = { 'x-forwarded-for': from };
  return (await by.call('POST', '/v1/login', { json: { username, password }, headers })).status;
}

async function fail(attempt: Attempt, times: number): Promise<void> {
  for (let done = 0; done < times; done++) expect(await tryLogin({ ...attempt, password: 'wrong' })).toBe(401);
}

describe('after five wrong passwords', () => {
  it('the right one is refused for one second, like a wrong one', async () => {
    const { username } = await app.createUser('five');
    await fail({ username }, 4);
    expect(await tryLogin({ username })).toBe(200);
    await fail({ username }, 5);
    const locked = await app.call('POST', '/v1/login', {
      json: { username: 'FIVE', password: PASSWORD },
      headers: { 'x-forwarded-for': '192.0.2.1' },
    });
    expect([locked.status, locked.body]).toEqual([401, { message: 'Incorrect username or password.', status: 401 }]);
    app.clock.advanceSeconds(1);
    expect(await tryLogin({ username })).toBe(200);
  });

  it('each further one doubles the wait, up to 15 minutes', async () => {
    const { username } = await app.createUser('doubling');
    await fail({ username }, 4);
    for (const seconds of [1, 2, 4, 8, 16, 32, 64, 128, 256, 512]) {
      await fail({ username }, 1);
      app.clock.advanceSeconds(seconds - 1);
      expect(await tryLogin({ username })).toBe(401);
      app.clock.advanceSeconds(1);
    }
    await fail({ username }, 1);
    app.clock.advanceSeconds(QUIET_SECONDS - 1);
    expect(await tryLogin({ username })).toBe(401);
    app.clock.advanceSeconds(1);
    expect(await tryLogin({ username })).toBe(200);
  });

  it('what is tried while it is refused anyway makes the wait no longer', async () => {
    const { username } = await app.createUser('hammered');
    await fail({ username }, 50);
    app.clock.advanceSeconds(1);
    expect(await tryLogin({ username })).toBe(200);
  });

  it('a success and 15 quiet minutes reset the count', async () => {
    const { username } = await app.createUser('forgiven');
    await fail({ username }, 4);
    expect(await tryLogin({ username })).toBe(200);
    await fail({ username }, 4);
    app.clock.advanceSeconds(QUIET_SECONDS);
    await fail({ username }, 4);
    expect(await tryLogin({ username })).toBe(200);
  });

  it('guesses at once are no better than one after another', async () => {
    const { username } = await app.createUser('parallel');
    await Promise.all(Array.from({ length: 30 }, () => tryLogin({ username, password: 'wrong' })));
    expect(await tryLogin({ username })).toBe(401);
    app.clock.advanceSeconds(1);
    expect(await tryLogin({ username })).toBe(200);
  });

  it('logins at once with the right password all pass', async () => {
    const { username } = await app.createUser('busy');
    const statuses = await Promise.all(Array.from({ length: 12 }, () => tryLogin({ username })));
    expect(new Set(statuses)).toEqual(new Set([200]));
  });
});

describe('the count', () => {
  it('is one for all families and ways to send a password', async () => {
    const user = await app.createUser('everywhere');
    const { username } = user;
    const headers = { 'x-forwarded-for': '192.0.2.1' };
    await fail({ username }, 2);
    const { body } = await app.call('POST', '/v1/login', { json: { username, password: PASSWORD }, headers });
    await fail({ username }, 2);
    await app.call('POST', '/api2/tokens', { json: { username, password: 'wrong' }, headers });
    await app.call('GET', '/admin/users', { headers: { ...headers, ...basic(username, 'wrong') } });
    const change = { previous_password: 'wrong', proposed_password: 'b2BDWZrQwDF5u4Yu' };
    const { access_token } = body as { access_token: string };
    await app.call('POST', '/v1/change-password', { json: { access_token, ...change }, headers });
    expect(await tryLogin({ username })).toBe(401);
    expect((await app.call('POST', '/api2/tokens', { json: user, headers })).status).toBe(401);
    const right = { ...headers, ...basic(username, PASSWORD) };
    expect((await app.call('GET', '/admin/users', { headers: right })).status).toBe(401);
    app.clock.advanceSeconds(1);
    expect((await app.call('GET', '/admin/users', { headers: right })).status).toBe(403);
  });

  it('is one for all instances', async () => {
    const other = await TestApp.start(database.url, { clock: app.clock, env: { TRUST_PROXY: 'true' } });
    try {
      const { username } = await app.createUser('instances');
      await fail({ username }, 3);
      await fail({ username, by: other }, 2);
      expect(await tryLogin({ username })).toBe(401);
      expect(await tryLogin({ username, by: other })).toBe(401);
    } finally {
      await other.close();
    }
  });

  it('takes the addresses of one IPv6 network for one source', async () => {
    const { username } = await app.createUser('network');
    for (let host = 1; host <= 5; host++) await fail({ username, from: `2001:db8:1:2::${host}` }, 1);
    expect(await tryLogin({ username, from: '2001:db8:1:2:ffff::9' })).toBe(401);
    expect(await tryLogin({ username, from: '2001:db8:1:3::9' })).toBe(200);
  });

  it('says nothing of the user in the database and is removed when it says nothing any more', async () => {
    const { username } = await app.createUser('countable');
    await fail({ username }, 1);
    const rows = await database.query<{ row: string }>('SELECT login_attempts::text AS row FROM login_attempts');
    expect(rows.filter(({ row }) => row.includes(Buffer.from(username).toString('hex')))).toEqual([]);
    app.clock.advanceSeconds(32 * 86_400);
    await app.get(CleanupService).run();
    expect(await database.query('SELECT FROM login_attempts')).toEqual([]);
  });
});

describe('a stranger', () => {
  it('slows nobody but themselves', async () => {
    const { username } = await app.createUser('victim');
    await fail({ username, from: '203.0.113.9' }, 5);
    expect(await tryLogin({ username, from: '203.0.113.9' })).toBe(401);
    expect(await tryLogin({ username, from: '192.0.2.1' })).toBe(200);
  });

  it('with 200 addresses slows addresses that are new to the account, never the one that the user used before', async () => {
    const { username } = await app.createUser('besieged');
    expect(await tryLogin({ username, from: '192.0.2.7' })).toBe(200);
    for (let address = 0; address < 200; address++) {
      await fail({ username, from: `203.0.113.${address}` }, 1);
      if (address % 20 === 19) expect(await tryLogin({ username, from: '192.0.2.7' })).toBe(200);
    }
    expect(await tryLogin({ username, from: '198.51.100.1' })).toBe(401);
    app.clock.advanceSeconds(QUIET_SECONDS);
    expect(await tryLogin({ username, from: '198.51.100.1' })).toBe(200);
    expect(await tryLogin({ username, from: '192.0.2.7' })).toBe(200);
  });
});
