import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ContextTokenRepository } from '../../../src/database/repositories/context-token.repository.js';
import { basic, bearer, TestApp, type Answer, type TestUser } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

const ADD = 'AddCommentToChangeRequest';
const CHANGE = 'ChangeStateOfChangeRequest';
const INVALID = { allowed: false, reason: 'token_invalid', userId: null, username: null, role: null, contexts: [] };

let database: TestDatabase;
let app: TestApp;
let other: TestApp;
let admin: TestUser;
let service: TestUser;
let denis: TestUser;

const as = (user: TestUser): Record<string, string> => basic(user.username, user.password);

async function make(user: TestUser, context: string[]): Promise<string> {
  const json = { userId: user.id, context };
  const { body } = await app.call('POST', '/api/authtokens', { headers: as(user), json });
  return (body as { token: string }).token;
}

async function check(token: string, context?: string, at = app): Promise<unknown> {
  const answer = await at.call('POST', '/verify', { headers: as(service), json: { token, context } });
  expect(answer.status).toBe(200);
  return answer.body;
}

/** What the other instance says the moment after. */
const elsewhere = (token: string, context?: string): Promise<unknown> => check(token, context, other);

function yes(user: TestUser, contexts: string[] | null, role = 'viewer'): unknown {
  return { allowed: true, reason: null, userId: user.id, username: user.username, role, contexts };
}

function no(reason: string, user: TestUser, contexts: string[] | null, role = 'viewer'): unknown {
  return { allowed: false, reason, userId: user.id, username: user.username, role, contexts };
}

const change = (user: TestUser, json: unknown): Promise<Answer> =>
  app.call('PATCH', `/admin/users/${user.id}`, { headers: as(admin), json });

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  other = await TestApp.start(database.url, { clock: app.clock });
  admin = await app.createUser('admin', 'admin');
  service = await app.createUser('service', 'service');
  denis = await app.createUser('denis');
});

afterAll(async () => {
  await app.close();
  await other.close();
  await database.drop();
});

describe('POST /verify', () => {
  it('says yes where the token has the context that the operation needs, and no where it lacks it', async () => {
    const token = await make(denis, [CHANGE]);
    expect(await check(token, CHANGE)).toEqual(yes(denis, [CHANGE]));
    expect(await check(token, ADD)).toEqual(no('context_missing', denis, [CHANGE]));
    expect(await check(token, 'Nope')).toEqual(no('context_unknown', denis, [CHANGE]));
    expect(await check(token)).toEqual(yes(denis, [CHANGE]));
  });

  it('says yes to a login token, which carries its whole user, for every context there is', async () => {
    const token = await app.logIn(denis);
    expect(await check(token, ADD)).toEqual(yes(denis, null));
    expect(await check(token)).toEqual(yes(denis, null));
    expect(await check(token, 'Nope')).toEqual(no('context_unknown', denis, null));
    await app.call('DELETE', '/api2/tokens', { headers: bearer(token) });
    expect(await check(token, ADD)).toEqual(INVALID);
  });

  it.each(['', 'x', 'A'.repeat(43), 'a.b.c', '\0', '\ud800', 'ü'.repeat(50), 'A'.repeat(60_000)])(
    'says no to the token %j',
    async (token) => {
      expect(await check(token, ADD)).toEqual(INVALID);
    },
  );

  it.each(['', 'a\0b', '\ud800', 'x'.repeat(50_000)])('does not know the context %j', async (context) => {
    const token = await make(denis, [ADD]);
    expect(await check(token, context)).toEqual(no('context_unknown', denis, [ADD]));
  });

  it.each([
    [{}, 'token must be a string'],
    [{ token: 5 }, 'token must be a string'],
    [{ token: 'x', context: 5 }, 'context must be a string'],
    [{ token: 'x', context: [ADD] }, 'context must be a string'],
    [[], 'The body must be a JSON object'],
  ])('refuses the body %j with 400', async (json, detail) => {
    const { status, body } = await app.call('POST', '/verify', { headers: as(service), json });
    expect([status, (body as { detail: string }).detail]).toEqual([400, detail]);
  });

  it('answers services and admins only', async () => {
    const json = { token: await make(denis, [ADD]) };
    expect((await app.call('POST', '/verify', { headers: as(admin), json })).status).toBe(200);
    expect((await app.call('POST', '/verify', { headers: as(denis), json })).status).toBe(403);
    expect((await app.call('POST', '/verify', { json })).status).toBe(401);
  });
});

describe('on every instance at once', () => {
  it('a context that was taken from the token is missing', async () => {
    const token = await make(denis, [ADD, CHANGE]);
    expect(await elsewhere(token, ADD)).toEqual(yes(denis, [ADD, CHANGE]));
    await app.call('PUT', '/api/authtokens', { headers: as(denis), json: { token, context: [CHANGE] } });
    expect(await elsewhere(token, ADD)).toEqual(no('context_missing', denis, [CHANGE]));
    expect(await elsewhere(token, CHANGE)).toEqual(yes(denis, [CHANGE]));
  });

  it('a deleted token is invalid', async () => {
    const token = await make(denis, [ADD]);
    expect(await elsewhere(token, ADD)).toEqual(yes(denis, [ADD]));
    await app.call('DELETE', '/api/authtokens', { headers: as(denis), json: { token } });
    expect(await elsewhere(token, ADD)).toEqual(INVALID);
  });

  it('a token that moved is the other user’s', async () => {
    const token = await make(denis, [ADD]);
    await app.call('PUT', '/api/authtokens', { headers: as(admin), json: { token, userId: service.id } });
    expect(await elsewhere(token, ADD)).toEqual(yes(service, [ADD], 'service'));
  });

  it('the tokens of a disabled user are invalid, and stay so when he is enabled again', async () => {
    const user = await app.createUser('off');
    const token = await make(user, [ADD]);
    expect(await elsewhere(token, ADD)).toEqual(yes(user, [ADD]));
    await change(user, { enabled: false });
    expect(await elsewhere(token, ADD)).toEqual(INVALID);
    await change(user, { enabled: true });
    expect(await elsewhere(token, ADD)).toEqual(INVALID);
  });

  it('the tokens of a deleted user are invalid, and so is everything after "revoke everything"', async () => {
    const [deleted, revoked] = [await app.createUser('deleted'), await app.createUser('revoked')];
    const [first, second] = [await make(deleted, [ADD]), await make(revoked, [ADD])];
    await app.call('DELETE', `/admin/users/${deleted.id}`, { headers: as(admin) });
    await app.call('POST', `/admin/users/${revoked.id}/revoke-tokens`, { headers: as(admin) });
    expect(await elsewhere(first, ADD)).toEqual(INVALID);
    expect(await elsewhere(second, ADD)).toEqual(INVALID);
  });

  it('the role is the one that the user has now', async () => {
    const user = await app.createUser('promoted');
    const token = await make(user, [ADD]);
    await change(user, { role: 'service' });
    expect(await elsewhere(token, ADD)).toEqual(yes(user, [ADD], 'service'));
  });

  it('outlives a log-out everywhere and a new password', async () => {
    const user = await app.createUser('stayer');
    const token = await make(user, [ADD]);
    await app.call('DELETE', '/api2/tokens', { headers: bearer(await app.logIn(user)) });
    await change(user, { temporaryPassword: 'Another123' });
    expect(await elsewhere(token, ADD)).toEqual(yes(user, [ADD]));
  });

  it('a token that is being moved to a user while he is disabled ends too', async () => {
    const user = await app.createUser('target');
    const token = await make(denis, [ADD]);
    const repository = app.get(ContextTokenRepository);
    const lockActive = repository.lockActive.bind(repository);
    let disabling: Promise<Answer> | undefined;
    const inBetween = jest.spyOn(repository, 'lockActive').mockImplementation(async (...args) => {
      disabling = change(user, { enabled: false });
      await Promise.race([disabling, someoneWaits()]);
      return lockActive(...args);
    });
    const headers = as(admin);
    const moved = await app.call('PUT', '/api/authtokens', { headers, json: { token, userId: user.id } });
    inBetween.mockRestore();
    await disabling;
    await change(user, { enabled: true });
    expect([moved.status, await elsewhere(token)]).toEqual([204, INVALID]);
  });
});

/** Until a transaction waits for a lock in this database. */
async function someoneWaits(): Promise<void> {
  const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  while ((await database.query(waiting)).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
}
