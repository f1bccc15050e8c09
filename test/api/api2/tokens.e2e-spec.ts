import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bearer, PASSWORD, TestApp, type TestUser } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

let database: TestDatabase;
let app: TestApp;
let denis: TestUser;

const invalidCredentials = { statusCode: 401, error: 'Unauthorized', message: 'Invalid username or password' };
const invalidToken = { statusCode: 401, error: 'Unauthorized', message: 'Invalid or expired token' };
const invalidated = { message: 'All tokens invalidated successfully' };

function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as Record<string, unknown>;
}

/** Any authenticated user may make this call, so it tells whether a token is good without ending one. */
async function isAccepted(token: string): Promise<boolean> {
  const { status } = await app.call('GET', '/api2/token/timeout', { headers: bearer(token) });
  return status !== 401;
}

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  denis = await app.createUser('denis', 'admin');
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

describe('POST /api2/tokens', () => {
  it('gives a JWT, the role, the id and the source, in that order, with 200', async () => {
    const { username, password } = denis;
    const answer = await app.call('POST', '/api2/tokens', { json: { username, password } });
    const { token } = answer.body as { token: string };
    expect(answer.status).toBe(200);
    expect(answer.text).toBe(`{"token":"${token}","role":"admin","id":${denis.id},"source":"local"}`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const now = app.clock.now().getTime() / 1000;
    expect(claimsOf(token)).toEqual({
      iss: 'http://tessera.test',
      sub: String(denis.id),
      username: 'denis',
      role: 'admin',
      token_use: 'api2',
      jti: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      iat: now,
      nbf: now,
      exp: now + 86_400,
      status: { status_list: { idx: expect.any(Number), uri: 'http://tessera.test/status-lists/0' } },
    });
  });

  it('takes the user name in any case', async () => {
    const answer = await app.call('POST', '/api2/tokens', { json: { username: 'DENIS', password: denis.password } });
    expect(answer.status).toBe(200);
    expect(claimsOf((answer.body as { token: string }).token).username).toBe('denis');
  });

  it('ignores unknown fields', async () => {
    const { username, password } = denis;
    const known = JSON.stringify({ username, password }).slice(1, -1);
    const body = `{${known},"otp":1,"constructor":{"prototype":5},"__proto__":{"username":"root"}}`;
    const headers = { 'content-type': 'application/json' };
    const answer = await app.call('POST', '/api2/tokens', { headers, body });
    expect([answer.status, (answer.body as { id: number }).id]).toEqual([200, denis.id]);
  });

  it.each([
    ['a wrong password', { username: 'denis', password: 'wrong' }],
    ['an empty password', { username: 'denis', password: '' }],
    ['an unknown user', { username: 'nobody', password: PASSWORD }],
    ['an empty user name', { username: '', password: PASSWORD }],
    ['a password that bcrypt would cut', { username: 'denis', password: PASSWORD.padEnd(100, '.') }],
    ['a user name that no database takes', { username: 'den\0is', password: PASSWORD }],
  ])('refuses %s with 401', async (_, json) => {
    const answer = await app.call('POST', '/api2/tokens', { json });
    expect([answer.status, answer.body]).toEqual([401, invalidCredentials]);
  });

  it('does not look for an empty password in the query', async () => {
    const json = { username: 'denis', password: '' };
    const answer = await app.call('POST', `/api2/tokens?password=${PASSWORD}`, { json });
    expect([answer.status, answer.body]).toEqual([401, invalidCredentials]);
  });

  it('refuses a disabled user as if they were unknown', async () => {
    const user = await app.createUser('disabled');
    const admin = bearer(await app.logIn(denis));
    await app.call('PATCH', `/admin/users/${user.id}`, { headers: admin, json: { enabled: false } });
    const { username, password } = user;
    const answer = await app.call('POST', '/api2/tokens', { json: { username, password } });
    expect([answer.status, answer.body]).toEqual([401, invalidCredentials]);
  });

  it('refuses a user who must choose a new password first with 403', async () => {
    const { username, password } = await app.createUser('newcomer', 'viewer', true);
    const answer = await app.call('POST', '/api2/tokens', { json: { username, password } });
    expect(answer.status).toBe(403);
    expect(answer.body).toEqual({ statusCode: 403, error: 'Forbidden', message: 'Password change required' });
  });

  it.each([
    [{ password: 'x' }, 'username must be a string'],
    [{ username: 'denis' }, 'password must be a string'],
    [{ username: 5, password: 'x' }, 'username must be a string'],
    [{ username: 'denis', password: null }, 'password must be a string'],
    [{ username: ['denis'], password: {} }, 'username must be a string; password must be a string'],
    [[], 'The body must be a JSON object'],
    ['denis', 'The body must be a JSON object'],
    [null, 'The body must be a JSON object'],
  ])('refuses the body %j with 400', async (json, message) => {
    const answer = await app.call('POST', '/api2/tokens', { json });
    expect([answer.status, answer.body]).toEqual([400, { statusCode: 400, error: 'Bad Request', message }]);
  });
});

describe('DELETE /api2/tokens', () => {
  it('ends every token of the caller, and of nobody else', async () => {
    const [user, other] = [await app.createUser('leaver'), await app.createUser('stayer')];
    const [first, second, others] = [await app.logIn(user), await app.logIn(user), await app.logIn(other)];
    const answer = await app.call('DELETE', '/api2/tokens', { headers: bearer(first) });
    expect([answer.status, answer.body]).toEqual([200, invalidated]);
    expect(await isAccepted(first)).toBe(false);
    expect(await isAccepted(second)).toBe(false);
    expect(await isAccepted(others)).toBe(true);
  });

  it('refuses a token that was just invalidated with 401', async () => {
    const headers = bearer(await app.logIn(await app.createUser('twice')));
    await app.call('DELETE', '/api2/tokens', { headers });
    const answer = await app.call('DELETE', '/api2/tokens', { headers });
    expect([answer.status, answer.body]).toEqual([401, invalidToken]);
  });

  it('says to exactly one of two calls at once that it invalidated', async () => {
    const user = await app.createUser('racer');
    for (let round = 0; round < 10; round++) {
      const headers = bearer(await app.logIn(user));
      const answers = await Promise.all([1, 2].map(() => app.call('DELETE', '/api2/tokens', { headers })));
      const good = answers.filter(({ status }) => status === 200).map(({ body }) => body);
      expect(good.filter((body) => (body as { message: string }).message === invalidated.message)).toHaveLength(1);
      for (const body of good) expect([invalidated, { message: 'Logged out successfully' }]).toContainEqual(body);
      for (const { status, body } of answers) if (status !== 200) expect([status, body]).toEqual([401, invalidToken]);
    }
  });

  it('takes a content type without a body, as some clients send it', async () => {
    const headers = { ...bearer(await app.logIn(denis)), 'content-type': 'application/json' };
    expect((await app.call('DELETE', '/api2/tokens', { headers })).body).toEqual(invalidated);
  });

  it('asks for the missing header with 400', async () => {
    const answer = await app.call('DELETE', '/api2/tokens');
    expect(answer.status).toBe(400);
    expect(answer.text).toBe('{"statusCode":400,"error":"Bad Request","message":"Authorization header is required"}');
  });

  it.each(['', 'Bearer', 'Bearer x', 'Bearer a.b.c', 'Bearer two words', 'Basic ZGVuaXM6UXdlcnR5MTIz', 'nonsense'])(
    'refuses the header %j with 401',
    async (authorization) => {
      const answer = await app.call('DELETE', '/api2/tokens', { headers: { authorization } });
      expect([answer.status, answer.body]).toEqual([401, invalidToken]);
    },
  );

  it('accepts a token up to the second before it expires and refuses it from then on', async () => {
    const token = await app.logIn(denis);
    app.clock.advanceSeconds(86_399);
    expect(await isAccepted(token)).toBe(true);
    app.clock.advanceSeconds(1);
    expect(await isAccepted(token)).toBe(false);
    expect((await app.call('DELETE', '/api2/tokens', { headers: bearer(token) })).body).toEqual(invalidToken);
  });
});
