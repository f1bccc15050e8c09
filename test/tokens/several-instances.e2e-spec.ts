import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CuttableProxy } from '../support/cuttable-proxy.js';
import { basic, bearer, TestApp, type TestUser } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { claimsOf } from '../support/v1-client.js';

let database: TestDatabase;
let proxy: CuttableProxy;
/** Connected to the database directly. */
let first: TestApp;
/** Connected to the database through the proxy. */
let second: TestApp;
let user: TestUser;

beforeEach(async () => {
  database = await createTestDatabase();
  proxy = await CuttableProxy.start(database.url);
  first = await TestApp.start(database.url);
  second = await TestApp.start(proxy.url, { clock: first.clock });
  user = await first.createUser('denis', 'admin');
});

afterEach(async () => {
  await first.close();
  // First, because a shutdown would wait for silent connections.
  await proxy.close();
  await second.close();
  await database.drop();
});

async function statusAt(app: TestApp, headers: Record<string, string>): Promise<number> {
  return (await app.call('GET', '/admin/users', { headers })).status;
}

/** Repeats the request until its status is not 200, or the test times out. @returns that status. */
async function firstRefusal(app: TestApp, headers: Record<string, string>): Promise<number> {
  for (;;) {
    const status = await statusAt(app, headers);
    if (status !== 200) return status;
  }
}

describe('two instances on one database', () => {
  it("accept each other's tokens", async () => {
    expect(await statusAt(second, bearer(await first.logIn(user)))).toBe(200);
    expect(await statusAt(first, bearer(await second.logIn(user)))).toBe(200);
  });

  it('refuse a token that was revoked on the other', async () => {
    const headers = bearer(await first.logIn(user));
    expect(await statusAt(second, headers)).toBe(200);
    await first.call('DELETE', '/api2/tokens', { headers });
    expect(await firstRefusal(second, headers)).toBe(401);
  });

  it('work with a setting that was changed on the other', async () => {
    const headers = basic('denis', user.password);
    const shownBy = async (app: TestApp): Promise<unknown> =>
      ((await app.call('GET', '/admin/settings', { headers })).body as { api2TokenSeconds: number }).api2TokenSeconds;
    expect(await shownBy(second)).toBe(86_400);
    for (const api2TokenSeconds of [600, 700, 800]) {
      await first.call('PATCH', '/admin/settings', { headers, json: { api2TokenSeconds } });
      expect(await shownBy(first)).toBe(api2TokenSeconds);
    }
    while ((await shownBy(second)) !== 800);
    const { iat, exp } = claimsOf(await second.logIn(user)) as { iat: number; exp: number };
    expect(exp - iat).toBe(800);
  });

  it('learn of a changed role', async () => {
    const rising = await first.createUser('rising');
    const headers = bearer(await first.logIn(rising));
    expect(await statusAt(second, headers)).toBe(403);
    const json = { role: 'admin' };
    await first.call('PATCH', `/admin/users/${rising.id}`, { headers: basic('denis', user.password), json });
    const admin = bearer(await first.logIn(user));
    await firstRefusal(second, await revokedAt(first, admin));
    expect(await statusAt(second, headers)).toBe(200);
  });

  it('drop the cached Basic login of a user who was disabled on the other', async () => {
    const other = await first.createUser('other', 'admin');
    const headers = basic(other.username, other.password);
    expect(await statusAt(second, headers)).toBe(200);
    const json = { enabled: false };
    await first.call('PATCH', `/admin/users/${other.id}`, { headers: basic('denis', user.password), json });
    expect(await firstRefusal(second, headers)).toBe(401);
  });
});

/** Revokes the token. An instance that refuses it has applied all changes up to here. */
async function revokedAt(app: TestApp, headers: Record<string, string>): Promise<Record<string, string>> {
  await app.call('DELETE', '/api2/tokens', { headers });
  return headers;
}

describe('an instance whose connections fall silent', () => {
  it('refuses a token revoked elsewhere once it has connected again', async () => {
    const headers = bearer(await first.logIn(user));
    expect(await statusAt(second, headers)).toBe(200);
    proxy.blockOpenConnections();
    await first.call('DELETE', '/api2/tokens', { headers });
    const { status } = await firstRefusalWithoutDatabase(second, headers);
    expect([401, 503]).toContain(status);
  });

  it('accepts tokens again once it has connected again', async () => {
    const headers = bearer(await first.logIn(user));
    expect(await statusAt(second, headers)).toBe(200);
    proxy.blockOpenConnections();
    while ((await statusAt(second, headers)) !== 200);
  });

  it('responds with 503 and never accepts a token by an outdated state', async () => {
    const headers = bearer(await first.logIn(user));
    expect(await statusAt(second, headers)).toBe(200);
    proxy.block();
    const response = await firstRefusalWithoutDatabase(second, headers);
    expect([response.status, response.body]).toEqual([
      503,
      {
        statusCode: 503,
        error: 'Service Unavailable',
        message: 'The state of revocation is not known at the moment',
      },
    ]);
    expect((await second.call('GET', '/health/ready')).status).toBe(503);
    expect((await second.call('GET', '/health/live')).status).toBe(200);
  });
});

/** As `firstRefusal`, by a request that is refused for its body: with an accepted token it needs no database. */
async function firstRefusalWithoutDatabase(
  app: TestApp,
  headers: Record<string, string>,
): Promise<{ status: number; body: unknown }> {
  const json = { timeout_seconds: 0 };
  for (;;) {
    const { status, body } = await app.call('PUT', '/api2/token/timeout', { headers, json });
    if (status !== 400) return { status, body };
  }
}
