import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { basic, bearer, PASSWORD, TestApp, type TestResponse, type TestUser } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

let database: TestDatabase;
let app: TestApp;
let root: TestUser;
let admin: Record<string, string>;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  root = await app.createUser('root', 'admin');
  admin = bearer(await app.logIn(root));
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

function problem(status: number, title: string, code: string, detail: string): object {
  return { type: 'about:blank', title, status, detail, code };
}

function create(json: object): Promise<TestResponse> {
  return app.call('POST', '/admin/users', { headers: admin, json });
}

describe('POST /admin/users', () => {
  it('creates a user with 201', async () => {
    const json = { username: 'Grace', password: PASSWORD, role: 'service', fullName: 'Grace H.', email: 'g@x.org' };
    const answer = await create(json);
    const now = app.clock.now().toISOString();
    expect([answer.status, answer.body]).toEqual([
      201,
      {
        id: expect.any(Number),
        username: 'grace',
        role: 'service',
        fullName: 'Grace H.',
        email: 'g@x.org',
        enabled: true,
        source: 'local',
        passwordChangeRequired: false,
        createdAt: now,
        updatedAt: now,
        lastLoginAt: null,
      },
    ]);
    const { id } = answer.body as { id: number };
    expect((await app.call('GET', `/admin/users/${id}`, { headers: admin })).body).toEqual(answer.body);
  });

  it('makes the next login ask for a new password where the password is temporary', async () => {
    const { body } = await create({ username: 'temp', temporaryPassword: PASSWORD, role: 'viewer' });
    expect(body).toMatchObject({ passwordChangeRequired: true });
    const login = await app.call('POST', '/api2/tokens', { json: { username: 'temp', password: PASSWORD } });
    expect(login.status).toBe(403);
  });

  it('refuses a name that is taken, in any case, with 409', async () => {
    await create({ username: 'taken', password: PASSWORD, role: 'viewer' });
    const answer = await create({ username: 'TAKEN', password: PASSWORD, role: 'viewer' });
    expect([answer.status, answer.body]).toEqual([
      409,
      problem(409, 'Conflict', 'username_taken', 'There is a user of this name already'),
    ]);
  });

  it('gives a name that several ask for at once to one of them', async () => {
    const json = { username: 'contested', password: PASSWORD, role: 'viewer' };
    const answers = await Promise.all([1, 2, 3, 4].map(() => create(json)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });

  it.each<[object, string, string]>([
    [{ password: PASSWORD, role: 'viewer' }, 'username', 'username must be a string'],
    [
      { username: '', password: PASSWORD, role: 'viewer' },
      'username',
      'username must be longer than or equal to 1 characters',
    ],
    [
      { username: 'a'.repeat(256), password: PASSWORD, role: 'viewer' },
      'username',
      'username must be shorter than or equal to 255 characters',
    ],
    [
      { username: 'a:b', password: PASSWORD, role: 'viewer' },
      'username',
      'username must hold no colon (RFC 7617), nothing invisible, and neither begin nor end with a space',
    ],
    [
      { username: ' a', password: PASSWORD, role: 'viewer' },
      'username',
      'username must hold no colon (RFC 7617), nothing invisible, and neither begin nor end with a space',
    ],
    [{ username: 'a\0', password: PASSWORD, role: 'viewer' }, 'username', 'username must hold no control characters'],
    [
      { username: 'a\ud800', password: PASSWORD, role: 'viewer' },
      'username',
      'username must hold no control characters',
    ],
    [
      { username: 'x', password: PASSWORD, role: 'root' },
      'role',
      'role must be one of the following values: admin, auditor, viewer, service',
    ],
    [{ username: 'x', password: 5, role: 'viewer' }, 'password', 'password must be a string'],
    [{ username: 'x', role: 'viewer' }, 'password', 'Exactly one of password and temporaryPassword is required'],
    [
      { username: 'x', password: PASSWORD, temporaryPassword: PASSWORD, role: 'viewer' },
      'password',
      'Exactly one of password and temporaryPassword is required',
    ],
    [
      { username: 'x', password: PASSWORD, role: 'viewer', email: 'nobody' },
      'email',
      'email must be an e-mail address',
    ],
    [{ username: 'x', password: PASSWORD, role: 'viewer', fullName: 7 }, 'fullName', 'fullName must be a string'],
  ])('refuses %j with 400', async (json, field, message) => {
    const answer = await create(json);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ title: 'Bad Request', fields: [{ field, message }] });
  });
});

describe('an e-mail address', () => {
  it.each(['a\ud800@x.org', '"a\nb"@x.org', 'a@x.org\r\nBcc: b@x.org', 7, {}])(
    'is refused where it is %j',
    async (email) => {
      const answer = await create({ username: 'x', password: 'Qwerty123', role: 'viewer', email });
      expect(answer.status).toBe(400);
      expect(answer.body).toMatchObject({ fields: [{ field: 'email', message: 'email must be an e-mail address' }] });
    },
  );
});

describe('a new password', () => {
  it.each(['Qwerty1', 'ü'.repeat(37)])('is refused with 400 where it is %j', async (password) => {
    const answer = await create({ username: 'x', password, role: 'viewer' });
    expect([answer.status, answer.body]).toEqual([
      400,
      problem(400, 'Bad Request', 'password_unacceptable', 'The password must have 8 to 72 bytes'),
    ]);
  });

  it.each([
    ['qwerty123', 'The password is one of the most common ones'],
    ['The-Same-Name', 'The password must not be the user name'],
  ])('is refused with 400 where it is %j, when a user is created and when changed', async (password, message) => {
    const answer = await create({ username: 'the-same-name', password, role: 'viewer' });
    const expected = problem(400, 'Bad Request', 'password_unacceptable', message);
    expect([answer.status, answer.body]).toEqual([400, expected]);
    const { body } = await create({ username: 'the-same-name', password: PASSWORD, role: 'viewer' });
    const path = `/admin/users/${(body as { id: number }).id}`;
    const changed = await app.call('PATCH', path, { headers: admin, json: { temporaryPassword: password } });
    expect([changed.status, changed.body]).toEqual([400, expected]);
    await app.call('DELETE', path, { headers: admin });
  });

  it('may have 72 bytes, all of which count', async () => {
    const password = 'ü'.repeat(36);
    await create({ username: 'long', password, role: 'viewer' });
    const login = (tried: string): Promise<TestResponse> =>
      app.call('POST', '/api2/tokens', { json: { username: 'long', password: tried } });
    expect((await login(password)).status).toBe(200);
    expect((await login(`${password}x`)).status).toBe(401);
    expect((await login(`${'ü'.repeat(35)}uu`)).status).toBe(401);
  });
});

describe('PATCH /admin/users/ID', () => {
  it('changes what is there, empties what is null and leaves what is absent', async () => {
    const { body } = await create({
      username: 'ada',
      password: PASSWORD,
      role: 'viewer',
      fullName: 'Ada',
      email: 'a@x.org',
    });
    const user = body as { id: number };
    app.clock.advanceSeconds(1);
    const json = { role: 'service', fullName: null, username: 'ignored' };
    const answer = await app.call('PATCH', `/admin/users/${user.id}`, { headers: admin, json });
    expect([answer.status, answer.body]).toEqual([
      200,
      { ...user, role: 'service', fullName: null, updatedAt: app.clock.now().toISOString() },
    ]);
  });

  it('ends every token of a user who is disabled; enabling them again brings none back', async () => {
    const user = await app.createUser('in-and-out', 'admin');
    const token = bearer(await app.logIn(user));
    for (const enabled of [false, true]) {
      await app.call('PATCH', `/admin/users/${user.id}`, { headers: admin, json: { enabled } });
      expect((await app.call('GET', '/api2/token/timeout', { headers: token })).status).toBe(401);
    }
    expect(await app.logIn(user)).toEqual(expect.any(String));
  });

  it('takes a changed role into account for tokens that are out', async () => {
    const user = await app.createUser('rising');
    const token = bearer(await app.logIn(user));
    const status = async (): Promise<number> => (await app.call('GET', '/admin/users', { headers: token })).status;
    expect(await status()).toBe(403);
    await app.call('PATCH', `/admin/users/${user.id}`, { headers: admin, json: { role: 'admin' } });
    expect(await status()).toBe(200);
    await app.call('PATCH', `/admin/users/${user.id}`, { headers: admin, json: { role: 'viewer' } });
    expect(await status()).toBe(403);
  });

  it('ends the logins of a user who is given a temporary password, and their old password', async () => {
    const user = await app.createUser('leaked', 'admin');
    const token = bearer(await app.logIn(user));
    const old = basic(user.username, user.password);
    expect((await app.call('GET', '/admin/users', { headers: old })).status).toBe(200);
    await app.call('PATCH', `/admin/users/${user.id}`, { headers: admin, json: { temporaryPassword: 'Another123' } });
    expect((await app.call('GET', '/admin/users', { headers: token })).status).toBe(401);
    expect((await app.call('GET', '/admin/users', { headers: old })).status).toBe(401);
    const login = await app.call('POST', '/api2/tokens', { json: { username: 'leaked', password: 'Another123' } });
    expect(login.status).toBe(403);
  });

  it.each([
    { role: null },
    { role: 'x' },
    { enabled: 'false' },
    { enabled: null },
    { temporaryPassword: 5 },
    { temporaryPassword: 'short' },
  ])('refuses %j with 400', async (json) => {
    expect((await app.call('PATCH', `/admin/users/${root.id}`, { headers: admin, json })).status).toBe(400);
  });
});

describe('a user with very many tokens', () => {
  it('loses all of them at once', async () => {
    const user = await app.createUser('hoarder');
    await database.query(
      `INSERT INTO tokens (id, idx, kind, user_id, issued_at, expires_at)
       SELECT gen_random_uuid(), nextval('tokens_idx_seq'), 'login', $1, $2, $3 FROM generate_series(1, 25000)`,
      [user.id, app.clock.now(), new Date(app.clock.now().getTime() + 60_000)],
    );
    const answer = await app.call('POST', `/admin/users/${user.id}/revoke-tokens`, { headers: admin });
    expect(answer.body).toEqual({ revoked: 25_000 });
    const [left] = await database.query('SELECT count(*)::int FROM tokens WHERE user_id = $1 AND revoked_at IS NULL', [
      user.id,
    ]);
    expect(left).toEqual({ count: 0 });
  });
});

describe('DELETE /admin/users/ID', () => {
  it('removes the user and ends their tokens with 204', async () => {
    const user = await app.createUser('gone', 'admin');
    const token = bearer(await app.logIn(user));
    const answer = await app.call('DELETE', `/admin/users/${user.id}`, { headers: admin });
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect((await app.call('GET', '/admin/users', { headers: token })).status).toBe(401);
    const restarted = await TestApp.start(database.url, { clock: app.clock });
    expect((await restarted.call('GET', '/admin/users', { headers: token })).status).toBe(401);
    await restarted.close();
  });
});

describe('POST /admin/users/ID/revoke-tokens', () => {
  it('ends every token of that user and of nobody else', async () => {
    const user = await app.createUser('compromised');
    const tokens = [await app.logIn(user), await app.logIn(user)].map(bearer);
    const answer = await app.call('POST', `/admin/users/${user.id}/revoke-tokens`, { headers: admin });
    expect([answer.status, answer.body]).toEqual([200, { revoked: 2 }]);
    for (const headers of tokens) expect((await app.call('DELETE', '/api2/tokens', { headers })).status).toBe(401);
    expect((await app.call('GET', '/admin/users', { headers: admin })).status).toBe(200);
  });
});

describe('a user who is not there', () => {
  it.each([
    ['GET', '', '999999'],
    ['PATCH', '', '999999'],
    ['DELETE', '', '999999'],
    ['POST', '/revoke-tokens', '999999'],
    ['GET', '', '0'],
    ['GET', '', 'abc'],
    ['GET', '', '99999999999999999999'],
    ['DELETE', '', '1e3'],
  ])('is a 404 for %s %s of %s', async (method, action, id) => {
    const json = method === 'PATCH' ? {} : undefined;
    const answer = await app.call(method, `/admin/users/${id}${action}`, { headers: admin, ...(json && { json }) });
    expect([answer.status, answer.body]).toEqual([
      404,
      problem(404, 'Not Found', 'user_not_found', 'There is no user of this id'),
    ]);
  });
});

describe('an id that is very long', () => {
  it('is a 404, whoever asks', async () => {
    expect((await app.call('GET', `/admin/users/${'a'.repeat(5000)}`, { headers: admin })).status).toBe(404);
  });
});

describe('callers of /admin/users', () => {
  it('authenticate by Basic as well', async () => {
    const answer = await app.call('GET', '/admin/users?limit=1', { headers: basic('root', root.password) });
    expect(answer.status).toBe(200);
  });

  it('are asked for credentials with 401', async () => {
    const answer = await app.call('GET', '/admin/users');
    expect(answer.headers.get('www-authenticate')).toBe(
      'Basic realm="tessera", charset="UTF-8", Bearer realm="tessera"',
    );
    expect([answer.status, answer.body]).toEqual([
      401,
      problem(401, 'Unauthorized', 'credentials_missing', 'Authorization header is required'),
    ]);
  });

  it.each([
    'Basic',
    'Basic !!!',
    'Basic ZGVuaXM=',
    `Basic ${Buffer.from([255, 58, 254]).toString('base64')}`,
    'Bearer x',
    'x',
  ])('are refused the header %j with 401', async (authorization) => {
    expect((await app.call('GET', '/admin/users', { headers: { authorization } })).status).toBe(401);
  });

  it.each(['viewer', 'service'] as const)('are refused with 403 as a %s', async (role) => {
    const headers = bearer(await app.logIn(await app.createUser(`some-${role}`, role)));
    const answer = await app.call('GET', '/admin/users', { headers });
    expect([answer.status, answer.body]).toEqual([
      403,
      problem(403, 'Forbidden', 'role_required', 'Role admin or auditor required'),
    ]);
  });
});
