import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PasswordHasher } from '../../../src/crypto/password-hasher.js';
import { SYSTEM } from '../../../src/common/actor.js';
import { UsersService } from '../../../src/users/users.service.js';
import { basic, bearer, TestApp, type TestResponse, type TestUser } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

const PATH = '/api/v1alpha/token';
const UNAUTHORIZED = 'The server could not verify that you are authorized to access the URL requested.';
const CALLS = [
  ['GET', PATH],
  ['POST', PATH],
  ['GET', `${PATH}/00000000-0000-7000-8000-000000000000`],
  ['DELETE', `${PATH}/x`],
] as const;

let database: TestDatabase;
let app: TestApp;
/** Another instance of the same service. */
let twin: TestApp;
let admin: TestUser;
const started: TestApp[] = [];

const as = ({ username, password }: TestUser): { headers: Record<string, string> } => ({
  headers: basic(username, password),
});

async function make(user: TestUser, description: string): Promise<{ id: string; token: string }> {
  const json = { jwt_token_description: description, jwt_token_life: '30 days' };
  const { body } = await app.call('POST', PATH, { ...as(user), json });
  const { jwt_token_id: id, jwt_token: token } = body as { jwt_token_id: string; jwt_token: string };
  return { id, token };
}

/** Asks until the answer is this one: another instance hears of a change milliseconds later. */
async function until(status: number, ask: () => Promise<TestResponse>): Promise<void> {
  const deadline = performance.now() + 5_000;
  while ((await ask()).status !== status) {
    if (performance.now() > deadline) throw new Error(`It never answers ${status}`);
    await delay(5);
  }
}

function expectRefused({ status, headers, body }: TestResponse, message = UNAUTHORIZED): void {
  expect([status, body]).toEqual([401, { message }]);
  expect(headers.get('www-authenticate')).toBe('Basic realm="tessera"');
}

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  twin = await TestApp.start(database.url, { clock: app.clock });
  started.push(app, twin);
  admin = await app.createUser('admin', 'admin');
  // Whose passwords are guessed wrong, so that nobody else is locked out.
  await app.createUser('guessed');
});

afterAll(async () => {
  await Promise.all(started.map((instance) => instance.close()));
  await database.drop();
});

describe('every call', () => {
  const raw = (text: string | Buffer): string => `Basic ${Buffer.from(text).toString('base64')}`;
  it.each([
    ['no header', undefined],
    ['an empty header', ''],
    ['a scheme alone', 'Basic'],
    ['another scheme', 'Digest username="admin"'],
    ['a wrong password', raw('guessed:wrong')],
    ['an empty password', raw('guessed:')],
    ['an unknown user', raw('nobody:Qwerty123')],
    ['no colon', raw('guessedQwerty123')],
    ['bad base64', 'Basic %%%'],
    ['what is not UTF-8', raw(Buffer.from([0x61, 0x3a, 0xff]))],
    ['a user name with a NUL', raw('gues\0sed:Qwerty123')],
    ['a user name of 8 KB', raw(`${'a'.repeat(8_000)}:Qwerty123`)],
    ['a password that bcrypt would cut', raw(`guessed:${'Qwerty123'.padEnd(100, '.')}`)],
  ])('refuses %s with 401, one sentence and a challenge', async (_, authorization) => {
    for (const [method, path] of CALLS) {
      expectRefused(await app.call(method, path, authorization === undefined ? {} : { headers: { authorization } }));
    }
  });

  it('refuses bearer tokens, its own too', async () => {
    const { token } = await make(admin, 'its own');
    for (const text of [token, await app.logIn(admin), 'x']) {
      for (const [method, path] of CALLS) expectRefused(await app.call(method, path, { headers: bearer(text) }));
    }
  });

  it('refuses a disabled user as it refuses an unknown one', async () => {
    const user = await app.createUser('disabled');
    await app.call('PATCH', `/admin/users/${user.id}`, { ...as(admin), json: { enabled: false } });
    for (const [method, path] of CALLS) expectRefused(await app.call(method, path, as(user)));
  });

  it('asks a user with a temporary password for another one, with 401 too', async () => {
    const user = await app.createUser('temporary', 'viewer', true);
    const answer = await app.call('GET', PATH, as(user));
    expectRefused(answer, `${UNAUTHORIZED} Password change required.`);
  });

  it('takes a password with colons and umlauts, and the user name in any case', async () => {
    const password = 'päss:wörd:';
    await app.call('POST', '/admin/users', { ...as(admin), json: { username: 'jürgen', password, role: 'service' } });
    const { status } = await app.call('GET', PATH, { headers: basic('JÜRGEN', password) });
    expect(status).toBe(404);
  });

  it('is served at both paths, with and without a trailing slash, without a redirect', async () => {
    const user = await app.createUser('paths');
    for (const path of ['/api/v1alpha/token', '/v1alpha/token', '/api/v1alpha/token/', '/v1alpha/token/']) {
      const json = { jwt_token_description: path, jwt_token_life: '1h' };
      const made = await app.call('POST', path, { ...as(user), json });
      expect(made.status).toBe(201);
      expect((await app.call('GET', path, as(user))).status).toBe(200);
      const { jwt_token_id: id } = made.body as { jwt_token_id: string };
      const one = path.endsWith('/') ? `${path}${id}/` : `${path}/${id}`;
      expect((await app.call('GET', `${one}?x=1`, as(user))).status).toBe(200);
      expect((await app.call('DELETE', one, as(user))).status).toBe(200);
    }
  });

  it.each([
    ['PUT', '', 'GET, HEAD, POST'],
    ['DELETE', '', 'GET, HEAD, POST'],
    ['PATCH', '/', 'GET, HEAD, POST'],
    ['POST', '/x', 'DELETE, GET, HEAD'],
    ['PUT', '/x/', 'DELETE, GET, HEAD'],
  ])('refuses %s at "%s" with 405 and what is allowed', async (method, path, allow) => {
    for (const prefix of ['/api/v1alpha/token', '/v1alpha/token']) {
      const answer = await app.call(method, prefix + path, as(admin));
      expect([answer.status, answer.body]).toEqual([405, { message: 'Method Not Allowed' }]);
      expect(answer.headers.get('allow')).toBe(allow);
    }
  });

  it.each(['/api/v1alpha', '/v1alpha/tokens', '/v1alpha/token/a/b', '/v1alpha/token//'])(
    'answers 404 at the unknown path %s',
    async (path) => {
      const answer = await app.call('GET', path, as(admin));
      expect([answer.status, answer.body]).toEqual([404, { message: 'Not Found' }]);
    },
  );
});

describe('a path that is no URL', () => {
  it('has the shape of the family', async () => {
    const answer = await app.call('GET', `${PATH}/%zz`, as(admin));
    expect([answer.status, answer.body]).toEqual([404, { message: 'The path is not a valid URL' }]);
  });
});

describe('the token', () => {
  it('is taken wherever a bearer token is, with the rights that its user has now', async () => {
    const { token } = await make(admin, 'operator');
    const answer = await app.call('GET', '/admin/users', { headers: bearer(token) });
    expect(answer.status).toBe(200);
  });

  it('is refused by every instance from its DELETE on', async () => {
    const { id, token } = await make(admin, 'everywhere');
    const ask = (): Promise<TestResponse> => twin.call('GET', '/api2/token/timeout', { headers: bearer(token) });
    const look = (): Promise<TestResponse> => twin.call('GET', `${PATH}/${id}`, as(admin));
    expect([(await ask()).status, (await look()).status]).toEqual([200, 200]);
    expect((await app.call('DELETE', `${PATH}/${id}`, as(admin))).status).toBe(200);
    await until(401, ask);
    expect((await look()).status).toBe(404);
    const restarted = await TestApp.start(database.url, { clock: app.clock });
    started.push(restarted);
    expect((await restarted.call('GET', '/api2/token/timeout', { headers: bearer(token) })).status).toBe(401);
  });

  it('outlives a logout from everywhere and a new password, but not its user', async () => {
    const user = await app.createUser('leaver');
    const { token } = await make(user, 'long-lived');
    const ask = (): Promise<TestResponse> => app.call('GET', '/admin/users', { headers: bearer(token) });
    await app.call('DELETE', '/api2/tokens', { headers: bearer(await app.logIn(user)) });
    await app.call('PATCH', `/admin/users/${user.id}`, { ...as(admin), json: { temporaryPassword: 'Another-4711-x' } });
    expect((await ask()).status).toBe(403);
    expect((await app.call('DELETE', `/admin/users/${user.id}`, as(admin))).status).toBe(204);
    expect((await ask()).status).toBe(401);
    expect(await database.query('SELECT FROM api_keys WHERE user_id = $1', [user.id])).toEqual([]);
    const kept = await database.query('SELECT FROM tokens WHERE user_id = $1 AND revoked_at IS NOT NULL', [user.id]);
    expect(kept).toHaveLength(2);
  });
});

describe('a cached login', () => {
  const calls = (user: TestUser): (() => Promise<TestResponse>)[] =>
    [app, twin].map((instance) => () => instance.call('GET', PATH, as(user)));

  it.each([
    ['is disabled', { enabled: false }],
    ['gets a temporary password', { temporaryPassword: 'Another-4711-x' }],
  ])('is forgotten on every instance when its user %s', async (what, json) => {
    const user = await app.createUser(`remembered, who ${what}`);
    for (const call of calls(user)) expect((await call()).status).toBe(404);
    await app.call('PATCH', `/admin/users/${user.id}`, { ...as(admin), json });
    for (const call of calls(user)) await until(401, call);
  });

  it('does not need the hash again, which it would by now not fit', async () => {
    const user = await app.createUser('spared');
    for (const call of calls(user)) expect((await call()).status).toBe(404);
    await database.query("UPDATE users SET password_hash = 'none' WHERE id = $1", [user.id]);
    for (const call of calls(user)) expect((await call()).status).toBe(404);
    app.clock.advanceSeconds(61);
    for (const call of calls(user)) expectRefused(await call());
  });

  it('gives no token once its password is an older one, were the change not yet heard of', async () => {
    const user = await app.createUser('overtaken');
    expect((await app.call('GET', PATH, as(user))).status).toBe(404);
    await database.query('UPDATE users SET password_version = 2 WHERE id = $1', [user.id]);
    const json = { jwt_token_description: 'too late', jwt_token_life: '1h' };
    expectRefused(await app.call('POST', PATH, { ...as(user), json }));
    expect(await database.query('SELECT FROM api_keys WHERE user_id = $1', [user.id])).toEqual([]);
  });
});

describe('calls at once with the same credentials', () => {
  it('share one hash, so that none is told to come back later', async () => {
    const user = await app.createUser('crowd');
    const hasher = app.get(PasswordHasher);
    const hashes = jest.spyOn(hasher, 'matches');
    const answers = await Promise.all(Array.from({ length: 200 }, () => app.call('GET', PATH, as(user))));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
    expect(hashes).toHaveBeenCalledTimes(1);
    hashes.mockRestore();
  });

  it('share none that began before the password changed', async () => {
    const user = await app.createUser('changing');
    const hasher = app.get(PasswordHasher);
    let release: () => void = () => undefined;
    const matches = jest.spyOn(hasher, 'matches').mockImplementationOnce(async () => {
      await new Promise<void>((resolve) => (release = resolve));
      return true;
    });
    const early = app.call('GET', PATH, as(user));
    while (matches.mock.calls.length === 0) await delay(5);
    await app.get(UsersService).updateUser(SYSTEM, user.id, { enabled: false });
    expectRefused(await app.call('GET', PATH, as(user)));
    release();
    await early;
    expectRefused(await app.call('GET', PATH, as(user)));
    matches.mockRestore();
  });
});
