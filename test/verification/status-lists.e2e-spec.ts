import { performance } from 'node:perf_hooks';
import { inflateSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { getListFromStatusListJWT, getStatusListFromJWT } from '@sd-jwt/jwt-status-list';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { bearer, TestApp, type TestUser } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let app: TestApp;
let denis: TestUser;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  denis = await app.createUser('denis');
});

afterEach(() => {
  jest.restoreAllMocks();
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

const revoke = (token: string) => app.call('POST', '/oauth2/revoke', { json: { token } });

const etagOfList = async (): Promise<string | null> => (await app.call('GET', '/status-lists/0')).headers.get('etag');

describe('GET /status-lists/N', () => {
  it('is signed, as the draft has it, and ends a while after the last place that was given out', async () => {
    const answer = await app.call('GET', '/status-lists/0');
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      200,
      'application/statuslist+jwt',
      'public, no-cache',
    ]);
    const [header, payload] = answer.text
      .split('.')
      .slice(0, 2)
      .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>);
    const now = app.clock.now().getTime() / 1000;
    expect(header).toEqual({ alg: 'ES256', typ: 'statuslist+jwt', kid: expect.any(String) });
    expect(payload).toEqual({
      iss: 'http://tessera.test',
      sub: 'http://tessera.test/status-lists/0',
      iat: now,
      exp: now + 300,
      ttl: 15,
      status_list: { bits: 2, lst: expect.any(String) },
    });
    const { lst } = payload!.status_list as { lst: string };
    expect(inflateSync(Buffer.from(lst, 'base64url'))).toHaveLength(2 ** 14);
  });

  it('is read by a library for the draft, with every revoked token and no other', async () => {
    const [gone, stays] = [await app.logIn(denis), await app.logIn(denis)];
    await revoke(gone);
    const list = getListFromStatusListJWT((await app.call('GET', '/status-lists/0')).text);
    expect([gone, stays].map((token) => list.getStatus(getStatusListFromJWT(token).idx))).toEqual([1, 0]);
  });

  it('is 304 until something changes, and has every revocation that was acknowledged before the request', async () => {
    const { headers } = await app.call('GET', '/status-lists/0');
    const known = { 'if-none-match': headers.get('etag')! };
    const same = await app.call('GET', '/status-lists/0', { headers: known });
    expect([same.status, same.text]).toEqual([304, '']);
    for (let round = 0; round < 4; round++) {
      const token = await app.logIn(denis);
      await revoke(token);
      const answer = await app.call('GET', '/status-lists/0', { headers: known });
      expect(answer.status).toBe(200);
      expect(getListFromStatusListJWT(answer.text).getStatus(getStatusListFromJWT(token).idx)).toBe(1);
    }
  });

  it('is written again at most four times a second', async () => {
    // For the service no time passes, so that every list after the first is a whole quarter of a second late.
    jest.spyOn(performance, 'now').mockReturnValue(performance.now());
    await revoke(await app.logIn(denis));
    const before = await etagOfList();
    const began = process.hrtime.bigint();
    const asked: Promise<string | null>[] = [];
    for (let round = 0; round < 4; round++) {
      await revoke(await app.logIn(denis));
      asked.push(etagOfList());
    }
    const made = new Set(await Promise.all(asked));
    const tookMs = Number((process.hrtime.bigint() - began) / 1_000_000n);
    expect(made.has(before)).toBe(false);
    // A timer may fire a millisecond early.
    expect(tookMs).toBeGreaterThanOrEqual(made.size * 249);
  });

  it('is signed again before it expires, though nothing changes', async () => {
    const before = await app.call('GET', '/status-lists/0');
    app.clock.advanceSeconds(60);
    const answer = await app.call('GET', '/status-lists/0', {
      headers: { 'if-none-match': before.headers.get('etag')! },
    });
    expect(answer.status).toBe(200);
  });

  it('has one list more as soon as a token has a place in it', async () => {
    expect((await app.call('GET', '/status-lists/1')).status).toBe(404);
    await database.query(`SELECT setval('tokens_idx_seq', $1)`, [2 ** 20 + 6]);
    const token = await app.logIn(denis);
    const { idx, uri } = getStatusListFromJWT(token);
    expect(uri).toBe('http://tessera.test/status-lists/1');
    // Places may be left out: past the ceiling, issuing begins again with a count (decision 21).
    expect(idx).toBeGreaterThanOrEqual(7);
    await revoke(token);
    const list = getListFromStatusListJWT((await app.call('GET', '/status-lists/1')).text);
    expect([idx - 1, idx, idx + 1].map((place) => list.getStatus(place))).toEqual([0, 1, 0]);
  });

  it.each(['2', '9999999999', '99999999999999999999', '01', '-1', '1.0', 'x', '%00', 'a%2fb'])(
    'does not know the list %s',
    async (number) => {
      expect((await app.call('GET', `/status-lists/${number}`)).status).toBe(404);
    },
  );
});

describe('jose', () => {
  it('verifies tokens and lists by the published keys, unchanged', async () => {
    const keys = createRemoteJWKSet(new URL(`${app.url}/.well-known/jwks.json`));
    const options = { issuer: 'http://tessera.test', currentDate: app.clock.now(), algorithms: ['ES256'] };
    const token = await app.logIn(denis);
    const { payload } = await jwtVerify(token, keys, { ...options, typ: 'JWT' });
    expect([payload.sub, payload.token_use]).toEqual([String(denis.id), 'api2']);
    const list = (await app.call('GET', '/status-lists/0')).text;
    expect((await jwtVerify(list, keys, { ...options, typ: 'statuslist+jwt' })).payload.sub).toMatch(/0$/);
  });

  it('refuses a list that is presented as a token', async () => {
    const list = (await app.call('GET', '/status-lists/0')).text;
    expect((await app.call('GET', '/auth/verify', { headers: bearer(list) })).status).toBe(401);
  });
});
