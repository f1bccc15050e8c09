import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { challengeOf, logInWithFactor, respond, setUpFactor } from '../../support/authenticator.js';
import { byCookie, openConsole } from '../../support/console-client.js';
import { SmtpInbox } from '../../support/smtp-inbox.js';
import { bearer, TestApp, type TestUser } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { V1Client } from '../../support/v1-client.js';

let database: TestDatabase;
let inbox: SmtpInbox;
let app: TestApp;
let admin: TestUser;
let headers: Record<string, string>;

beforeAll(async () => {
  database = await createTestDatabase();
  inbox = await SmtpInbox.start();
  app = await TestApp.start(database.url, { env: { SMTP_URL: inbox.url } });
  admin = await app.createUser('admin', 'admin');
  headers = bearer(await app.logIn(admin));
});

afterAll(async () => {
  await app.close();
  await inbox.close();
  await database.drop();
});

const path = ({ id }: Pick<TestUser, 'id'>) => `/admin/users/${id}/second-factor`;
const stateOf = async (user: TestUser) => (await app.call('GET', path(user), { headers })).body;
const NO_FACTOR = { required: false, requiredByRole: false, factor: null };

describe('GET /admin/second-factors', () => {
  it('lists who has one, page by page', async () => {
    const users = [await app.createUser('anna'), await app.createUser('bert'), await app.createUser('carl')];
    await app.createUser('without');
    for (const user of users) await setUpFactor(app, user);
    const enabledAt = app.clock.now().toISOString();
    const factor = { deviceName: null, enabledAt, lastUsedAt: null, recoveryCodesLeft: 10 };
    const itemOf = ({ id, username }: TestUser) => ({ user: { id, username }, ...factor });
    const first = await app.call('GET', '/admin/second-factors?limit=2', { headers });
    expect(first.body).toEqual({ items: users.slice(0, 2).map(itemOf), next: expect.any(String) });
    const { next } = first.body as { next: string };
    const second = await app.call('GET', `/admin/second-factors?limit=2&after=${next}`, { headers });
    expect(second.body).toEqual({ items: [itemOf(users[2]!)], next: null });
  });

  it.each(['after=x', 'after=WyJ4Il0', 'limit=0', 'enabled=true'])('refuses ?%s with 400', async (query) => {
    expect((await app.call('GET', `/admin/second-factors?${query}`, { headers })).status).toBe(400);
  });
});

describe('GET /admin/users/ID/second-factor', () => {
  it('says when it was set up and used, and how many recovery codes are left; GET /me/second-factor too', async () => {
    const user = await app.createUser('dora');
    expect(await stateOf(user)).toEqual(NO_FACTOR);
    const factor = await setUpFactor(app, user);
    const enabledAt = app.clock.now().toISOString();
    const { access_token } = await logInWithFactor(app, user, factor);
    const lastUsedAt = app.clock.now().toISOString();
    const told = { deviceName: null, enabledAt, lastUsedAt, recoveryCodesLeft: 10 };
    expect(await stateOf(user)).toEqual({ ...NO_FACTOR, factor: told });
    const own = await app.call('GET', '/me/second-factor', { headers: bearer(access_token) });
    expect(own.body).toEqual({ ...NO_FACTOR, factor: told });
  });

  it('knows no user that there is not', async () => {
    for (const method of ['GET', 'DELETE']) {
      expect((await app.call(method, path({ id: 99_999 }), { headers })).status).toBe(404);
    }
    const json = { required: true };
    expect((await app.call('PUT', path({ id: 99_999 }), { headers, json })).status).toBe(404);
  });
});

describe('requiring a second factor', () => {
  it('of a user makes their next login set one up', async () => {
    const user = await app.createUser('emil');
    const response = await app.call('PUT', path(user), { headers, json: { required: true } });
    expect([response.status, response.body]).toEqual([200, { ...NO_FACTOR, required: true }]);
    expect(await challengeOf(app, user, 'MFA_SETUP')).toEqual(expect.any(String));
    await app.call('PUT', path(user), { headers, json: { required: false } });
    expect(await new V1Client(app).logIn(user)).toHaveProperty('access_token');
  });

  it('of a role makes the next login of all who have it set one up, and of nobody else', async () => {
    const [service, viewer] = [await app.createUser('robot', 'service'), await app.createUser('frida')];
    const json = { roles: ['service', 'auditor', 'service'] };
    const set = await app.call('PUT', '/admin/second-factors/roles', { headers, json });
    expect([set.status, set.body]).toEqual([200, { roles: ['auditor', 'service'] }]);
    expect((await app.call('GET', '/admin/second-factors/roles', { headers })).body).toEqual(set.body);
    expect(await stateOf(service)).toEqual({ ...NO_FACTOR, requiredByRole: true });
    expect(await challengeOf(app, service, 'MFA_SETUP')).toEqual(expect.any(String));
    expect(await new V1Client(app).logIn(viewer)).toHaveProperty('access_token');
    await app.call('PUT', '/admin/second-factors/roles', { headers, json: { roles: [] } });
    expect(await new V1Client(app).logIn(service)).toHaveProperty('access_token');
  });

  it.each([
    ['users/1/second-factor', {}],
    ['users/1/second-factor', { required: 'yes' }],
    ['second-factors/roles', {}],
    ['second-factors/roles', { roles: ['root'] }],
    ['second-factors/roles', { roles: 'admin' }],
  ])('PUT /admin/%s %j is refused with 400', async (to, json) => {
    expect((await app.call('PUT', `/admin/${to}`, { headers, json })).status).toBe(400);
  });
});

describe('DELETE /admin/users/ID/second-factor', () => {
  it('removes it with the recovery codes and the challenges that wait for it, and tells the user by mail', async () => {
    const user = await app.createUser('gustav');
    await database.query(`UPDATE users SET email = 'gustav@example.com' WHERE id = $1`, [user.id]);
    const factor = await setUpFactor(app, user);
    const session = await challengeOf(app, user);
    const response = await app.call('DELETE', path(user), { headers });
    expect([response.status, response.text]).toEqual([204, '']);
    expect(await stateOf(user)).toEqual(NO_FACTOR);
    for (const code of [{ software_token_mfa_code: factor.nextCode() }, { recovery_code: factor.recoveryCodes[0]! }]) {
      expect((await respond(app, user, session, code)).status).toBe(401);
    }
    expect(await new V1Client(app).logIn(user)).toHaveProperty('access_token');
    expect((await inbox.next('gustav@example.com', 1)).text).toContain('An administrator removed the second factor');
  });

  it('wants, from the console, a password that was sent within 5 minutes, as requiring one does', async () => {
    const user = await app.createUser('hanna');
    const cookie = byCookie(await openConsole(app, admin));
    app.clock.advanceSeconds(301);
    const calls = [
      app.call('DELETE', path(user), { headers: cookie }),
      app.call('PUT', path(user), { headers: cookie, json: { required: true } }),
      app.call('PUT', '/admin/second-factors/roles', { headers: cookie, json: { roles: [] } }),
    ];
    for (const { status, body } of await Promise.all(calls)) {
      expect([status, (body as { type: string }).type]).toEqual([401, 'reauthentication-required']);
    }
  });
});
