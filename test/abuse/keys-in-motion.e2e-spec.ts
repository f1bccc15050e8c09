import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { basic, bearer, TestApp, type TestResponse, type TestUser } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { until } from '../support/verification-paths.js';
import { V1Client, type SessionTokens } from '../support/v1-client.js';

const ROUNDS = 6;

let database: TestDatabase;
let apps: readonly [TestApp, TestApp];
let admin: TestUser;

beforeAll(async () => {
  database = await createTestDatabase();
  const app = await TestApp.start(database.url);
  apps = [app, await TestApp.start(database.url, { clock: app.clock })];
  admin = await app.createUser('root', 'admin');
});

afterAll(async () => {
  for (const app of apps) await app.close();
  await database.drop();
});

interface Key {
  id: number;
  kid: string;
  state: string;
}

function manage(app: TestApp, method: string, path: string, json?: unknown): Promise<TestResponse> {
  const headers = basic(admin.username, admin.password);
  return app.call(method, `/admin/signing-keys${path}`, { headers, ...(json !== undefined && { json }) });
}

async function keys(): Promise<Key[]> {
  return ((await manage(apps[0], 'GET', '')).body as { items: Key[] }).items;
}

const kidOf = (token: string): string =>
  (JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString()) as { kid: string }).kid;

const statusAt = async (app: TestApp, token: string): Promise<number> =>
  (await app.call('GET', '/auth/verify', { headers: bearer(token) })).status;

/** Rotates, revokes the current key and the next one, and logs in, all at once and on both instances. */
async function allAtOnce(): Promise<TestResponse[]> {
  const before = await keys();
  const idOf = (wanted: string): number => before.find(({ state }) => state === wanted)!.id;
  const changes = apps.flatMap((app) => [
    manage(app, 'POST', '/rotate'),
    manage(app, 'POST', `/${idOf('current')}/revoke`, { reason: 'It was in a log' }),
    manage(app, 'POST', `/${idOf('next')}/revoke`, { reason: 'So was this' }),
  ]);
  const logins = apps.flatMap((app) => Array.from({ length: 4 }, () => new V1Client(app).call('login', { ...admin })));
  for (const { status } of await Promise.all(changes)) expect([200, 409]).toContain(status);
  return Promise.all(logins);
}

describe('keys that are rotated and revoked while tokens are issued, on two instances', () => {
  it('leave one that signs and one that is next; a token is valid as long as its key is', async () => {
    const issued: string[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      apps[0].clock.advanceSeconds(600);
      for (const { status, body } of await allAtOnce()) {
        expect([200, 503]).toContain(status);
        if (status === 200) issued.push((body as SessionTokens).access_token);
      }
      const states = (await keys()).map(({ state }) => state);
      for (const state of ['current', 'next']) expect(states.filter((other) => other === state)).toHaveLength(1);
    }
    const all = await keys();
    const valid = new Set(all.filter(({ state }) => state !== 'revoked').map(({ kid }) => kid));
    const { kid } = all.find(({ state }) => state === 'current')!;
    for (const app of apps) {
      const { access_token } = await new V1Client(app).logIn(admin);
      expect(kidOf(access_token)).toBe(kid);
      issued.push(access_token);
    }
    for (const app of apps) {
      for (const token of issued) {
        await until(async () => (await statusAt(app, token)) === (valid.has(kidOf(token)) ? 200 : 401));
      }
    }
    // Each of both kinds was there, or else nothing was tried.
    expect(new Set(issued.map((token) => valid.has(kidOf(token))))).toEqual(new Set([true, false]));
  });
});
