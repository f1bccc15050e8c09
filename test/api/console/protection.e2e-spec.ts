import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { byCookie, openConsole, secretIn } from '../../support/console-client.js';
import { basic, bearer, PASSWORD, TestApp, type TestResponse, type TestUser } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

const CREATE = { username: 'made', password: PASSWORD, role: 'viewer' };

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

describe('a request by cookie that changes something', () => {
  const create = (headers: Record<string, string>): Promise<TestResponse> =>
    app.call('POST', '/admin/users', {
      headers: { cookie: `__Host-tessera=${secret}`, ...headers },
      json: { ...CREATE, username: `made${users++}` },
    });

  it.each<[string, () => Record<string, string>, number]>([
    ['of a page of ours', () => ({ 'sec-fetch-site': 'same-origin' }), 201],
    ['of another site', () => ({ 'sec-fetch-site': 'cross-site' }), 403],
    ['of another port or subdomain', () => ({ 'sec-fetch-site': 'same-site' }), 403],
    ['that the user typed', () => ({ 'sec-fetch-site': 'none' }), 403],
    ['of another site that claims our Origin', () => ({ 'sec-fetch-site': 'cross-site', origin: app.url }), 403],
    ['of an older browser, with the Origin of the host', () => ({ origin: app.url }), 201],
    ['of an older browser, with the Origin of PUBLIC_URL', () => ({ origin: 'http://tessera.test' }), 201],
    ['with the Origin of another site', () => ({ origin: 'https://evil.example' }), 403],
    ['with the Origin of another port', () => ({ origin: 'http://127.0.0.1:1' }), 403],
    ['with Origin: null', () => ({ origin: 'null' }), 403],
    ['that says neither', () => ({}), 403],
  ])('%s', async (_, headers, status) => {
    const response = await create(headers());
    expect(response.status).toBe(status);
    if (status === 403) expect(response.body).toMatchObject({ code: 'cross_origin_refused' });
  });

  it('is refused before its body is looked at', async () => {
    const headers = { cookie: `__Host-tessera=${secret}`, 'sec-fetch-site': 'cross-site' };
    expect((await app.call('POST', '/admin/users', { headers, body: '{' })).status).toBe(403);
  });

  it('may not log in from another site either', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' };
    const response = await app.call('POST', '/console/session', { headers, json: admin });
    expect([response.status, secretIn(response)]).toEqual([403, undefined]);
  });
});

describe('a dangerous act', () => {
  const ACTS: readonly [string, (headers: Record<string, string>) => Promise<TestResponse>][] = [
    ['settings', (headers) => app.call('PATCH', '/admin/settings', { headers, json: {} })],
    ['rotating the keys', (headers) => app.call('POST', '/admin/signing-keys/rotate', { headers })],
    [
      'revoking a key',
      (headers) => app.call('POST', '/admin/signing-keys/999/revoke', { headers, json: { reason: 'It leaked' } }),
    ],
    ['the export', (headers) => app.call('GET', '/admin/audit/export', { headers })],
    ['a role', (headers) => app.call('PATCH', '/admin/users/999', { headers, json: { role: 'admin' } })],
    [
      'another admin',
      (headers) => app.call('POST', '/admin/users', { headers, json: { ...CREATE, username: 'root', role: 'admin' } }),
    ],
  ];
  const isRefused = ({ body }: TestResponse): boolean =>
    (body as { code?: string } | undefined)?.code === 'reauthentication_required';

  it.each(ACTS)('wants a password of the last five minutes: %s', async (_, act) => {
    app.clock.advanceSeconds(300);
    expect(isRefused(await act(byCookie(secret)))).toBe(false);
    app.clock.advanceSeconds(1);
    const { status, headers, body } = await act(byCookie(secret));
    expect([status, headers.get('www-authenticate'), body]).toEqual([
      401,
      'Bearer realm="tessera"',
      {
        type: 'reauthentication-required',
        title: 'Unauthorized',
        status: 401,
        detail: 'This needs your password again: you sent it over 5 minutes ago',
        code: 'reauthentication_required',
      },
    ]);
    const again = await app.call('POST', '/console/session/reauthenticate', {
      headers: byCookie(secret),
      json: { password: PASSWORD },
    });
    expect([again.status, again.body]).toEqual([
      200,
      {
        id: expect.any(String) as unknown,
        userId: admin.id,
        username: 'root',
        role: 'admin',
        passwordCheckedAt: app.clock.now().toISOString(),
      },
    ]);
    expect(isRefused(await act(byCookie(secret)))).toBe(false);
  });

  it('wants nothing of who sends a password or a token with it', async () => {
    const token = await app.logIn(admin);
    app.clock.advanceSeconds(600);
    const [, act] = ACTS[0]!;
    const statuses = [(await act(basic('root', PASSWORD))).status, (await act(bearer(token))).status];
    expect(statuses).toEqual([200, 200]);
  });

  it('is told from others by its body: a name is changed without a password', async () => {
    app.clock.advanceSeconds(600);
    const json = { fullName: 'Denis Weber' };
    const { status } = await app.call('PATCH', `/admin/users/${admin.id}`, { headers: byCookie(secret), json });
    expect(status).toBe(200);
  });

  it('does not take a wrong password, which counts as a failed login', async () => {
    const user = await app.createUser(`user${users++}`, 'admin');
    const headers = byCookie(await openConsole(app, user));
    const send = (password: string) =>
      app.call('POST', '/console/session/reauthenticate', { headers, json: { password } });
    for (let n = 0; n < 5; n++) expect((await send('wrong')).status).toBe(401);
    expect((await send(PASSWORD)).status).toBe(401);
  });
});
