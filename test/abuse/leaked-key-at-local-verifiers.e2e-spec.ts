import type { KeyObject } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Verifier, VerifierOptions } from '@tessera-auth/verifier';
import { monotonicClock } from '../../packages/verifier/src/monotonic-clock.js';
import { SigningKeysService } from '../../src/signing-keys/signing-keys.service.js';
import { encode, signInput } from '../support/forge.js';
import { basic, TestApp, type TestUser } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { ISSUER, until, urlOf, verifierOf } from '../support/verification-paths.js';

let database: TestDatabase;
let app: TestApp;
/** Whom the verifiers follow. */
let other: TestApp;
let admin: TestUser;
let verifier: Verifier;
/** What does not reach the issuer. */
let cut: (url: string) => boolean;
/** What the issuer's responses are replaced with. */
let replaced: Map<string, () => Response>;
let requests: string[];
let listsRead = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  other = await TestApp.start(database.url, { clock: app.clock });
  admin = await app.createUser('root', 'admin');
});

afterAll(async () => {
  await app.close();
  await other.close();
  await database.drop();
});

beforeEach(() => {
  cut = () => false;
  replaced = new Map();
  requests = [];
  listsRead = 0;
});

afterEach(() => {
  jest.restoreAllMocks();
  verifier.close();
});

function start(options: Partial<VerifierOptions> = {}): void {
  verifier = verifierOf(app, {
    fetch: (target, init) => {
      const url = urlOf(target);
      requests.push(url);
      if (isKeySet(url)) expect(new Headers(init?.headers).get('cache-control')).toBe('no-cache');
      if (cut(url)) return Promise.reject(new Error('cut'));
      const replacement = replaced.get(url);
      if (replacement) return Promise.resolve(replacement());
      return fetch(url.replace(ISSUER, other.url), init).then((response) => countWhenRead(url, response));
    },
    ...options,
  });
}

/** Counts the status list once the verifier has read it. */
function countWhenRead(url: string, response: Response): Response {
  if (!isList(url)) return response;
  const text = response.text.bind(response);
  return Object.assign(response, {
    text: async () => {
      const read = await text();
      setImmediate(() => listsRead++);
      return read;
    },
  });
}

const isStream = (url: string): boolean => url.endsWith('/revocations/events');
const isList = (url: string): boolean => url.includes('/status-lists/');
const isKeySet = (url: string): boolean => url.endsWith('/jwks.json');

const said = (token: string): Promise<string> =>
  verifier.verify(token).then(
    () => 'valid',
    (error: { code: string }) => error.code,
  );

function holdTime(): { advance(ms: number): void } {
  let now = Math.ceil(monotonicClock.now());
  jest.spyOn(monotonicClock, 'now').mockImplementation(() => now);
  return { advance: (ms) => void (now += ms) };
}

const segment = (token: string, at: number): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[at]!, 'base64url').toString()) as Record<string, unknown>;

const stolenKey = async (): Promise<KeyObject> => (await app.get(SigningKeysService).current()).privateKey;

/** In a place of its own: that of the first token, which is nobody's any more and not revoked. */
function forge(seen: string, stolen: KeyObject): string {
  const status = { status_list: { idx: firstPlace, uri: `${ISSUER}/status-lists/0` } };
  const payload = { ...segment(seen, 1), role: 'admin', exp: 4_102_444_800, status };
  return signInput(`${encode(segment(seen, 0))}.${encode(payload)}`, stolen);
}

let firstPlace: number;

beforeAll(async () => {
  const [place] = await database.query<{ idx: number }>(`SELECT nextval('tokens_idx_seq')::integer AS idx`);
  firstPlace = place!.idx;
});

async function revokeCurrent(): Promise<string> {
  const headers = basic(admin.username, admin.password);
  const { body } = await app.call('GET', '/admin/signing-keys', { headers });
  const { id } = (body as { items: { id: number; state: string }[] }).items.find(({ state }) => state === 'current')!;
  const json = { reason: 'It leaked' };
  const response = await app.call('POST', `/admin/signing-keys/${id}/revoke`, { headers, json });
  expect(response.status).toBe(200);
  return (response.body as { currentKid: string }).currentKid;
}

/** A token, and what a thief makes by its key: both seen by the verifier. */
async function seen(): Promise<[token: string, forged: string]> {
  const token = await app.logIn(admin);
  const forged = forge(token, await stolenKey());
  await until(async () => (await said(token)) === 'valid' && (await said(forged)) === 'valid');
  return [token, forged];
}

describe('a local verifier', () => {
  it('hears at once that a key was revoked on another instance, and takes nothing of it, cached or forged', async () => {
    start({ maxStaleness: 3_600 });
    const [token, forged] = await seen();
    const stolen = await stolenKey();
    const currentKid = await revokeCurrent();
    await until(async () => (await said(forged)) === 'token_invalid');
    expect(await said(forge(token, stolen))).toBe('token_invalid');
    await until(async () => (await said(token)) === 'token_invalid');
    const anew = await app.logIn(admin);
    expect(segment(anew, 0).kid).toBe(currentKid);
    await until(async () => (await said(anew)) === 'valid');
  });

  it('takes nothing of a revoked key though a cache on the way still has it', async () => {
    start({ maxStaleness: 3_600 });
    const [token, forged] = await seen();
    const cached = await (await fetch(`${other.url}/.well-known/jwks.json`)).text();
    replaced.set(`${ISSUER}/.well-known/jwks.json`, () => new Response(cached));
    await revokeCurrent();
    await until(async () => (await said(forged)) === 'token_invalid');
    requests.length = 0;
    await until(() => requests.filter(isKeySet).length >= 1);
    expect([await said(forged), await said(token)]).toEqual(['token_invalid', 'token_invalid']);
  });

  it('asks for the keys again and again where there is no stream, within maxStaleness', async () => {
    const time = holdTime();
    cut = isStream;
    start({ maxStaleness: 4 });
    const [, forged] = await seen();
    await revokeCurrent();
    expect(await said(forged)).toBe('valid');
    time.advance(1_001);
    await until(async () => (await said(forged)) === 'token_invalid');
  });

  it('does not know past maxStaleness which keys count', async () => {
    const time = holdTime();
    cut = isStream;
    start({ maxStaleness: 4 });
    const [token] = await seen();
    cut = (url) => isStream(url) || isKeySet(url);
    await until(() => listsRead === requests.filter(isList).length);
    const before = listsRead;
    time.advance(3_001);
    await until(() => listsRead > before);
    // The lists are fresh again: it is for the keys alone.
    expect(await said(token)).toBe('unavailable');
    cut = isStream;
    await until(async () => (await said(token)) === 'valid');
  });

  it('is told of a key that was revoked while its stream was cut', async () => {
    start({ maxStaleness: 3_600 });
    const [, forged] = await seen();
    const streams = () => requests.filter(isStream).length;
    await until(() => streams() >= 1);
    cut = (url) => isStream(url) || isKeySet(url);
    other = await restarted(other);
    await revokeCurrent();
    // The next stream goes on from the last event of the one before.
    cut = isKeySet;
    await until(async () => (await said(forged)) === 'token_invalid');
  });

  it('takes a token again whose key was missing for a moment', async () => {
    const time = holdTime();
    start({ maxStaleness: 4 });
    const [token] = await seen();
    const jwks = `${ISSUER}/.well-known/jwks.json`;
    replaced.set(jwks, () => Response.json({ keys: [] }));
    cut = isStream;
    time.advance(2_000);
    await until(async () => (await said(token)) === 'token_invalid');
    replaced.clear();
    time.advance(2_001);
    await until(async () => (await said(token)) === 'valid');
  });

  it('trusts no status list that a revoked key signed', async () => {
    start({ maxStaleness: 3_600 });
    const [token] = await seen();
    const list = `${ISSUER}/status-lists/0`;
    const signedBefore = await (await fetch(`${other.url}/status-lists/0`)).text();
    expect(segment(signedBefore, 0).kid).toBe(segment(token, 0).kid);
    replaced.set(list, () => new Response(signedBefore));
    await revokeCurrent();
    const anew = await app.logIn(admin);
    await until(async () => (await said(anew)) === 'unavailable');
    replaced.clear();
    await until(async () => (await said(anew)) === 'valid');
  });
});

async function restarted(instance: TestApp): Promise<TestApp> {
  await instance.close();
  return TestApp.start(database.url, { clock: app.clock });
}
