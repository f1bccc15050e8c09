import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { ADD } from '../support/context-tokens.js';
import { basic, bearer, TestApp, type TestResponse, type TestUser } from '../support/test-app.js';
import { CuttableProxy } from '../support/cuttable-proxy.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { until } from '../support/verification-paths.js';
import { V1Client } from '../support/v1-client.js';

/** Two, and one for a machine that is busy. A statement that may take its time has five, and the driver one more. */
const BOUND_MS = 3_000;
const POOL_SIZE = 10;

let database: TestDatabase;
let proxy: CuttableProxy;
let app: TestApp;
let admin: TestUser;
let headers: Record<string, string>;

beforeAll(async () => {
  database = await createTestDatabase();
  proxy = await CuttableProxy.start(database.url);
  app = await TestApp.start(proxy.url);
  admin = await app.createUser('admin', 'admin');
  headers = basic(admin.username, admin.password);
});

afterAll(async () => {
  // Connections that are silent would keep a shutdown waiting.
  await proxy.close();
  await app.close();
  await database.drop();
});

type Call = () => Promise<TestResponse>;

const call =
  (method: string, path: string, json?: object): Call =>
  () =>
    app.call(method, path, { headers, ...(json && { json }) });

/** Freezes the database with as many connections open as there can be, and makes the calls. @returns in which order they end. */
async function whileFrozen(calls: readonly (readonly [name: string, call: Call])[]): Promise<string[]> {
  await Promise.all(Array.from({ length: 3 * POOL_SIZE }, call('GET', '/api/v1alpha/token')));
  proxy.block();
  const order: string[] = [];
  const bound = delay(BOUND_MS).then(() => order.push('bound'));
  await Promise.all(
    calls.map(async ([name, begin]) => {
      const { status, headers: sent } = await begin();
      order.push(`${name} ${status} ${sent.get('retry-after')}`);
    }),
  );
  await bound;
  proxy.unblock();
  await until(async () => (await call('GET', '/admin/signing-keys')()).status === 200);
  return order;
}

describe('while the database does not respond', () => {
  it('logins and refreshes are told 503 within two seconds, however many', async () => {
    const v1 = new V1Client(app);
    const { refresh_token } = await v1.logIn(admin);
    const order = await whileFrozen([
      // Its login is remembered: what it waits for is the list.
      ['list', call('GET', '/admin/users')],
      ...Array.from({ length: 15 }, () => [
        ['login', () => v1.call('login', admin)] as const,
        ['refresh', () => v1.refresh(admin.username, refresh_token)] as const,
        ['token', () => app.call('POST', '/api2/tokens', { json: admin })] as const,
      ]).flat(),
    ]);
    expect(order.at(-1)).toBe('bound');
    expect(new Set(order)).toEqual(new Set(['login 503 1', 'refresh 503 1', 'token 503 1', 'list 503 1', 'bound']));
  });

  it('so is whatever else issues, changes or lists anything, each on a connection of its own', async () => {
    const token = await app.logIn(admin);
    const calls = Object.entries({
      'create a named token': call('POST', '/api/v1alpha/token', {
        jwt_token_description: 'Backup',
        jwt_token_life: '1 hour',
      }),
      'list named tokens': call('GET', '/api/v1alpha/token'),
      'issue a context token': call('POST', '/api/authtokens', { userId: admin.id, context: [ADD] }),
      'log out everywhere': () => app.call('DELETE', '/api2/tokens', { headers: bearer(token) }),
      'create a user': call('POST', '/admin/users', { username: 'new', password: admin.password, role: 'viewer' }),
      'change a user': call('PATCH', `/admin/users/${admin.id}`, { fullName: 'Denis Petrov' }),
      'revoke their tokens': call('POST', `/admin/users/${admin.id}/revoke-tokens`),
      'create a context': call('POST', '/admin/contexts', { code: 77, name: 'context77' }),
      'change a setting': call('PATCH', '/admin/settings', { v1AccessTokenSeconds: 3600 }),
      'rotate the keys': call('POST', '/admin/signing-keys/rotate'),
    });
    const order = await whileFrozen(calls);
    expect(order.at(-1)).toBe('bound');
    expect(order.slice(0, -1).sort()).toEqual(calls.map(([name]) => `${name} 503 1`).sort());
  });
});

describe('while the database responds', () => {
  it('a change that waits for the lock of another is not given up, though it takes as long', async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query('BEGIN');
    await client.query('SELECT FROM users WHERE id = $1 FOR UPDATE', [admin.id]);
    const response = call('POST', `/admin/users/${admin.id}/revoke-tokens`)();
    await delay(BOUND_MS);
    await client.query('COMMIT');
    expect((await response).status).toBe(200);
    await client.end();
  });
});
