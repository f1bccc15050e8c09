import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getListFromStatusListJWT, getStatusListFromJWT } from '@sd-jwt/jwt-status-list';
import type { Verifier } from '@tessera-auth/verifier';
import { ChangeFeed } from '../../src/database/changes/change-feed.js';
import type { Change } from '../../src/database/changes/change.js';
import { TransactionRunner } from '../../src/database/transactions.js';
import { ADD, issueContextToken } from '../support/context-tokens.js';
import { restoreTokensOf, suspendTokensOf } from '../support/suspensions.js';
import { basic, bearer, TestApp, type TestUser } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { V1Client } from '../support/v1-client.js';
import { all, askAll, until, verifierOf } from '../support/verification-paths.js';

let database: TestDatabase;
let app: TestApp;
let other: TestApp;
let v1: V1Client;
let gateway: TestUser;
let verifier: Verifier;
let users = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  other = await TestApp.start(database.url, { clock: app.clock });
  v1 = new V1Client(app);
  gateway = await app.createUser('gateway', 'service');
  // It polls too seldom to help: what it knows is from the stream.
  verifier = verifierOf(other, { credentials: gateway, maxStaleness: 3_600 });
});

afterAll(async () => {
  verifier.close();
  await app.close();
  await other.close();
  await database.drop();
});

const newUser = (): Promise<TestUser> => app.createUser(`user${users++}`);

/** In a context, without which a context token opens nothing; any other token opens it too. */
async function untilSaid(token: string, verdict: 'valid' | 'token_invalid'): Promise<void> {
  const expected = JSON.stringify(all(verdict));
  await until(async () => JSON.stringify(await askAll(other, verifier, gateway, token, ADD)) === expected);
}

describe('a suspended token', () => {
  it.each(['login', 'session_access', 'api_key', 'context'])(
    'of the kind %s is refused by another instance and by the local verifier, and accepted again once restored',
    async (kind) => {
      const user = await newUser();
      const token = await issue(kind, user);
      await untilSaid(token, 'valid');
      for (let round = 0; round < 2; round++) {
        await suspendTokensOf(app, user);
        expect((await askAll(app, verifier, gateway, token, ADD)).introspection).toBe('token_invalid');
        await untilSaid(token, 'token_invalid');
        await restoreTokensOf(app, user);
        expect((await askAll(app, verifier, gateway, token, ADD)).introspection).toBe('valid');
        await untilSaid(token, 'valid');
      }
    },
  );

  it.each(['login', 'session_access', 'api_key', 'context'])(
    'of the kind %s that is revoked stays revoked, whatever is restored',
    async (kind) => {
      const user = await newUser();
      const token = await issue(kind, user);
      await suspendTokensOf(app, user);
      expect((await app.call('POST', '/oauth2/revoke', { json: { token } })).status).toBe(200);
      // As if an act that restores had seen it suspended.
      const idx = (await database.query<{ idx: string }>('SELECT idx FROM tokens WHERE user_id = $1', [user.id])).map(
        (row) => Number(row.idx),
      );
      await app.get(TransactionRunner).run((transaction) => {
        transaction.announce({ type: 'tokens_restored', idxs: idx });
        return Promise.resolve();
      });
      expect((await askAll(app, verifier, gateway, token, ADD)).introspection).toBe('token_invalid');
      await untilSaid(token, 'token_invalid');
    },
  );

  it('is refused by an instance that starts later', async () => {
    const user = await newUser();
    const [token, opaque] = [await app.logIn(user), await issueContextToken(app, user)];
    await suspendTokensOf(app, user);
    const later = await TestApp.start(database.url, { clock: app.clock });
    for (const text of [token, opaque]) {
      expect((await later.call('GET', `/auth/verify?context=${ADD}`, { headers: bearer(text) })).status).toBe(401);
    }
    await later.close();
  });

  it('is SUSPENDED in its status list, then VALID, and INVALID once it is revoked', async () => {
    const user = await newUser();
    const token = await app.logIn(user);
    const status = async (): Promise<number> =>
      getListFromStatusListJWT((await app.call('GET', '/status-lists/0')).text).getStatus(
        getStatusListFromJWT(token).idx,
      );
    await suspendTokensOf(app, user);
    expect(await status()).toBe(2);
    await restoreTokensOf(app, user);
    expect(await status()).toBe(0);
    await suspendTokensOf(app, user);
    await app.call('POST', '/oauth2/revoke', { json: { token } });
    expect(await status()).toBe(1);
  });

  it('opens no route', async () => {
    const user = await newUser();
    const headers = bearer(await app.logIn(user));
    const { access_token } = await v1.logIn(user);
    await suspendTokensOf(app, user);
    const passwords = { previous_password: user.password, proposed_password: 'b2BDWZrQwDF5u4Yu' };
    expect((await app.call('DELETE', '/api2/tokens', { headers })).status).toBe(401);
    expect((await app.call('GET', '/api/authtokens/json', { headers })).status).toBe(401);
    expect((await v1.call('change-password', { access_token, ...passwords })).status).toBe(401);
    await restoreTokensOf(app, user);
    expect((await app.call('GET', '/api/authtokens/json', { headers })).status).toBe(200);
  });
});

describe('a suspended session', () => {
  it('is not refreshed, and not ended: once restored it goes on', async () => {
    const user = await newUser();
    const { refresh_token } = await v1.logIn(user);
    await suspendTokensOf(app, user);
    const unknown = await v1.refresh(user.username, 'A'.repeat(43));
    const refused = await v1.refresh(user.username, refresh_token);
    expect([refused.status, refused.body]).toEqual([unknown.status, unknown.body]);
    await restoreTokensOf(app, user);
    expect((await v1.refresh(user.username, refresh_token)).status).toBe(200);
  });

  it('is not refreshed by an instance that has not heard of it yet', async () => {
    const user = await newUser();
    const { refresh_token } = await v1.logIn(user);
    const [before] = await database.query<{ count: string }>('SELECT count(*) FROM tokens');
    await database.query('UPDATE tokens SET suspended_at = now() WHERE user_id = $1', [user.id]);
    // It takes the session for one that has given its last access token.
    expect((await v1.refresh(user.username, refresh_token)).status).toBe(429);
    expect(await database.query('SELECT count(*) FROM tokens')).toEqual([before]);
  });

  it('can be ended by its owner', async () => {
    const user = await newUser();
    const { refresh_token } = await v1.logIn(user);
    await suspendTokensOf(app, user);
    expect((await v1.call('token-revoke', { refresh_token })).status).toBe(204);
    await restoreTokensOf(app, user);
    expect((await v1.refresh(user.username, refresh_token)).status).toBe(401);
  });
});

describe('a suspended named or context token', () => {
  it('has no time left until it is restored', async () => {
    const user = await newUser();
    const headers = basic(user.username, user.password);
    await issue('api_key', user);
    const left = async (): Promise<unknown[]> => {
      const list = await app.call('GET', '/api/v1alpha/token', { headers });
      const [[id, listed]] = Object.entries((list.body as { jwt_tokens: Record<string, object> }).jwt_tokens) as [
        [string, { jwt_token_remaining_life: number }],
      ];
      const { body } = await app.call('GET', `/api/v1alpha/token/${id}`, { headers });
      return [listed.jwt_token_remaining_life, (body as { jwt_token_life_remaining: number }).jwt_token_life_remaining];
    };
    expect(await left()).toEqual([2_592_000, 2_592_000]);
    await suspendTokensOf(app, user);
    expect(await left()).toEqual([0, 0]);
    await restoreTokensOf(app, user);
    expect(await left()).toEqual([2_592_000, 2_592_000]);
  });

  it('is not listed and not changed, and ends by its owner for good', async () => {
    const user = await newUser();
    const headers = basic(user.username, user.password);
    const token = await issueContextToken(app, user);
    const list = async (): Promise<string> => (await app.call('GET', '/api/authtokens/json', { headers })).text;
    expect(await list()).toContain(token);
    await suspendTokensOf(app, user);
    expect(await list()).not.toContain(token);
    const json = { token, context: [ADD] };
    expect((await app.call('PUT', '/api/authtokens', { headers, json })).status).toBe(404);
    expect((await app.call('DELETE', '/api/authtokens', { headers, json: { token } })).status).toBe(204);
    await restoreTokensOf(app, user);
    expect(await list()).not.toContain(token);
  });
});

describe('an instance', () => {
  it('applies suspensions and restorations in the order of the feed alone, not once more when they commit', async () => {
    const applied: string[] = [];
    const feed = app.get(ChangeFeed);
    feed.subscribe({ load: () => Promise.resolve(), apply: ({ type }: Change) => void applied.push(type) });
    await app.get(TransactionRunner).run((transaction) => {
      for (const type of ['tokens_suspended', 'tokens_restored'] as const) {
        transaction.announce({ type, idxs: [500_000] });
      }
      return Promise.resolve();
    });
    await feed.readAgain();
    expect(applied).toEqual(['tokens_suspended', 'tokens_restored']);
  });
});

async function issue(kind: string, user: TestUser): Promise<string> {
  if (kind === 'login') return app.logIn(user);
  if (kind === 'context') return issueContextToken(app, user);
  if (kind === 'session_access') return (await v1.logIn(user)).access_token;
  const headers = basic(user.username, user.password);
  const json = { jwt_token_description: 'kept', jwt_token_life: '30 days' };
  return ((await app.call('POST', '/api/v1alpha/token', { headers, json })).body as { jwt_token: string }).jwt_token;
}
