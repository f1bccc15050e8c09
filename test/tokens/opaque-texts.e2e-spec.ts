import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { randomAlphanumeric, sha256 } from '../../src/crypto/secrets.js';
import { ADD, insertContextTokens, issueContextToken } from '../support/context-tokens.js';
import { bearer, TestApp, type TestResponse, type TestUser } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { V1Client } from '../support/v1-client.js';

let database: TestDatabase;
let app: TestApp;
let v1: V1Client;
let gateway: TestUser;
let denis: TestUser;
/** Of `gateway`: callers by JWT are authenticated from memory. */
let headers: Record<string, string>;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  v1 = new V1Client(app);
  gateway = await app.createUser('gateway', 'service');
  denis = await app.createUser('denis');
  headers = bearer(await app.logIn(gateway));
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

const introspect = async (token: string): Promise<Record<string, unknown>> =>
  (await app.call('POST', '/oauth2/introspect', { headers, json: { token } })).body as Record<string, unknown>;

const verify = (token: string): Promise<TestResponse> =>
  app.call('GET', `/auth/verify?context=${ADD}`, { headers: bearer(token) });

const revoke = async (token: string): Promise<number> =>
  (await app.call('POST', '/oauth2/revoke', { json: { token } })).status;

/** Calls while whoever asks the database for a token has to wait. */
async function whileTokensAreLocked(calls: () => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query('BEGIN');
  await client.query('LOCK TABLE tokens IN ACCESS EXCLUSIVE MODE');
  await calls().finally(() => client.end());
}

/** What each call that takes an opaque token says to this text. */
async function statuses(token: string): Promise<unknown[]> {
  const responses = await Promise.all([
    verify(token),
    v1.refresh(denis.username, token),
    v1.call('token-revoke', { refresh_token: token }),
    app.call('PUT', '/api/authtokens', { headers, json: { token, context: [ADD] } }),
    app.call('DELETE', '/api/authtokens', { headers, json: { token } }),
    app.call('DELETE', '/api2/tokens', { headers: bearer(token) }),
  ]);
  return [...responses.map(({ status }) => status), await introspect(token), await revoke(token)];
}

describe('an opaque token with one character changed', () => {
  it('is refused everywhere without a question to the database', async () => {
    const texts = [await issueContextToken(app, denis), (await v1.logIn(denis)).refresh_token];
    await introspect('x');
    const letters = fc.constantFrom(...'abcxyzABCXYZ0189_-');
    const mistyped = fc
      .tuple(fc.constantFrom(...texts), fc.integer({ min: 0, max: 55 }), letters)
      .map(([text, at, letter]) => text.slice(0, at) + letter + text.slice(at + 1))
      .filter((text) => !texts.includes(text));
    await whileTokensAreLocked(() =>
      fc.assert(
        fc.asyncProperty(mistyped, async (text) => {
          expect(await statuses(text)).toEqual([401, 401, 401, 404, 404, 401, { active: false }, 200]);
        }),
      ),
    );
    for (const text of texts) expect((await introspect(text)).active).toBe(true);
  });
});

/** Gives the refresh token of a new session another text. */
async function insertRefreshToken(text: string): Promise<string> {
  const { refresh_token } = await v1.logIn(denis);
  const digests = [sha256(text), sha256(refresh_token)];
  await database.query('UPDATE tokens SET secret_digest = $1 WHERE secret_digest = $2', digests);
  return text;
}

describe('an opaque token whose text has no prefix, as all once had none', () => {
  // These have the form of a context token and of a refresh token.
  const both = (): string => `${randomAlphanumeric(42)}A`;

  it('is active, valid for what it was, and ended by possession, as a context token', async () => {
    const texts = await insertContextTokens(app, database, denis.id, [`${randomAlphanumeric(42)}B`, both()]);
    for (const text of texts) {
      expect(await introspect(text)).toMatchObject({ active: true, token_kind: 'context', username: 'denis' });
      expect((await verify(text)).status).toBe(200);
      expect([await revoke(text), await introspect(text)]).toEqual([200, { active: false }]);
    }
  });

  it('is active, refreshes its session, and ends it, as a refresh token', async () => {
    for (const text of [`-${both().slice(1)}`, both()]) {
      await insertRefreshToken(text);
      expect(await introspect(text)).toMatchObject({ active: true, token_kind: 'session_refresh', username: 'denis' });
      expect((await v1.refresh('denis', text)).status).toBe(200);
      expect([await revoke(text), await introspect(text)]).toEqual([200, { active: false }]);
      expect((await v1.refresh('denis', text)).status).toBe(401);
    }
  });
});
