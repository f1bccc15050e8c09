import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TokenUses } from '../../src/tokens/token-uses.service.js';
import { insertContextTokens, issueContextToken } from '../support/context-tokens.js';
import { basic, bearer, PASSWORD, TestApp, type TestUser } from '../support/test-app.js';
import { TestClock } from '../support/test-clock.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { listAll } from '../support/token-lists.js';
import { V1Client } from '../support/v1-client.js';

const ROOT = basic('root', PASSWORD);
const SECOND = 1_000;
const proxied = (address: string): Record<string, string> => ({ 'x-forwarded-for': address });

let database: TestDatabase;
let clock: TestClock;
let instances: TestApp[];
let app: TestApp;

beforeAll(async () => {
  database = await createTestDatabase();
  clock = new TestClock();
  const env = { TRUST_PROXY: '127.0.0.1' };
  instances = [
    await TestApp.start(database.url, { clock, env }),
    await TestApp.start(database.url, { clock, env }),
    await TestApp.start(database.url, { clock, env }),
  ];
  app = instances[2]!;
  await app.createUser('root', 'admin');
});

afterAll(async () => {
  await Promise.all(instances.map((instance) => instance.close()));
  await database.drop();
});

async function lastUses(user: TestUser): Promise<Map<string, [at: number, from: unknown]>> {
  const tokens = await listAll(app, ROOT, '/admin/tokens', { userId: String(user.id), limit: '500' });
  const used = tokens.filter(({ lastUsedAt }) => lastUsedAt !== null);
  return new Map(used.map(({ id, lastUsedAt, lastUsedFrom }) => [id, [Date.parse(String(lastUsedAt)), lastUsedFrom]]));
}

describe('the last use of 1,000 tokens on two instances', () => {
  it('is true to a minute all the time, and to the letter once the instances have shut down', async () => {
    const user = await app.createUser('holder');
    const texts = await insertContextTokens(app, database, user.id, 1_000);
    const rows = await database.query<{ id: string }>("SELECT id FROM tokens WHERE kind = 'context' ORDER BY id");
    const truth = new Map<string, [at: number, from: string]>();
    // Seeded, so that a failure comes again.
    let seed = 1;
    const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
    const users = instances.slice(0, 2);
    for (let round = 0; round < 20; round++) {
      clock.advanceSeconds(1 + random(10));
      const at = clock.now().getTime();
      await Promise.all(
        Array.from({ length: 100 }, async () => {
          const number = random(1_000);
          const [id, from] = [rows[number]!.id, `192.0.2.${number % 250}`];
          const headers = { ...bearer(texts[number]!), ...proxied(from) };
          const { status } = await users[random(2)]!.call('GET', '/auth/verify?context=*', { headers });
          if (status === 200) truth.set(id, [at, from]);
        }),
      );
      // As the timer does every five seconds.
      for (const instance of users) await instance.get(TokenUses).write();
      const told = await lastUses(user);
      const late = [...truth].filter(([id, [used]]) => used - (told.get(id)?.[0] ?? 0) > 60 * SECOND);
      expect(late).toEqual([]);
    }
    await Promise.all(users.map((instance) => instance.close()));
    instances = [app];
    expect(truth.size).toBeGreaterThan(700);
    expect(await lastUses(user)).toEqual(truth);
  }, 60_000);
});

describe('a use', () => {
  const used = async (user: TestUser, kind: string): Promise<unknown[]> => {
    await app.get(TokenUses).write(0);
    const tokens = await listAll(app, ROOT, '/admin/tokens', { userId: String(user.id), kind });
    return tokens.map(({ lastUsedAt, lastUsedFrom }) => [lastUsedAt, lastUsedFrom]);
  };
  const from = proxied('203.0.113.9');
  let users = 0;
  const newUser = (): Promise<TestUser> => app.createUser(`user${users++}`);
  const now = (): unknown[] => [[clock.now().toISOString(), '203.0.113.9']];

  it('is to call an endpoint with it', async () => {
    const user = await newUser();
    const token = await app.logIn(user);
    expect(await used(user, 'login')).toEqual([[null, null]]);
    await app.call('GET', '/api2/token/timeout', { headers: { ...bearer(token), ...from } });
    expect(await used(user, 'login')).toEqual(now());
  });

  it('is that a service asks about it, from where that service is', async () => {
    const user = await newUser();
    const token = await app.logIn(user);
    await app.call('POST', '/oauth2/introspect', { headers: { ...ROOT, ...from }, json: { token } });
    expect(await used(user, 'login')).toEqual(now());
  });

  it('is to refresh a session', async () => {
    const user = await newUser();
    const v1 = new V1Client(app);
    const { refresh_token } = await v1.logIn(user);
    await v1.call('token-refresh', { username: user.username, refresh_token }, from);
    expect(await used(user, 'session_refresh')).toEqual(now());
  });

  it('is none where it is refused, nor is a password', async () => {
    const user = await newUser();
    const token = await issueContextToken(app, user);
    const { status } = await app.call('GET', '/auth/verify?context=Another', { headers: bearer(token) });
    expect(status).toBe(403);
    await app.call('GET', '/me/tokens', { headers: basic(user.username, user.password) });
    expect(await used(user, 'context')).toEqual([[null, null]]);
  });

  it.each(['before', 'after'])(
    'that is written %s the token is revoked is found among those of revoked tokens',
    async (when) => {
      const user = await newUser();
      const token = await app.logIn(user);
      await app.call('GET', '/api2/token/timeout', { headers: { ...bearer(token), ...from } });
      if (when === 'before') await app.get(TokenUses).write(0);
      const filters = { userId: String(user.id) };
      const [{ id } = { id: '' }] = await listAll(app, ROOT, '/admin/tokens', filters);
      await app.call('DELETE', `/admin/tokens/${id}`, { headers: ROOT, json: { reason: 'A leak' } });
      await app.get(TokenUses).write(0);
      const usedAfter = new Date(clock.now().getTime() - SECOND).toISOString();
      const listed = await listAll(app, ROOT, '/admin/tokens', { status: 'revoked', usedAfter });
      expect(listed.map((one) => one.id)).toContain(id);
      const parts = await database.query('SELECT revoked FROM token_uses WHERE token_id = $1', [id]);
      expect(parts).toEqual([{ revoked: true }]);
    },
  );

  it('that another instance noted later is not overwritten by an earlier one', async () => {
    const user = await newUser();
    await app.logIn(user);
    const { id } = (await listAll(app, ROOT, '/admin/tokens', { userId: String(user.id) }))[0]!;
    app.get(TokenUses).note({ id, kind: 'login' }, '192.0.2.1');
    const later = new Date(clock.now().getTime() + SECOND);
    await database.query(`INSERT INTO token_uses VALUES ($1, 'login', $2, '192.0.2.2')`, [id, later]);
    expect(await used(user, 'login')).toEqual([[later.toISOString(), '192.0.2.2']]);
  });
});
