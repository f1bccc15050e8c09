import type { KeyObject } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { SigningKeyRepository } from '../../src/database/repositories/signing-key.repository.js';
import { SigningKeysService } from '../../src/signing-keys/signing-keys.service.js';
import { CuttableProxy } from '../support/cuttable-proxy.js';
import { issueContextToken } from '../support/context-tokens.js';
import { encode, signInput } from '../support/forge.js';
import { basic, bearer, TestApp, type TestResponse, type TestUser } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { introspect, until } from '../support/verification-paths.js';
import { V1Client } from '../support/v1-client.js';

let database: TestDatabase;
let proxy: CuttableProxy;
let app: TestApp;
/** Behind the proxy. */
let other: TestApp;
let admin: TestUser;

beforeAll(async () => {
  database = await createTestDatabase();
  proxy = await CuttableProxy.start(database.url);
  app = await TestApp.start(database.url);
  other = await TestApp.start(proxy.url, { clock: app.clock });
  admin = await app.createUser('root', 'admin');
});

afterAll(async () => {
  await app.close();
  await proxy.close();
  await other.close();
  await database.drop();
});

interface Key {
  id: number;
  kid: string;
  state: string;
  liveTokens: number;
}

function call(method: string, path: string, json?: unknown, instance = app): Promise<TestResponse> {
  const headers = basic(admin.username, admin.password);
  return instance.call(method, `/admin/signing-keys${path}`, { headers, ...(json !== undefined && { json }) });
}

async function keys(): Promise<Key[]> {
  return ((await call('GET', '')).body as { items: Key[] }).items;
}

async function key(state: string): Promise<Key> {
  return (await keys()).find((one) => one.state === state)!;
}

async function revoke(state: string): Promise<{ endedTokens: number; currentKid: string }> {
  const { status, body } = await call('POST', `/${(await key(state)).id}/revoke`, { reason: 'It was in a log' });
  expect(status).toBe(200);
  return body as { endedTokens: number; currentKid: string };
}

async function rotate(): Promise<void> {
  app.clock.advanceSeconds(600);
  expect((await call('POST', '/rotate')).status).toBe(200);
}

const headerOf = (token: string): { kid: string } =>
  JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString()) as { kid: string };
const payloadOf = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as Record<string, unknown>;

const YEAR_2100 = 4_102_444_800;

/** The private half of the current key, as a thief has it from now on. */
const stolenKey = async (): Promise<KeyObject> => (await app.get(SigningKeysService).current()).privateKey;

/**
 * What a thief makes of a token that they have seen: an admin's, for good, in the place of an opaque token, which does
 * not end with the key.
 */
async function forge(seen: string, stolen: KeyObject, claims: Record<string, unknown> = {}): Promise<string> {
  const { jti } = await introspect(app, admin, await issueContextToken(app, admin));
  const [place] = await database.query<{ idx: number }>('SELECT idx::integer FROM tokens WHERE id = $1', [jti]);
  const status = { status_list: { ...place, uri: 'http://tessera.test/status-lists/0' } };
  const owner = { role: 'admin', sub: String(admin.id), username: admin.username };
  const payload = { ...payloadOf(seen), ...owner, exp: YEAR_2100, status, ...claims };
  return signInput(`${encode(headerOf(seen))}.${encode(payload)}`, stolen);
}

async function isAccepted(token: string, instance = app): Promise<boolean> {
  const [verified, managed] = await Promise.all([
    instance.call('GET', '/auth/verify', { headers: bearer(token) }),
    instance.call('GET', '/admin/users', { headers: bearer(token) }),
  ]);
  expect(managed.status).toBe(verified.status);
  return verified.status === 200;
}

async function isRefusedEverywhere(token: string): Promise<void> {
  for (const instance of [app, other]) {
    await until(async () => !(await isAccepted(token, instance)));
    expect(await introspect(instance, admin, token)).toEqual({ active: false });
  }
}

async function published(instance: TestApp): Promise<string[]> {
  const { body } = await instance.call('GET', '/.well-known/jwks.json');
  return (body as { keys: Key[] }).keys.map(({ kid }) => kid);
}

describe('a revoked signing key', () => {
  it('ends what it signed on every instance, what is cached and what is forged later too; another signs', async () => {
    const [token, seen] = [await app.logIn(admin), await app.logIn(admin)];
    const stolen = await stolenKey();
    const forged = await forge(seen, stolen);
    for (const instance of [app, other]) {
      expect([await isAccepted(token, instance), await isAccepted(forged, instance)]).toEqual([true, true]);
    }
    const { kid } = headerOf(token);
    const { endedTokens, currentKid } = await revoke('current');
    expect([endedTokens, currentKid === kid]).toEqual([2, false]);
    for (const one of [token, forged, await forge(token, stolen, { jti: 'another' })]) await isRefusedEverywhere(one);
    for (const instance of [app, other]) {
      await until(async () => !(await published(instance)).includes(kid));
      const anew = await instance.logIn(admin);
      expect(headerOf(anew).kid).toBe(currentKid);
      expect([await isAccepted(anew, app), await isAccepted(anew, other)]).toEqual([true, true]);
    }
  });

  it('gives way to a new key where none is published', async () => {
    await database.query(`DELETE FROM signing_keys WHERE state = 'next'`);
    const { currentKid } = await revoke('current');
    const living = (await keys()).filter(({ state }) => state !== 'revoked');
    expect(living.map(({ kid, state }) => [kid === currentKid, state]).sort()).toEqual([
      [false, 'next'],
      [true, 'current'],
    ]);
    expect(headerOf(await app.logIn(admin)).kid).toBe(currentKid);
  });

  it('may be one that signs no more, or not yet: the current one stays', async () => {
    const before = (await key('current')).liveTokens;
    const token = await app.logIn(admin);
    await rotate();
    const [stays, { kid }] = [await app.logIn(admin), await key('current')];
    expect((await key('retired')).liveTokens).toBe(before + 1);
    expect(await revoke('retired')).toEqual({ endedTokens: before + 1, currentKid: kid });
    await isRefusedEverywhere(token);
    const next = await key('next');
    expect(await revoke('next')).toEqual({ endedTokens: 0, currentKid: kid });
    expect([await isAccepted(stays, app), await isAccepted(stays, other)]).toEqual([true, true]);
    const anew = await key('next');
    expect([anew.kid === next.kid, (await published(app)).includes(next.kid)]).toEqual([false, false]);
  });

  it('leaves opaque tokens as they are, and what they give is signed by another', async () => {
    const v1 = new V1Client(app);
    const { refresh_token, access_token } = await v1.logIn(admin);
    const context = await issueContextToken(app, admin);
    const { currentKid } = await revoke('current');
    await isRefusedEverywhere(access_token);
    expect(await introspect(other, admin, context)).toMatchObject({ active: true });
    const { status, body } = await v1.refresh(admin.username, refresh_token);
    expect([status, headerOf((body as { access_token: string }).access_token).kid]).toEqual([200, currentKid]);
  });

  it('is told of by the lists: named tokens have expired, the places in the status list are taken', async () => {
    const headers = basic(admin.username, admin.password);
    const json = { jwt_token_description: 'Backup', jwt_token_life: '1 hour' };
    const { body } = await app.call('POST', '/api/v1alpha/token', { headers, json });
    const { jwt_token_id: id, jwt_token } = body as { jwt_token_id: string; jwt_token: string };
    const shown = async (instance: TestApp): Promise<unknown> =>
      (await instance.call('GET', `/api/v1alpha/token/${id}`, { headers })).body;
    expect(await shown(other)).toMatchObject({ expiry_status: 'Valid' });
    const before = (await app.call('GET', '/status-lists/0')).text;
    const { currentKid } = await revoke('current');
    for (const instance of [app, other]) {
      await until(async () => ((await shown(instance)) as { expiry_status: string }).expiry_status === 'Expired');
      const { text } = await instance.call('GET', '/status-lists/0');
      expect([headerOf(text).kid, headerOf(before).kid]).toEqual([currentKid, headerOf(jwt_token).kid]);
    }
    const rows = await database.query('SELECT FROM tokens WHERE revoked_at IS NULL AND signing_key_id IS NOT NULL');
    expect(rows).toHaveLength(0);
  });
});

/** Waits until a transaction waits for a lock. */
function someoneWaits(): Promise<void> {
  const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return until(async () => (await database.query(waiting)).length > 0);
}

describe('a status list', () => {
  it('is signed again where a revoked key signed it, though no token ended', async () => {
    await rotate();
    const kidOfList = async (instance: TestApp): Promise<string> =>
      headerOf((await instance.call('GET', '/status-lists/0')).text).kid;
    const { kid } = await key('current');
    await until(async () => (await kidOfList(app)) === kid);
    const { endedTokens, currentKid } = await revoke('current');
    expect(endedTokens).toBe(0);
    for (const instance of [app, other]) await until(async () => (await kidOfList(instance)) === currentKid);
  });
});

describe('a signing key that is revoked at the very moment', () => {
  it('gives nobody a token that is refused: who was about to sign by it is told to try again', async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query('BEGIN');
    await client.query('SELECT FROM users WHERE id = $1 FOR UPDATE', [admin.id]);
    const json = { username: admin.username, password: admin.password };
    const login = app.call('POST', '/api2/tokens', { json });
    await someoneWaits();
    const { currentKid } = await revoke('current');
    await client.query('COMMIT');
    await client.end();
    const { status, headers, body } = await login;
    expect([status, headers.get('retry-after'), body]).toEqual([
      503,
      '1',
      { statusCode: 503, error: 'Service Unavailable', message: 'The signing key was revoked at this moment' },
    ]);
    expect(headerOf(await app.logIn(admin)).kid).toBe(currentKid);
  });

  it('signs no more on an instance that has not heard of it, and is refused there within a second', async () => {
    const token = await app.logIn(admin);
    expect(await isAccepted(token, other)).toBe(true);
    proxy.blockApplication('tessera changes');
    const { currentKid } = await revoke('current');
    const anew = await other.logIn(admin);
    expect(headerOf(anew).kid).toBe(currentKid);
    // It has asked the database, and so knows already.
    expect([await isAccepted(token, other), await isAccepted(anew, app)]).toEqual([false, true]);
    proxy.unblock();
    await until(() => isAccepted(anew, other));
  });

  it('is refused within a second by an instance that hears nothing, whatever it has cached', async () => {
    const token = await app.logIn(admin);
    await until(() => isAccepted(token, other));
    proxy.blockApplication('tessera changes');
    await revoke('current');
    const statuses = new Set<number>();
    const asked = async (): Promise<number> =>
      (await other.call('GET', '/auth/verify', { headers: bearer(token) })).status;
    await until(async () => {
      const status = await asked();
      statuses.add(status);
      return status !== 200;
    });
    for (let again = 0; again < 3; again++) statuses.add(await asked());
    expect([...statuses].filter((status) => status !== 200)).toEqual([503]);
    proxy.unblock();
    await until(async () => (await asked()) === 401);
  });

  it('has the rows of its tokens marked by the next start, where a crash came between', async () => {
    const token = await app.logIn(admin);
    await revoke('current');
    const { jti } = payloadOf(token);
    await database.query('UPDATE tokens SET revoked_at = NULL WHERE id = $1', [jti]);
    const third = await TestApp.start(database.url, { clock: app.clock });
    await until(
      async () => (await database.query('SELECT FROM tokens WHERE id = $1 AND revoked_at IS NULL', [jti])).length === 0,
    );
    await third.close();
  });
});

describe('an instance that cannot read the keys', () => {
  it('accepts nothing by a revoked one from the moment on that it hears of it', async () => {
    const token = await forge(await app.logIn(admin), await stolenKey());
    await until(() => isAccepted(token, other));
    const reading = jest
      .spyOn(other.get(SigningKeyRepository), 'listAll')
      .mockReturnValue(new Promise(() => undefined));
    await revoke('current');
    await until(async () => !(await isAccepted(token, other)));
    expect((await published(other)).includes(headerOf(token).kid)).toBe(false);
    reading.mockRestore();
    await other.get(SigningKeysService).load();
  });
});

describe('POST /admin/signing-keys/rotate', () => {
  it('says truly when to try again, also where the next key was missing', async () => {
    await database.query(`DELETE FROM signing_keys WHERE state = 'next'`);
    const refused = await call('POST', '/rotate');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([409, '600']);
    app.clock.advanceSeconds(599);
    expect((await call('POST', '/rotate')).headers.get('retry-after')).toBe('1');
    app.clock.advanceSeconds(1);
    expect((await call('POST', '/rotate')).status).toBe(200);
  });
});

describe('POST /admin/signing-keys/ID/revoke', () => {
  const LONGEST = 'x'.repeat(500);
  const NO_STRING = 'reason must be a string';

  it.each([
    [undefined, 'The body must be a JSON object'],
    [{}, NO_STRING],
    [{ reason: 1 }, NO_STRING],
    [{ reason: null }, NO_STRING],
    [{ reason: '' }, 'reason must be longer than or equal to 1 characters'],
    [{ reason: `${LONGEST}x` }, 'reason must be shorter than or equal to 500 characters'],
    [{ reason: 'a\0b' }, 'reason must hold no control characters'],
  ])('refuses the body %j, and the key goes on signing', async (json, detail) => {
    const { id, kid } = await key('current');
    const { status, body } = await call('POST', `/${id}/revoke`, json);
    expect([status, (body as { detail: string }).detail]).toEqual([400, detail]);
    expect((await key('current')).kid).toBe(kid);
  });

  it('takes a reason of 500 characters', async () => {
    const { id } = await key('current');
    expect((await call('POST', `/${id}/revoke`, { reason: LONGEST })).status).toBe(200);
  });

  it.each(['0', '-1', '999', '99999999999', '1.5', '01', 'x', '%00', "1'--"])('does not know the id %s', async (id) => {
    const { status, body } = await call('POST', `/${id}/revoke`, { reason: 'x' });
    expect([status, body]).toEqual([404, expect.objectContaining({ code: 'signing_key_not_found', status: 404 })]);
  });

  it('refuses a key that is revoked already, and of two at once one', async () => {
    const { id } = await key('current');
    const answers = await Promise.all([1, 2, 3].map(() => call('POST', `/${id}/revoke`, { reason: 'x' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const { status, body } = await call('POST', `/${id}/revoke`, { reason: 'x' });
    expect([status, body]).toEqual([
      409,
      {
        type: 'about:blank',
        title: 'Conflict',
        status: 409,
        detail: 'The signing key is revoked already',
        code: 'signing_key_revoked',
      },
    ]);
  });

  it('is for admins alone', async () => {
    const { id, kid } = await key('current');
    for (const role of ['viewer', 'service'] as const) {
      const { username, password } = await app.createUser(role, role);
      const { status } = await app.call('POST', `/admin/signing-keys/${id}/revoke`, {
        headers: basic(username, password),
        json: { reason: 'x' },
      });
      expect(status).toBe(403);
    }
    expect((await app.call('POST', `/admin/signing-keys/${id}/revoke`, { json: { reason: 'x' } })).status).toBe(401);
    expect((await key('current')).kid).toBe(kid);
  });
});
