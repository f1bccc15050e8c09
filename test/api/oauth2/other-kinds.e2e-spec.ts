import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { introspect } from '../../support/verification-paths.js';
import { basic, bearer, TestApp, type TestResponse, type TestUser } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { claimsOf, V1Client, type SessionTokens } from '../../support/v1-client.js';

const INVALID = [401, { error: 'invalid_token', error_description: 'Invalid or expired token' }];
const DAY = 86_400;

let database: TestDatabase;
let app: TestApp;
let v1: V1Client;
let service: TestUser;
let denis: TestUser;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  v1 = new V1Client(app);
  service = await app.createUser('gateway', 'service');
  denis = await app.createUser('denis');
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

const ask = (token: string): Promise<Record<string, unknown>> => introspect(app, service, token);

function active(kind: string, type: string, lifetimeSeconds: number, jti: unknown): unknown {
  const now = app.clock.now().getTime() / 1000;
  return {
    active: true,
    sub: String(denis.id),
    username: 'denis',
    role: 'viewer',
    iat: now,
    exp: now + lifetimeSeconds,
    jti,
    iss: 'http://tessera.test',
    token_type: type,
    token_kind: kind,
  };
}

async function verify(token: string): Promise<unknown[]> {
  const { status, body } = await app.call('GET', '/auth/verify', { headers: bearer(token) });
  return status === 200 ? [200] : [status, body];
}

async function revoke(token: string): Promise<void> {
  const { status, text } = await app.call('POST', '/oauth2/revoke', { json: { token } });
  expect([status, text]).toEqual([200, '']);
}

describe('the tokens of a v1 session', () => {
  async function expectGood({ access_token, id_token, refresh_token }: SessionTokens): Promise<void> {
    expect(await ask(access_token)).toEqual(active('session_access', 'Bearer', DAY, claimsOf(access_token).jti));
    expect(await ask(id_token)).toEqual(active('session_id', 'N_A', DAY, claimsOf(id_token).jti));
    const jti = expect.stringMatching(/^[0-9a-f-]{36}$/);
    expect(await ask(refresh_token)).toEqual(active('session_refresh', 'N_A', 90 * DAY, jti));
  }

  it('are told by introspection, and only the access token as one that services accept', async () => {
    const tokens = await v1.logIn(denis);
    await expectGood(tokens);
    expect(await verify(tokens.access_token)).toEqual([200]);
    for (const token of [tokens.id_token, tokens.refresh_token]) expect(await verify(token)).toEqual(INVALID);
  });

  it('end with the refresh token, those too that it gave later, and no other session', async () => {
    const [first, other] = [await v1.logIn(denis), await v1.logIn(denis)];
    const { body } = await v1.refresh('denis', first.refresh_token);
    const later = body as SessionTokens;
    expect((await ask(later.access_token)).active).toBe(true);
    await revoke(first.refresh_token);
    for (const { access_token, id_token } of [first, later]) {
      expect([await ask(access_token), await ask(id_token)]).toEqual([{ active: false }, { active: false }]);
      expect(await verify(access_token)).toEqual(INVALID);
    }
    expect(await ask(first.refresh_token)).toEqual({ active: false });
    const refreshed = await v1.refresh('denis', first.refresh_token);
    expect([refreshed.status, refreshed.body]).toEqual([401, (await v1.refresh('denis', 'x')).body]);
    await expectGood(other);
  });

  it.each(['access_token', 'id_token'] as const)('do not end with its %s, save that one', async (name) => {
    const tokens = await v1.logIn(denis);
    await revoke(tokens[name]);
    for (const other of ['access_token', 'id_token', 'refresh_token'] as const) {
      expect([other, (await ask(tokens[other])).active]).toEqual([other, other !== name]);
    }
  });
});

describe('a v1alpha token', () => {
  const PATH = '/api/v1alpha/token';
  const get = (path = ''): Promise<TestResponse> =>
    app.call('GET', `${PATH}${path}`, { headers: basic(denis.username, denis.password) });

  it('ends by possession; its owner goes on seeing it, as expired', async () => {
    const json = { jwt_token_description: 'lost', jwt_token_life: '6 hours' };
    const made = await app.call('POST', PATH, { headers: basic(denis.username, denis.password), json });
    const { jwt_token: token, jwt_token_id: id } = made.body as { jwt_token: string; jwt_token_id: string };
    expect([await verify(token), await ask(token)]).toEqual([[200], active('api_key', 'Bearer', 21_600, id)]);
    const details = (remaining: number, status: string): unknown => ({
      message: 'Tokens exists',
      jwt_token_description: 'lost',
      jwt_token_life: 21_600,
      jwt_token_life_remaining: remaining,
      expiry_status: status,
    });
    expect((await get(`/${id}`)).body).toEqual(details(21_600, 'Valid'));
    await revoke(token);
    expect([await verify(token), await ask(token)]).toEqual([INVALID, { active: false }]);
    expect((await get(`/${id}`)).body).toEqual(details(0, 'Expired'));
    expect((await get()).body).toEqual({
      message: 'Tokens exists',
      jwt_tokens: { [id]: { jwt_token_description: 'lost', jwt_token_life: 21_600, jwt_token_remaining_life: 0 } },
    });
  });
});
