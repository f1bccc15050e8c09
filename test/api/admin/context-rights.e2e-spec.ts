import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ADD, CHANGE, insertContextTokens, issueContextToken } from '../../support/context-tokens.js';
import { basic, TestApp, type TestResponse, type TestUser } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

let database: TestDatabase;
let app: TestApp;
let admin: TestUser;
let denis: TestUser;
let users = 0;

const as = ({ username, password }: TestUser): Record<string, string> => basic(username, password);
const get = (path: string): Promise<TestResponse> => app.call('GET', path, { headers: as(admin) });
const allow = (id: number | string, json: unknown): Promise<TestResponse> =>
  app.call('PUT', `/admin/users/${id}/contexts`, { headers: as(admin), json });
const issue = (user: TestUser, context: string[]): Promise<TestResponse> =>
  app.call('POST', '/api/authtokens', { headers: as(admin), json: { userId: user.id, context } });
const change = (json: object): Promise<TestResponse> =>
  app.call('PUT', '/api/authtokens', { headers: as(admin), json });

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  admin = await app.createUser('root', 'admin');
});

beforeEach(async () => {
  denis = await app.createUser(`denis${users++}`);
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

describe('/admin/users/ID/contexts', () => {
  it('has null for all, which is the default, and else the names in the order of their codes', async () => {
    const path = `/admin/users/${denis.id}/contexts`;
    expect((await get(path)).body).toEqual({ allowed: null });
    for (const [sent, told] of [
      [
        [CHANGE, ADD, CHANGE],
        [ADD, CHANGE],
      ],
      [[], []],
      [null, null],
      [[CHANGE], [CHANGE]],
    ]) {
      const { status, body } = await allow(denis.id, { allowed: sent });
      expect([status, body]).toEqual([200, { allowed: told }]);
      expect((await get(path)).body).toEqual({ allowed: told });
    }
  });

  it('is a change of the user', async () => {
    app.clock.advanceSeconds(5);
    await allow(denis.id, { allowed: [] });
    const { body } = await get(`/admin/users/${denis.id}`);
    expect(body).toMatchObject({ updatedAt: app.clock.now().toISOString() });
  });

  it('keeps no context that is deleted, though another gets its code', async () => {
    const headers = as(admin);
    const create = (name: string) => app.call('POST', '/admin/contexts', { headers, json: { code: 50, name } });
    await create('First');
    await allow(denis.id, { allowed: ['First', ADD] });
    expect((await app.call('DELETE', '/admin/contexts/50', { headers })).status).toBe(204);
    await create('Second');
    expect((await get(`/admin/users/${denis.id}/contexts`)).body).toEqual({ allowed: [ADD] });
  });

  it.each<[unknown, string]>([
    [{}, 'allowed must be an array'],
    [{ allowed: ADD }, 'allowed must be an array'],
    [{ allowed: [1] }, 'each value in allowed must be a string'],
    [{ allowed: ['Nope', ADD, 'a b'] }, 'allowed must name contexts that there are: unknown context "Nope", "a b"'],
    [{ allowed: ['\0'] }, 'allowed must name contexts that there are: unknown context "\\u0000"'],
  ])('refuses %j with 400 and changes nothing', async (json, message) => {
    await allow(denis.id, { allowed: [ADD] });
    const { status, body } = await allow(denis.id, json);
    expect([status, (body as { fields: { message: string }[] }).fields[0]!.message]).toEqual([
      400,
      expect.stringContaining(message),
    ]);
    expect((await get(`/admin/users/${denis.id}/contexts`)).body).toEqual({ allowed: [ADD] });
  });

  it.each(['999999', '0', 'x'])('is a 404 for user %s', async (id) => {
    const problem = { type: 'about:blank', title: 'Not Found', status: 404, detail: 'There is no user of this id' };
    for (const { status, body } of [await get(`/admin/users/${id}/contexts`), await allow(id, { allowed: null })]) {
      expect([status, body]).toEqual([404, { ...problem, code: 'user_not_found' }]);
    }
  });
});

describe('a context token', () => {
  const refused = (user: TestUser, ...names: string[]): unknown => [
    403,
    { success: false, message: `User ${user.id} is not allowed the context ${names.join(', ')}` },
  ];
  const told = ({ status, body }: TestResponse): unknown => [status, body];

  it('is not issued for a context that its user is not allowed, whoever asks', async () => {
    await allow(denis.id, { allowed: [ADD] });
    expect(told(await issue(denis, [ADD, CHANGE]))).toEqual(refused(denis, CHANGE));
    const own = { headers: as(denis), json: { userId: denis.id, contextAsCodesArray: [2] } };
    expect(told(await app.call('POST', '/api/authtokens', own))).toEqual(refused(denis, CHANGE));
    expect((await issue(denis, [ADD])).status).toBe(201);
    await allow(denis.id, { allowed: null });
    expect((await issue(denis, [ADD, CHANGE])).status).toBe(201);
  });

  it('gets no context that its user is not allowed, and is moved to none who is not allowed its contexts', async () => {
    const token = await issueContextToken(app, denis, [CHANGE]);
    const anna = await app.createUser(`anna${users++}`);
    await allow(anna.id, { allowed: [ADD] });
    expect(told(await change({ token, userId: anna.id }))).toEqual(refused(anna, CHANGE));
    expect(told(await change({ token, userId: anna.id, context: [ADD, CHANGE] }))).toEqual(refused(anna, CHANGE));
    expect((await change({ token, userId: anna.id, context: [ADD] })).status).toBe(204);
    expect(told(await change({ token, context: [CHANGE] }))).toEqual(refused(anna, CHANGE));
    expect((await change({ token, userId: anna.id })).status).toBe(204);
  });
});

describe('GET /admin/contexts/CODE/holders', () => {
  interface Page {
    readonly items: { user: { id: number; username: string }; tokens: { id: string }[]; hasMoreTokens: boolean }[];
    readonly next: string | null;
  }

  async function holders(code: number, limit = 500): Promise<Page['items']> {
    const items: Page['items'] = [];
    for (let after: string | null = ''; after !== null;) {
      const { body } = await get(`/admin/contexts/${code}/holders?limit=${limit}${after && `&after=${after}`}`);
      const page = body as Page;
      expect(page.items.length).toBeLessThanOrEqual(limit);
      items.push(...page.items);
      after = page.next;
    }
    return items;
  }

  const idOf = async (text: string): Promise<string> => {
    const { body } = await app.call('POST', '/oauth2/introspect', { headers: as(admin), json: { token: text } });
    return (body as { jti: string }).jti;
  };

  it('names who may do it now, and by which tokens', async () => {
    await app.call('POST', '/admin/contexts', { headers: as(admin), json: { code: 60, name: 'Sixty' } });
    const names = ['a', 'b', 'denied', 'off', 'revoked', 'moved', 'changed'] as const;
    const owners = await Promise.all(names.map((name) => app.createUser(`holder-${name}`)));
    const [a, b, denied, off, revoked] = owners as [TestUser, ...TestUser[]];
    const texts: string[] = [];
    for (const owner of owners) texts.push(await issueContextToken(app, owner, ['Sixty', ADD]));
    const second = await issueContextToken(app, a, ['Sixty']);
    await allow(denied!.id, { allowed: [ADD] });
    await allow(b!.id, { allowed: ['Sixty', ADD] });
    await app.call('PATCH', `/admin/users/${off!.id}`, { headers: as(admin), json: { enabled: false } });
    await app.call('DELETE', '/api/authtokens', { headers: as(revoked!), json: { token: texts[4]! } });
    expect((await change({ token: texts[5]!, userId: b!.id })).status).toBe(204);
    await change({ token: texts[6]!, context: [ADD] });
    const issuedAt = app.clock.now().toISOString();
    const expected = [
      { user: a, texts: [second, texts[0]!] },
      { user: b!, texts: [texts[5]!, texts[1]!] },
    ];
    const items = await Promise.all(
      expected.map(async ({ user: { id, username }, texts: own }) => ({
        user: { id, username },
        tokens: await Promise.all(own.map(async (text) => ({ id: await idOf(text), issuedAt }))),
        hasMoreTokens: false,
      })),
    );
    for (const limit of [1, 2, 500]) expect(await holders(60, limit)).toEqual(items);
  });

  it('names a hundred tokens of one user, and says that there are more', async () => {
    await insertContextTokens(app, database, denis.id, 101);
    const { tokens, hasMoreTokens } = (await holders(1)).find(({ user }) => user.id === denis.id)!;
    expect([tokens.length, hasMoreTokens]).toEqual([100, true]);
  });

  it.each<[string, number, string]>([
    ['99', 404, 'There is no context of this code'],
    ['x', 404, 'There is no context of this code'],
    ['1/holders?limit=0', 400, 'limit must be a whole number from 1 to 500'],
    ['1/holders?after=x', 400, 'after must be the next of a page of this list'],
    ['1/holders?after=WzIxNDc0ODM2NDhd', 400, 'after must be the next of a page of this list'],
    ['1/holders?user=1', 400, 'user is not a parameter here, only after, limit'],
  ])('refuses %s with %d', async (path, status, detail) => {
    const response = await get(`/admin/contexts/${path.includes('/') ? path : `${path}/holders`}`);
    expect(response.status).toBe(status);
    expect(response.body).toMatchObject({ status, detail });
  });
});
