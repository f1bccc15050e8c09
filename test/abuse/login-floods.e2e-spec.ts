import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PasswordHasher } from '../../src/crypto/password-hasher.js';
import { basic, TestApp, type TestResponse, type TestUser } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { countStatuses, createUsers, LoginFlood, logIn } from '../support/login-floods.js';

/** Beside which the work of a hash is nothing, however busy the machine. */
const HASH_MS = 50;
const HOME = '192.0.2.1';
/** More than the queue takes. */
const FLOOD = 300;

let database: TestDatabase;
/** Where nobody waits long for their password to be checked. */
let crowded: TestApp;
/** Where everybody may wait as long as it takes. */
let patient: TestApp;

beforeAll(async () => {
  database = await createTestDatabase();
  const start = (env: Record<string, string>): Promise<TestApp> =>
    TestApp.start(database.url, { env: { TRUST_PROXY: 'true', ...env } });
  crowded = await start({ LOGIN_QUEUE_SECONDS: '2' });
  slowDownHashes(crowded);
  patient = await start({ BCRYPT_COST: '7', LOGIN_QUEUE_SECONDS: '60' });
});

afterAll(async () => {
  await crowded.close();
  await patient.close();
  await database.drop();
});

/** The hashes are real, but for time that no processor is needed for. */
function slowDownHashes(app: TestApp): void {
  const pool = app.get(PasswordHasher)['pool'];
  const run = pool.run.bind(pool);
  jest.spyOn(pool, 'run').mockImplementation(async (task: unknown) => {
    await delay(HASH_MS);
    return run(task) as Promise<unknown>;
  });
}

const logInAll = (users: readonly TestUser[], addressOfUser: (n: number) => string): Promise<TestResponse[]> =>
  Promise.all(users.map(({ username }, n) => logIn(crowded, { username, from: addressOfUser(n) })));

async function flood(addresses: number): Promise<void> {
  await new LoginFlood(crowded, FLOOD, addresses).fillsTheQueue();
}

describe('a flood of logins', () => {
  it('is told when to come back, later those that are refused later, and not before a second has passed', async () => {
    // Of two timers, the one that is due earlier fires earlier, however busy the machine.
    const mostOfASecond = delay(900);
    const flood = new LoginFlood(crowded, FLOOD, FLOOD);
    await mostOfASecond;
    expect(flood.statuses).not.toContain(503);
    const refused = (await flood.responses).filter(({ status }) => status === 503);
    const seconds = refused.map(({ headers }) => headers.get('retry-after')!);
    expect(seconds.filter((text) => !/^[1-9]\d?$/.test(text))).toEqual([]);
    expect(new Set(seconds).size).toBeGreaterThan(2);
    expect(refused[0]!.body).toEqual({ message: 'Too many logins at once; try again shortly', status: 503 });
  });

  it('from one address keeps out neither known networks nor new ones', async () => {
    const users = await createUsers(crowded, 'visitor', 5);
    expect(countStatuses(await logInAll(users, () => HOME))).toEqual({ 200: 5 });
    await flood(1);
    const [known, fresh] = await Promise.all([logInAll(users, () => HOME), logInAll(users, (n) => `203.0.113.${n}`)]);
    expect([countStatuses(known), countStatuses(fresh)]).toEqual([{ 200: 5 }, { 200: 5 }]);
  });

  it('from 200 addresses keeps out no known network', async () => {
    const users = await createUsers(crowded, 'besieged', 5);
    expect(countStatuses(await logInAll(users, () => HOME))).toEqual({ 200: 5 });
    await flood(200);
    expect(countStatuses(await logInAll(users, () => HOME))).toEqual({ 200: 5 });
  });

  it('refuses no caller by Basic whose minute ends', async () => {
    const gateways = await createUsers(crowded, 'gateway', 5, 'service');
    const introspectAll = (): Promise<TestResponse[]> =>
      Promise.all(
        gateways.map(({ username, password }) => {
          const type = 'application/x-www-form-urlencoded';
          const headers = { ...basic(username, password), 'x-forwarded-for': HOME, 'content-type': type };
          return crowded.call('POST', '/oauth2/introspect', { headers, body: 'token=x' });
        }),
      );
    expect(countStatuses(await introspectAll())).toEqual({ 200: 5 });
    await flood(200);
    crowded.clock.advanceSeconds(61);
    expect(countStatuses(await introspectAll())).toEqual({ 200: 5 });
  });
});

describe('a storm of logins', () => {
  it('of 120 users at the same instant is served', async () => {
    const users = await createUsers(patient, 'storm', 120);
    const responses = await Promise.all(users.map(({ username }) => logIn(patient, { username, from: HOME })));
    expect(countStatuses(responses)).toEqual({ 200: 120 });
  });
});

describe('a locked network', () => {
  it('is refused without a thread that works for it', async () => {
    const [{ username }] = (await createUsers(patient, 'locked', 1)) as [TestUser];
    const from = '203.0.113.99';
    for (let n = 0; n < 20; n++) await logIn(patient, { username, password: 'wrong', from });
    const checks = jest.spyOn(patient.get(PasswordHasher), 'matches');
    const responses = await Promise.all(Array.from({ length: 40 }, () => logIn(patient, { username, from })));
    expect(countStatuses(responses)).toEqual({ 401: 40 });
    expect(checks).not.toHaveBeenCalled();
    checks.mockRestore();
  });
});
