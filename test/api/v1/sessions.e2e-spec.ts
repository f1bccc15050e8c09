import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PreparedStatements } from '../../../src/database/prepared-statements.js';
import { bearer, TestApp, type TestUser } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { claimsOf, V1Client, type SessionTokens } from '../../support/v1-client.js';

const DAY = 86_400;
const wrongLogin = { message: 'Incorrect username or password.', status: 401 };
const unauthorizedDot = { message: 'Unauthorized.', status: 401 };
const unauthorized = { message: 'Unauthorized', status: 401 };
const limitExceeded = { message: 'Refresh tokens limit has been exceeded.', status: 429 };

let database: TestDatabase;
let app: TestApp;
let v1: V1Client;
let denis: TestUser;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  v1 = new V1Client(app);
  denis = await app.createUser('denis', 'admin');
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

async function isAccepted(token: string): Promise<boolean> {
  return (await app.call('GET', '/api2/token/timeout', { headers: bearer(token) })).status !== 401;
}

describe('POST /v1/login', () => {
  it('issues an id, an access and a refresh token and tells the lifetime of the access token, in that order', async () => {
    const answer = await v1.call('login', { username: 'denis', password: denis.password });
    const { id_token, access_token, refresh_token } = answer.body as SessionTokens;
    expect(answer.status).toBe(200);
    expect(answer.text).toBe(
      `{"id_token":"${id_token}","access_token":"${access_token}","refresh_token":"${refresh_token}","expires_in":86400}`,
    );
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(refresh_token).toMatch(/^tessref[A-Za-z0-9]{49}$/);
  });

  it('makes tokens that say what they are for, and the id token who logged in and when', async () => {
    const user = await app.createUser('claimant');
    await database.query(`UPDATE users SET full_name = 'Claire Mant', email = 'c@example.com' WHERE id = $1`, [
      user.id,
    ]);
    const { id_token, access_token } = await v1.logIn(user);
    const now = app.clock.now().getTime() / 1000;
    const common = {
      iss: 'http://tessera.test',
      sub: String(user.id),
      username: 'claimant',
      role: 'viewer',
      jti: expect.any(String),
      iat: now,
      nbf: now,
      exp: now + DAY,
      status: { status_list: { idx: expect.any(Number), uri: 'http://tessera.test/status-lists/0' } },
    };
    const profile = { name: 'Claire Mant', email: 'c@example.com', preferred_username: 'claimant', auth_time: now };
    expect(claimsOf(access_token)).toEqual({ ...common, token_use: 'access' });
    expect(claimsOf(id_token)).toEqual({ ...common, token_use: 'id', ...profile });
  });

  it('leaves out of the id token what is not known of the user', async () => {
    const { id_token } = await v1.logIn(denis);
    expect(Object.keys(claimsOf(id_token)).sort()).toEqual(
      'auth_time exp iat iss jti nbf preferred_username role status sub token_use username'.split(' '),
    );
  });

  it('gives the access token the lifetime of its own setting, whatever the timeout of api2 says', async () => {
    const headers = bearer(await app.logIn(denis));
    await app.call('PUT', '/api2/token/timeout', { headers, json: { timeout_seconds: 600 } });
    await app.call('PATCH', '/admin/settings', { headers, json: { v1AccessTokenSeconds: 1200 } });
    const { access_token, refresh_token, expires_in } = await v1.logIn(denis);
    const { body } = await v1.call('token-refresh', { username: 'denis', refresh_token });
    await app.call('PUT', '/api2/token/timeout', { headers, json: { timeout_seconds: DAY } });
    await app.call('PATCH', '/admin/settings', { headers, json: { v1AccessTokenSeconds: DAY } });
    const { iat, exp } = claimsOf(access_token) as { iat: number; exp: number };
    expect([expires_in, exp - iat, (body as { expires_in: number }).expires_in]).toEqual([1200, 1200, 1200]);
  });

  it.each([
    ['a wrong password', { username: 'denis', password: 'wrong' }],
    ['an unknown user', { username: 'nobody', password: 'wrong' }],
    ['a user name that no database takes', { username: 'de\0nis', password: 'wrong' }],
    ['a half of a character', { username: 'denis\ud800', password: '\udfff' }],
  ])('refuses %s with 401', async (_, json) => {
    const answer = await v1.call('login', json);
    expect([answer.status, answer.text]).toEqual([401, JSON.stringify(wrongLogin)]);
  });

  it('refuses a disabled user as if they were unknown', async () => {
    const { id, username, password } = await app.createUser('disabled');
    await database.query('UPDATE users SET enabled = false WHERE id = $1', [id]);
    expect((await v1.call('login', { username, password })).body).toEqual(wrongLogin);
  });

  it('stores of the refresh token nothing but a digest', async () => {
    const { refresh_token } = await v1.logIn(denis);
    const rows = await database.query<{ found: string }>(
      `SELECT count(*) AS found FROM tokens WHERE secret_digest = sha256($1::bytea) AND kind = 'session_refresh'`,
      [Buffer.from(refresh_token)],
    );
    expect(rows).toEqual([{ found: '1' }]);
  });
});

describe('POST /v1/token-refresh', () => {
  it('gives another id and access token, no refresh token, and leaves the earlier ones valid', async () => {
    const first = await v1.logIn(denis);
    const answer = await v1.refresh('DENIS', first.refresh_token);
    const { id_token, access_token } = answer.body as SessionTokens;
    expect([answer.status, answer.text]).toEqual([
      200,
      `{"id_token":"${id_token}","access_token":"${access_token}","expires_in":86400}`,
    ]);
    expect(await Promise.all([first.access_token, access_token].map(isAccepted))).toEqual([true, true]);
  });

  it('takes one statement from the second time on', async () => {
    const { refresh_token } = await v1.logIn(denis);
    await v1.refresh('denis', refresh_token);
    const run = jest.spyOn(app.get(PreparedStatements), 'run');
    expect((await v1.refresh('denis', refresh_token)).status).toBe(200);
    const names = run.mock.calls.map(([{ name }]) => name);
    // What was used is written every five seconds.
    expect(names.filter((name) => name !== 'put_token_uses')).toEqual(['refresh_session']);
    run.mockRestore();
  });

  it.each([
    ['was revoked', (token: string) => v1.call('token-revoke', { refresh_token: token })],
    ['has expired', () => Promise.resolve(app.clock.advanceSeconds(90 * DAY))],
    [
      'belongs to a user who was disabled',
      () => database.query(`UPDATE users SET enabled = false WHERE username = 'ex'`),
    ],
    ['is gone from the database', () => database.query(`DELETE FROM tokens WHERE kind = 'session_refresh'`)],
  ])('refuses a token that it has just accepted and that %s', async (_, end) => {
    const user = await app.createUser('ex');
    const { refresh_token } = await v1.logIn(user);
    expect((await v1.refresh('ex', refresh_token)).status).toBe(200);
    await end(refresh_token);
    for (let n = 0; n < 2; n++) expect((await v1.refresh('ex', refresh_token)).body).toEqual(unauthorizedDot);
    await database.query('DELETE FROM users WHERE id = $1', [user.id]);
  });

  it('keeps the time of the login in the id token', async () => {
    const { refresh_token } = await v1.logIn(denis);
    const loggedInAt = app.clock.now().getTime() / 1000;
    app.clock.advanceSeconds(100);
    const { body } = await v1.refresh('denis', refresh_token);
    expect(claimsOf((body as SessionTokens).id_token)).toMatchObject({ auth_time: loggedInAt, iat: loggedInAt + 100 });
  });

  it("refuses a bad token and another user's name with 401", async () => {
    const { refresh_token, access_token } = await v1.logIn(denis);
    await app.createUser('stranger');
    const answers = await Promise.all([
      v1.refresh('denis', 'x'),
      v1.refresh('denis', access_token),
      v1.refresh('denis', `${refresh_token}x`),
      v1.refresh('stranger', refresh_token),
      v1.refresh('nobody', refresh_token),
      v1.refresh('de\0nis', refresh_token),
    ]);
    for (const { status, body } of answers) expect([status, body]).toEqual([401, unauthorizedDot]);
  });

  it('accepts a refresh token until the second before its 90 days are over', async () => {
    const { refresh_token } = await v1.logIn(await app.createUser('old'));
    app.clock.advanceSeconds(90 * DAY - 1);
    expect((await v1.refresh('old', refresh_token)).status).toBe(200);
    app.clock.advanceSeconds(1);
    expect((await v1.refresh('old', refresh_token)).body).toEqual(unauthorizedDot);
  });

  it('issues 90 access tokens and then responds with 429, which tells clients not to try again', async () => {
    const { refresh_token } = await v1.logIn(await app.createUser('heavy'));
    for (let given = 0; given < 90; given++) {
      expect((await v1.refresh('heavy', refresh_token)).status).toBe(200);
    }
    const answer = await v1.refresh('heavy', refresh_token);
    expect([answer.status, answer.text]).toEqual([429, JSON.stringify(limitExceeded)]);
    expect([answer.headers.get('retry-after'), answer.headers.get('x-should-retry')]).toEqual(['1', 'false']);
    expect((await v1.refresh('denis', refresh_token)).body).toEqual(unauthorizedDot);
    await v1.call('token-revoke', { refresh_token });
    expect((await v1.refresh('heavy', refresh_token)).body).toEqual(unauthorizedDot);
  });

  it('counts two refreshes at the same instant as two', async () => {
    const user = await app.createUser('twice');
    for (let round = 0; round < 10; round++) {
      const { refresh_token } = await v1.logIn(user);
      const answers = await Promise.all([1, 2].map(() => v1.refresh('twice', refresh_token)));
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    }
    const rows = await database.query('SELECT access_tokens_issued AS given FROM sessions WHERE user_id = $1', [
      user.id,
    ]);
    expect(rows).toEqual(Array.from({ length: 10 }, () => ({ given: 2 })));
  });

  it('gives to the 90th and the 91st at the same instant one success and one 429', async () => {
    const user = await app.createUser('brink');
    for (let round = 0; round < 10; round++) {
      const { refresh_token } = await v1.logIn(user);
      await database.query('UPDATE sessions SET access_tokens_issued = 89 WHERE user_id = $1', [user.id]);
      const answers = await Promise.all([1, 2].map(() => v1.refresh('brink', refresh_token)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 429]);
    }
  });

  it('lets no access token survive that is given while the session is being revoked', async () => {
    const user = await app.createUser('slippery');
    for (let round = 0; round < 20; round++) {
      const { refresh_token } = await v1.logIn(user);
      const [refreshed] = await Promise.all([
        v1.refresh('slippery', refresh_token),
        v1.call('token-revoke', { refresh_token }),
      ]);
      if (refreshed.status === 200) {
        expect(await isAccepted((refreshed.body as SessionTokens).access_token)).toBe(false);
      } else expect(refreshed.body).toEqual(unauthorizedDot);
    }
  });
});

describe('POST /v1/token-revoke', () => {
  it('ends the refresh token and every access and id token of its session, and no other session', async () => {
    const [mine, other] = [await v1.logIn(denis), await v1.logIn(denis)];
    const { body } = await v1.refresh('denis', mine.refresh_token);
    const answer = await v1.call('token-revoke', { refresh_token: mine.refresh_token });
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect(await isAccepted(mine.access_token)).toBe(false);
    expect(await isAccepted((body as SessionTokens).access_token)).toBe(false);
    expect((await v1.refresh('denis', mine.refresh_token)).body).toEqual(unauthorizedDot);
    const ids = [mine, body as SessionTokens].map(({ id_token }) => claimsOf(id_token).jti);
    const revoked = await database.query('SELECT id FROM tokens WHERE id = ANY ($1) AND revoked_at IS NOT NULL', [ids]);
    expect(revoked).toHaveLength(2);
    expect(await isAccepted(other.access_token)).toBe(true);
    expect((await v1.refresh('denis', other.refresh_token)).status).toBe(200);
  });

  it('refuses an unknown, an expired and a revoked token with 401', async () => {
    const { refresh_token, access_token } = await v1.logIn(denis);
    await v1.call('token-revoke', { refresh_token });
    for (const token of ['x', access_token, refresh_token]) {
      const answer = await v1.call('token-revoke', { refresh_token: token });
      expect([answer.status, answer.text]).toEqual([401, JSON.stringify(unauthorized)]);
    }
    const late = await v1.logIn(denis);
    app.clock.advanceSeconds(90 * DAY);
    expect((await v1.call('token-revoke', { refresh_token: late.refresh_token })).body).toEqual(unauthorized);
  });

  it('says to exactly one of two calls at once that it revoked', async () => {
    for (let round = 0; round < 10; round++) {
      const { refresh_token } = await v1.logIn(denis);
      const answers = await Promise.all([1, 2].map(() => v1.call('token-revoke', { refresh_token })));
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 401]);
    }
  });

  it('is heard by other instances', async () => {
    const other = await TestApp.start(database.url, { clock: app.clock });
    const { access_token, refresh_token } = await v1.logIn(denis);
    await v1.call('token-revoke', { refresh_token });
    let status = 0;
    for (let tries = 0; tries < 200 && status !== 401; tries++) {
      ({ status } = await other.call('GET', '/api2/token/timeout', { headers: bearer(access_token) }));
    }
    await other.close();
    expect(status).toBe(401);
  });
});
