import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Verifier, VerifierOptions } from '@tessera-auth/verifier';
import type { Fetch } from '../../packages/verifier/src/issuer-client.js';
import { monotonicClock } from '../../packages/verifier/src/monotonic-clock.js';
import { ISSUER, until, verifierOf, urlOf } from '../support/verification-paths.js';
import { TestApp, type TestUser } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let app: TestApp;
let other: TestApp;
let gateway: TestUser;
const verifiers: Verifier[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  other = await TestApp.start(database.url, { clock: app.clock });
  gateway = await app.createUser('gateway', 'service');
});

afterEach(() => {
  jest.restoreAllMocks();
  for (const verifier of verifiers.splice(0)) verifier.close();
});

afterAll(async () => {
  await app.close();
  await other.close();
  await database.drop();
});

function start(options: Partial<VerifierOptions> = {}): Verifier {
  const verifier = verifierOf(app, options);
  verifiers.push(verifier);
  return verifier;
}

/** Time stands still for the verifiers of this test, but for their pauses, until it is told to go on. */
function holdTime(): { advance(ms: number): void } {
  let now = Math.ceil(monotonicClock.now());
  jest.spyOn(monotonicClock, 'now').mockImplementation(() => now);
  return { advance: (ms) => void (now += ms) };
}

/** A way to the issuer that can be cut, and counts. */
function wire() {
  const open = new Set<AbortController>();
  const state = {
    requests: [] as string[],
    cut: (_: string) => false,
    /** From now on nothing passes that `which` names, nor what is on its way already. */
    cutOff: (which: (url: string) => boolean) => {
      state.cut = which;
      for (const connection of open) connection.abort();
    },
  };
  const fetchFrom: Fetch = (url, init) => {
    const text = urlOf(url);
    state.requests.push(text);
    if (state.cut(text)) return Promise.reject(new Error('cut'));
    const connection = new AbortController();
    open.add(connection);
    const signal = AbortSignal.any([connection.signal, init?.signal ?? connection.signal]);
    return fetch(text.replace(ISSUER, app.url), { ...init, signal });
  };
  return Object.assign(state, { fetch: fetchFrom });
}

/** How long an answer of introspection is kept. */
const KEEP_MS = 500;

const said = (verifier: Verifier, token: string): Promise<string> =>
  verifier.verify(token).then(
    () => 'good',
    (error: { code: string }) => error.code,
  );
const revoke = (token: string, instance = other) => instance.call('POST', '/oauth2/revoke', { json: { token } });
const withoutStream = (url: string): boolean => url.endsWith('/revocations/events');

describe('the local verifier', () => {
  it('tells whose token it is', async () => {
    const now = app.clock.now().getTime() / 1000;
    expect(await start().verify(await app.logIn(gateway), { context: 'AddComment' })).toEqual({
      id: expect.any(String),
      kind: 'login',
      userId: gateway.id,
      username: 'gateway',
      role: 'service',
      issuedAt: now,
      expiresAt: now + 86_400,
      contexts: null,
    });
  });

  it('hears of a revocation on another instance by the stream, long before the next poll', async () => {
    const verifier = start({ maxStaleness: 3_600 });
    await until(async () => (await said(verifier, await app.logIn(gateway))) === 'good');
    for (let round = 0; round < 5; round++) {
      const token = await app.logIn(gateway);
      await said(verifier, token);
      await revoke(token);
      await until(async () => (await said(verifier, token)) === 'token_invalid');
    }
  });

  it('asks nobody for a token that it has seen', async () => {
    const to = wire();
    const verifier = start({ fetch: to.fetch, maxStaleness: 60 });
    const token = await app.logIn(gateway);
    await said(verifier, token);
    const before = to.requests.filter((url) => !withoutStream(url)).length;
    for (let call = 0; call < 100; call++) await said(verifier, token);
    expect(to.requests.filter((url) => !withoutStream(url)).length - before).toBeLessThanOrEqual(2);
  });

  it('polls where there is no stream', async () => {
    const time = holdTime();
    const to = wire();
    to.cut = withoutStream;
    const verifier = start({ fetch: to.fetch, maxStaleness: 4 });
    const token = await app.logIn(gateway);
    expect(await said(verifier, token)).toBe('good');
    await revoke(token, app);
    expect(await said(verifier, token)).toBe('good');
    time.advance(1_001);
    await until(async () => (await said(verifier, token)) === 'token_invalid');
  });

  it.each([
    ['refuse', 'unavailable', 'unavailable'],
    ['introspect', 'good', 'token_invalid'],
    ['accept', 'good', 'good'],
  ] as const)('past maxStaleness, and not before, does as it was told: %s', async (onStale, before, after) => {
    const time = holdTime();
    const to = wire();
    const credentials = { username: gateway.username, password: gateway.password };
    const verifier = start({ fetch: to.fetch, maxStaleness: 2, onStale, credentials });
    const token = await app.logIn(gateway);
    const asked = (): number => to.requests.filter((url) => url.endsWith('/introspect')).length;
    expect(await said(verifier, token)).toBe('good');
    to.cutOff((url) => withoutStream(url) || url.includes('/status-lists/'));
    // Of the two seconds one is what an instance of the issuer may lag behind the others.
    time.advance(1_000);
    expect([await said(verifier, token), asked()]).toEqual(['good', 0]);
    time.advance(1);
    expect([await said(verifier, token), asked()]).toEqual([before, onStale === 'introspect' ? 1 : 0]);
    await revoke(token, app);
    time.advance(KEEP_MS);
    expect(await said(verifier, token)).toBe(after);
  });

  it('goes on after the issuer was away, and missed nothing', async () => {
    const time = holdTime();
    const to = wire();
    const verifier = start({ fetch: to.fetch, maxStaleness: 2 });
    const [gone, stays] = [await app.logIn(gateway), await app.logIn(gateway)];
    await said(verifier, gone);
    to.cutOff(() => true);
    await revoke(gone, app);
    time.advance(1_001);
    expect(await said(verifier, gone)).toBe('unavailable');
    to.cut = () => false;
    await until(async () => (await said(verifier, stays)) === 'good');
    expect(await said(verifier, gone)).toBe('token_invalid');
  });

  it('cannot tell anything of an opaque token without credentials, and asks the issuer with them', async () => {
    const opaque = 'A'.repeat(43);
    expect(await said(start(), opaque)).toBe('unavailable');
    const to = wire();
    const credentials = { token: await app.logIn(gateway) };
    const verifier = start({ fetch: to.fetch, credentials });
    await Promise.all(Array.from({ length: 20 }, () => said(verifier, opaque)));
    expect(await said(verifier, opaque)).toBe('token_invalid');
    expect(to.requests.filter((url) => url.endsWith('/introspect')).length).toBeLessThanOrEqual(2);
  });

  it.each([{ maxStaleness: 1 }, { maxStaleness: NaN }, { issuer: 'nonsense' }])('refuses the option %j', (options) => {
    expect(() => start(options)).toThrow();
  });
});
