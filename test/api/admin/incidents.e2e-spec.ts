import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { basic, bearer, PASSWORD, TestApp, type TestResponse, type TestUser } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { V1Client } from '../../support/v1-client.js';

let database: TestDatabase;
let app: TestApp;
let other: TestApp;
let v1: V1Client;
let root: TestUser;
let users = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  other = await TestApp.start(database.url, { clock: app.clock });
  v1 = new V1Client(app);
  root = await app.createUser('root', 'admin');
});

afterAll(async () => {
  await app.close();
  await other.close();
  await database.drop();
});

const newUser = (): Promise<TestUser> => app.createUser(`user${users++}`);
const AS_ROOT = basic('root', PASSWORD);

function post(json: object, headers: Record<string, string> = AS_ROOT): Promise<TestResponse> {
  return app.call('POST', '/admin/revocations', { headers, json });
}

const get = (path = ''): Promise<TestResponse> => app.call('GET', `/admin/revocations${path}`, { headers: AS_ROOT });

const PAST = { suspend: 'suspended', restore: 'active', revoke: 'revoked' } as const;

/** Of the only token of the user, as the list shows it. */
async function statusOf({ id }: TestUser): Promise<unknown> {
  const items = itemsOf(await app.call('GET', `/admin/tokens?userId=${id}`, { headers: AS_ROOT }));
  return (items as { status: unknown }[]).map(({ status }) => status).join();
}

const itemsOf = ({ body }: TestResponse): unknown => (body as { items: unknown }).items;

async function verify(token: string, instance = app): Promise<number> {
  return (await instance.call('GET', '/auth/verify', { headers: bearer(token) })).status;
}

const problem = (status: number, title: string, code: string, detail: string, more: object = {}) => ({
  type: 'about:blank',
  title,
  status,
  detail,
  code,
  ...more,
});

describe('POST /admin/revocations', () => {
  it('says beforehand what it would be about, and changes nothing', async () => {
    const user = await newUser();
    const tokens = [await app.logIn(user), (await v1.logIn(user)).access_token];
    const { status, body } = await post({ match: { userId: user.id }, action: 'suspend', dryRun: true });
    expect([status, body]).toEqual([
      200,
      {
        matched: 4,
        byKind: { login: 1, session_access: 1, session_id: 1, session_refresh: 1 },
        users: 1,
        sample: (await app
          .call('GET', `/admin/tokens?userId=${user.id}`, { headers: AS_ROOT })
          .then(itemsOf)) as object[],
      },
    ]);
    for (const token of tokens) expect(await verify(token)).toBe(200);
  });

  it('suspends, restores and revokes exactly what matches, and is done with few tokens at once', async () => {
    const [user, bystander] = [await newUser(), await newUser()];
    const [token, foreign] = [await app.logIn(user), await app.logIn(bystander)];
    const match = { userId: user.id, kind: ['login'] };
    for (const [action, expected] of [
      ['suspend', 401],
      ['restore', 200],
      ['suspend', 401],
      ['revoke', 401],
    ] as const) {
      const { status, body } = await post({ match, action, reason: 'A leak', expect: 1 });
      expect([status, body]).toEqual([202, { id: expect.any(String), matched: 1 }]);
      const { id } = body as { id: string };
      expect([await verify(token), await verify(foreign)]).toEqual([expected, 200]);
      expect(await statusOf(user)).toBe(PAST[action]);
      const now = app.clock.now().toISOString();
      expect((await get(`/${id}`)).body).toEqual({
        ...{ id, state: 'done', action, matched: 1, done: 1, startedAt: now, endedAt: now, reason: 'A leak' },
        actor: { id: root.id, username: 'root' },
        match,
        failure: null,
      });
    }
    expect((await post({ match, action: 'restore', dryRun: true })).body).toEqual({
      matched: 0,
      byKind: {},
      users: 0,
      sample: [],
    });
    const [row] = await database.query('SELECT * FROM tokens WHERE user_id = $1', [user.id]);
    expect(row).toMatchObject({ ended_by_kind: 'admin', ended_by_id: root.id, ended_reason: 'A leak' });
  });

  it('refuses where another number matches than was seen, and says which', async () => {
    const user = await newUser();
    const token = await app.logIn(user);
    const { status, body } = await post({ match: { userId: user.id }, action: 'revoke', reason: 'x', expect: 2 });
    expect([status, body]).toEqual([
      409,
      problem(409, 'Conflict', 'match_changed', '1 tokens match, not 2', { matched: 1 }),
    ]);
    expect(await verify(token)).toBe(200);
  });

  it.each([
    ['no match', { action: 'revoke', reason: 'x', expect: 0 }, 'match', 'match must be an object'],
    ['an empty match', { match: {}, action: 'revoke', dryRun: true }, 'match', 'match must have a filter at least'],
    ['no action', { match: { userId: 1 }, dryRun: true }, 'action', expect.stringContaining('one of')],
    ['another action', { match: { userId: 1 }, action: 'kill', dryRun: true }, 'action', expect.any(String)],
    ['no expect', { match: { userId: 1 }, action: 'revoke', reason: 'x' }, 'expect', expect.any(String)],
    ['no reason', { match: { userId: 1 }, action: 'revoke', expect: 1 }, 'reason', 'reason is required'],
    [
      'half a token',
      { match: { userId: 1 }, action: 'revoke', reason: 'x', expect: 0.5 },
      'expect',
      expect.any(String),
    ],
    [
      'a dryRun that is no boolean',
      { match: { userId: 1 }, action: 'revoke', dryRun: 1 },
      'dryRun',
      expect.any(String),
    ],
    ['an unknown filter', { match: { name: 'x' }, action: 'revoke', dryRun: true }, 'name', expect.any(String)],
    ['a bad value', { match: { kind: 'x' }, action: 'revoke', dryRun: true }, 'kind', expect.any(String)],
  ])('refuses %s and names it', async (_, json, field, message) => {
    const { status, body } = await post(json);
    expect([status, body]).toEqual([
      400,
      problem(400, 'Bad Request', 'invalid_request', expect.any(String) as unknown as string, {
        fields: [{ field, message }],
      }),
    ]);
  });

  it.each([
    ['suspend', 'active', 2],
    ['suspend', 'suspended', 0],
    ['revoke', undefined, 3],
    ['revoke', 'active', 2],
    ['revoke', 'suspended', 1],
    ['restore', 'suspended', 1],
    ['restore', 'active', 0],
    ['revoke', 'revoked', 0],
    ['restore', 'expired', 0],
  ] as const)(
    'to %s, of status %s, looks at the tokens to which that does something',
    async (action, status, count) => {
      const user = await newUser();
      await v1.logIn(user);
      const login = await app.logIn(user);
      await post({ match: { userId: user.id, kind: 'login' }, action: 'suspend', reason: 'x', expect: 1 });
      const gone = await app.logIn(user);
      await app.call('POST', '/oauth2/revoke', { json: { token: gone } });
      const match = { userId: user.id, kind: 'login,session_access,session_refresh', ...(status && { status }) };
      const { body } = await post({ match, action, dryRun: true });
      expect(body).toMatchObject({ matched: count });
      expect(await verify(login)).toBe(401);
    },
  );

  it('is not for an auditor or for anyone else, who may read it or not', async () => {
    const statuses = [];
    for (const role of ['auditor', 'service', 'viewer'] as const) {
      const { username } = await app.createUser(`${role}1`, role);
      const headers = basic(username, PASSWORD);
      const json = { match: { userId: 1 }, action: 'revoke', dryRun: true };
      statuses.push([
        (await post(json, headers)).status,
        (await app.call('GET', '/admin/revocations', { headers })).status,
      ]);
    }
    expect(statuses).toEqual([
      [403, 200],
      [403, 403],
      [403, 403],
    ]);
  });
});

describe('an incident', () => {
  it('leaves what is issued after it began', async () => {
    const user = await newUser();
    await app.logIn(user);
    await post({ match: { userId: user.id }, action: 'revoke', reason: 'x', expect: 1 });
    expect(await verify(await app.logIn(user))).toBe(200);
  });

  it('ends a session with its refresh token, and a suspension does not', async () => {
    const user = await newUser();
    const { refresh_token } = await v1.logIn(user);
    const match = { userId: user.id };
    await post({ match, action: 'suspend', reason: 'x', expect: 3 });
    expect((await v1.refresh(user.username, refresh_token)).status).toBe(401);
    await post({ match, action: 'restore', reason: 'x', expect: 3 });
    expect((await v1.refresh(user.username, refresh_token)).status).toBe(200);
    await post({ match, action: 'revoke', reason: 'x', expect: 5 });
    expect((await v1.refresh(user.username, refresh_token)).status).toBe(401);
    expect((await v1.call('token-revoke', { refresh_token })).status).toBe(401);
  });

  it('is unknown by an id that it has not, or that is none', async () => {
    for (const id of ['01890000-0000-7000-8000-000000000000', 'x']) {
      const { status, body } = await get(`/${id}`);
      expect([status, body]).toEqual([
        404,
        problem(404, 'Not Found', 'incident_not_found', 'There is no incident of this id'),
      ]);
    }
  });
});

describe('GET /admin/revocations', () => {
  it('lists incidents page by page, the newest first', async () => {
    const user = await newUser();
    const ids: string[] = [];
    for (let round = 0; round < 5; round++) {
      const { body } = await post({ match: { userId: user.id }, action: 'revoke', reason: `${round}`, expect: 0 });
      ids.unshift((body as { id: string }).id);
    }
    const seen: string[] = [];
    let after = '';
    for (let page = 0; page < 3; page++) {
      const { body } = await get(`?limit=2${after}`);
      const { items, next } = body as { items: { id: string }[]; next: string };
      seen.push(...items.map(({ id }) => id));
      after = `&after=${next}`;
    }
    expect(seen.slice(0, 5)).toEqual(ids);
    const all = (await get('?limit=500')).body as { items: object[]; next: null };
    expect(all.next).toBeNull();
    expect(all.items.length).toBeGreaterThan(5);
  });

  it.each(['limit=0', 'limit=501', 'after=x', 'state=done'])('refuses %s', async (query) => {
    expect((await get(`?${query}`)).status).toBe(400);
  });
});
