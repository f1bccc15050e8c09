import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { byCookie, openConsole, SAME_ORIGIN, secretIn } from '../../support/console-client.js';
import { basic, bearer, PASSWORD, TestApp, type TestResponse, type TestUser } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { introspect } from '../../support/verification-paths.js';

const NEW_PASSWORD = 'b2BDWZrQwDF5u4Yu';
const MINUTE = 60;

let database: TestDatabase;
let app: TestApp;
let admin: TestUser;
let secret: string;
let users = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  admin = await app.createUser('root', 'admin');
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

beforeEach(async () => {
  secret = await openConsole(app, admin);
});

const logIn = (json: object, headers: Record<string, string> = SAME_ORIGIN): Promise<TestResponse> =>
  app.call('POST', '/console/session', { headers, json });

const whoAmI = (of = secret): Promise<TestResponse> => app.call('GET', '/console/session', { headers: byCookie(of) });

function problem(status: number, title: string, code: string, detail: string): unknown {
  return { type: 'about:blank', title, status, detail, code };
}

const LOGIN_REQUIRED = problem(401, 'Unauthorized', 'login_required', 'There is no session, or it has ended: log in');

describe('POST /console/session', () => {
  it('sets a cookie for this host alone and says whose session it is', async () => {
    const response = await logIn({ username: 'Root', password: PASSWORD });
    expect(response.headers.get('set-cookie')).toMatch(
      /^__Host-tessera=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict$/,
    );
    expect([response.status, response.body]).toEqual([
      201,
      {
        id: expect.any(String) as unknown,
        userId: admin.id,
        username: 'root',
        role: 'admin',
        passwordCheckedAt: app.clock.now().toISOString(),
      },
    ]);
  });

  it('stores no secret', async () => {
    const rows = await database.query('SELECT tokens::text FROM tokens');
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it('refuses a wrong password and an unknown user alike, and without a challenge at which browsers ask', async () => {
    for (const username of ['root', 'nobody']) {
      const { status, headers, body } = await logIn({ username, password: 'wrong' });
      expect([status, headers.get('www-authenticate'), headers.get('set-cookie')]).toEqual([
        401,
        'Bearer realm="tessera"',
        null,
      ]);
      expect(body).toEqual(problem(401, 'Unauthorized', 'credentials_invalid', 'Invalid username or password'));
    }
  });

  it('has a temporary password replaced first', async () => {
    const { username, password } = await app.createUser('fresh', 'viewer', true);
    const refused = await logIn({ username, password });
    expect([refused.status, refused.body]).toEqual([
      403,
      problem(403, 'Forbidden', 'password_change_required', 'The password is temporary: choose another'),
    ]);
    expect((await logIn({ username, password, newPassword: 'short' })).status).toBe(400);
    const opened = await logIn({ username, password, newPassword: NEW_PASSWORD });
    expect(opened.status).toBe(201);
    expect((await whoAmI(secretIn(opened))).status).toBe(200);
    expect((await logIn({ username, password })).status).toBe(401);
  });

  it('replaces a password where another is given, and ends the older sessions', async () => {
    const user = await app.createUser(`user${users++}`);
    const older = await openConsole(app, user);
    const opened = await logIn({ ...user, newPassword: NEW_PASSWORD });
    expect([opened.status, (await whoAmI(older)).status, (await whoAmI(secretIn(opened))).status]).toEqual([
      201, 401, 200,
    ]);
  });

  it('locks an account together with every other login', async () => {
    const user = await app.createUser(`user${users++}`);
    for (let n = 0; n < 5; n++) await logIn({ username: user.username, password: 'wrong' });
    expect((await logIn({ ...user })).status).toBe(401);
    const { status } = await app.call('POST', '/api2/tokens', { json: user });
    expect(status).toBe(401);
  });
});

describe('a session', () => {
  it('ends after half an hour without use', async () => {
    for (let n = 0; n < 3; n++) {
      app.clock.advanceSeconds(29 * MINUTE);
      expect((await whoAmI()).status).toBe(200);
    }
    app.clock.advanceSeconds(30 * MINUTE);
    const { status, body } = await whoAmI();
    expect([status, body]).toEqual([401, LOGIN_REQUIRED]);
  });

  it('ends after twelve hours, however it is used', async () => {
    for (let minutes = 20; minutes < 12 * 60; minutes += 20) {
      app.clock.advanceSeconds(20 * MINUTE);
      expect((await whoAmI()).status).toBe(200);
    }
    app.clock.advanceSeconds(20 * MINUTE);
    expect((await whoAmI()).status).toBe(401);
  });

  it('ends on the server by DELETE, and the cookie with it', async () => {
    const { status, headers, text } = await app.call('DELETE', '/console/session', { headers: byCookie(secret) });
    expect([status, headers.get('set-cookie'), text]).toEqual([
      204,
      '__Host-tessera=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0',
      '',
    ]);
    expect((await whoAmI()).body).toEqual(LOGIN_REQUIRED);
  });

  it.each([
    ['disabled', { enabled: false }],
    ['given a temporary password', { temporaryPassword: NEW_PASSWORD }],
  ])('ends when its user is %s', async (_, change) => {
    const user = await app.createUser(`user${users++}`);
    const own = await openConsole(app, user);
    const headers = basic(admin.username, PASSWORD);
    const { status } = await app.call('PATCH', `/admin/users/${user.id}`, { headers, json: change });
    expect([status, (await whoAmI(own)).status]).toEqual([200, 401]);
  });

  it('ends when its user logs out everywhere', async () => {
    const user = await app.createUser(`user${users++}`);
    const own = await openConsole(app, user);
    await app.call('DELETE', '/api2/tokens', { headers: bearer(await app.logIn(user)) });
    expect((await whoAmI(own)).status).toBe(401);
  });

  it('has the role that its user has now', async () => {
    const user = await app.createUser(`user${users++}`, 'auditor');
    const headers = byCookie(await openConsole(app, user));
    const statuses = [(await app.call('GET', '/admin/users', { headers })).status];
    const json = { role: 'viewer' };
    await app.call('PATCH', `/admin/users/${user.id}`, { headers: basic(admin.username, PASSWORD), json });
    statuses.push((await app.call('GET', '/admin/users', { headers })).status);
    expect(statuses).toEqual([200, 403]);
  });
});

describe('the secret of the cookie', () => {
  it('is no bearer token, and unknown to introspection', async () => {
    expect((await app.call('GET', '/admin/users', { headers: bearer(secret) })).status).toBe(401);
    expect(await introspect(app, admin, secret)).toEqual({ active: false });
    await app.call('POST', '/oauth2/revoke', { json: { token: secret } });
    expect((await whoAmI()).status).toBe(200);
  });

  it('opens no documented family', async () => {
    const headers = byCookie(secret);
    const paths = ['/api2/token/timeout', '/api/v1alpha/token', '/api/authtokens/json', '/auth/verify'];
    const statuses = await Promise.all(paths.map(async (path) => (await app.call('GET', path, { headers })).status));
    expect(statuses).toEqual([401, 401, 401, 401]);
  });

  it.each(['', 'x'.repeat(43), 'a b', '__Host-tessera', 'x'.repeat(44)])('is not %j', async (wrong) => {
    expect((await whoAmI(wrong)).body).toEqual(LOGIN_REQUIRED);
  });

  it('gives way to an Authorization header', async () => {
    const headers = { ...byCookie(secret), ...basic('root', 'wrong') };
    expect((await app.call('GET', '/admin/users', { headers })).status).toBe(401);
  });

  it('is missed without a challenge by HTTP Basic where a page asks, and with one where a program does', async () => {
    const challenge = async (headers: Record<string, string>) =>
      (await app.call('GET', '/admin/users', { headers })).headers.get('www-authenticate');
    expect([await challenge(SAME_ORIGIN), await challenge({})]).toEqual([
      'Bearer realm="tessera"',
      'Basic realm="tessera", charset="UTF-8", Bearer realm="tessera"',
    ]);
  });
});

describe('CONSOLE=false', () => {
  it('leaves out the console and refuses its cookies', async () => {
    const bare = await TestApp.start(database.url, { env: { CONSOLE: 'false' } });
    try {
      const headers = byCookie(secret);
      const statuses = [
        (await bare.call('GET', '/console')).status,
        (await bare.call('GET', '/console/users')).status,
        (await bare.call('GET', '/admin/users', { headers })).status,
      ];
      expect(statuses).toEqual([404, 404, 401]);
    } finally {
      await bare.close();
    }
  });
});
