import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { basic, PASSWORD, TestApp, type TestUser } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const GATEWAY = '192.0.2.1';
const ELSEWHERE = '203.0.113.9';

let database: TestDatabase;
let app: TestApp;
let other: TestApp;

beforeAll(async () => {
  database = await createTestDatabase();
  const env = { TRUST_PROXY: 'true' };
  app = await TestApp.start(database.url, { env });
  other = await TestApp.start(database.url, { env, clock: app.clock });
});

afterAll(async () => {
  await app.close();
  await other.close();
  await database.drop();
});

interface Attempt {
  readonly from: string;
  readonly password?: string;
  readonly at?: TestApp;
}

/** @returns the status of an introspection by Basic. */
async function introspect(user: TestUser, { from, password = PASSWORD, at = app }: Attempt): Promise<number> {
  const headers = {
    ...basic(user.username, password),
    'x-forwarded-for': from,
    'content-type': 'application/x-www-form-urlencoded',
  };
  return (await at.call('POST', '/oauth2/introspect', { headers, body: 'token=x' })).status;
}

async function logIn({ username }: TestUser, { from, password = PASSWORD }: Attempt): Promise<number> {
  const headers = { 'x-forwarded-for': from };
  return (await app.call('POST', '/v1/login', { json: { username, password }, headers })).status;
}

/** Five wrong passwords, after which the right one is refused for a second; the clock stands still. */
async function lock(user: TestUser, from: string): Promise<void> {
  for (let n = 0; n < 5; n++) expect(await logIn(user, { from, password: `guess ${n}` })).toBe(401);
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await new Promise((resolve) => setTimeout(resolve, 10));
}

async function lastSuccess(): Promise<number> {
  const [row] = await database.query<{ at: Date }>('SELECT max(succeeded_at) AS at FROM login_attempts');
  return row!.at.getTime();
}

describe('while a gateway introspects by Basic', () => {
  it('guesses from elsewhere are locked out, and the gateway is served', async () => {
    const gateway = await app.createUser('gateway', 'service');
    expect(await introspect(gateway, { from: GATEWAY })).toBe(200);
    for (let n = 0; n < 20; n++) {
      expect(await introspect(gateway, { from: ELSEWHERE, password: `guess ${n}` })).toBe(401);
    }
    expect(await introspect(gateway, { from: ELSEWHERE })).toBe(401);
    expect(await logIn(gateway, { from: ELSEWHERE })).toBe(401);
    expect(await introspect(gateway, { from: GATEWAY })).toBe(200);
  });

  it('and its own network is locked, it is locked too, until the lock ends', async () => {
    const gateway = await app.createUser('shared', 'service');
    expect(await introspect(gateway, { from: GATEWAY })).toBe(200);
    await lock(gateway, GATEWAY);
    expect(await introspect(gateway, { from: GATEWAY })).toBe(401);
    app.clock.advanceSeconds(1);
    expect(await introspect(gateway, { from: GATEWAY })).toBe(200);
  });

  it('and its network is locked by guesses at another instance, it is locked at this one', async () => {
    const gateway = await app.createUser('two-instances', 'service');
    expect(await introspect(gateway, { from: GATEWAY, at: other })).toBe(200);
    await lock(gateway, GATEWAY);
    await until(async () => (await introspect(gateway, { from: GATEWAY, at: other })) === 401);
    app.clock.advanceSeconds(1);
    expect(await introspect(gateway, { from: GATEWAY, at: other })).toBe(200);
  });
});

describe('a cached login', () => {
  it('is checked again before its minute ends, beside a call that does not wait for it', async () => {
    const gateway = await app.createUser('renewed', 'service');
    expect(await introspect(gateway, { from: GATEWAY })).toBe(200);
    app.clock.advanceSeconds(50);
    const renewal = app.clock.now().getTime();
    expect(await introspect(gateway, { from: GATEWAY })).toBe(200);
    await until(async () => (await lastSuccess()) === renewal);
  });

  it('ends at once where the password is another at its renewal', async () => {
    const gateway = await app.createUser('stale', 'service');
    expect(await introspect(gateway, { from: GATEWAY })).toBe(200);
    // As if the change had been missed.
    await database.query(`UPDATE users SET password_hash = '$2b$04$' || repeat('.', 53) WHERE id = $1`, [gateway.id]);
    app.clock.advanceSeconds(50);
    expect(await introspect(gateway, { from: GATEWAY })).toBe(200);
    await until(async () => (await introspect(gateway, { from: GATEWAY })) === 401);
  });
});
