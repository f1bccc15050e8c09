import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { basic, TestApp, type TestUser } from '../support/test-app.js';
import { CuttableProxy } from '../support/cuttable-proxy.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { V1Client } from '../support/v1-client.js';

let database: TestDatabase;
let proxy: CuttableProxy;
let app: TestApp;
let admin: TestUser;

beforeAll(async () => {
  database = await createTestDatabase();
  proxy = await CuttableProxy.start(database.url);
  app = await TestApp.start(proxy.url);
  admin = await app.createUser('admin', 'admin');
});

afterAll(async () => {
  // Connections that are silent would keep a shutdown waiting.
  await proxy.close();
  await app.close();
  await database.drop();
});

describe('while the database does not respond', () => {
  it('logins and refreshes are told 503 before a statement that may take its time is given up', async () => {
    const v1 = new V1Client(app);
    const { refresh_token } = await v1.logIn(admin);
    const headers = basic(admin.username, admin.password);
    expect((await app.call('GET', '/admin/users', { headers })).status).toBe(200);
    proxy.block();
    const order: string[] = [];
    const note = async (name: string, call: Promise<{ status: number; headers: Headers }>): Promise<void> => {
      const response = await call;
      order.push(`${name} ${response.status} ${response.headers.get('retry-after')}`);
    };
    await Promise.all([
      // Its login is remembered: what it waits for is the list.
      note('list', app.call('GET', '/admin/users', { headers })),
      ...Array.from({ length: 15 }, () => [
        note('login', v1.call('login', admin)),
        note('refresh', v1.refresh(admin.username, refresh_token)),
        note('token', app.call('POST', '/api2/tokens', { json: admin })),
      ]).flat(),
    ]);
    expect(order.at(-1)).toBe('list 503 1');
    expect(new Set(order)).toEqual(new Set(['login 503 1', 'refresh 503 1', 'token 503 1', 'list 503 1']));
  });
});
