import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { issueContextToken } from '../../support/context-tokens.js';
import { basic, bearer, TestApp, type TestUser } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { listAll, listPage, type ListedToken } from '../../support/token-lists.js';
import { V1Client } from '../../support/v1-client.js';

const LISTS = ['/me/tokens', '/me/sessions'] as const;

let database: TestDatabase;
let app: TestApp;
let user: TestUser;
let other: TestUser;
let v1: V1Client;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  v1 = new V1Client(app);
  [user, other] = [await app.createUser('denis'), await app.createUser('olga', 'admin')];
  for (const one of [user, other]) {
    await v1.logIn(one);
    await app.logIn(one);
    await issueContextToken(app, one);
  }
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

const as = ({ username, password }: TestUser): Record<string, string> => basic(username, password);

const kindsOf = (tokens: readonly ListedToken[]): string[] => tokens.map(({ kind }) => kind);

describe('GET /me/tokens', () => {
  it("lists the caller's tokens and nobody else's, page by page, as the operator sees them", async () => {
    const own = await listAll(app, as(user), '/me/tokens', { limit: '2' });
    expect(kindsOf(own)).toEqual(['context', 'login', 'session_refresh', 'session_id', 'session_access']);
    expect(own).toEqual((await listPage(app, as(other), '/admin/tokens', { username: 'denis' })).items);
  });

  it.each([
    ['status', 'alive', 'status must be one of active, suspended, expired, revoked'],
    ['userId', '1', 'userId is not a parameter here, only status, after, limit'],
  ])('refuses %s=%s with 400 and names it', async (field, value, message) => {
    const { status, body } = await app.call('GET', `/me/tokens?${field}=${value}`, { headers: as(user) });
    expect([status, (body as { fields: unknown }).fields]).toEqual([400, [{ field, message }]]);
  });
});

describe('GET /me/sessions', () => {
  it("lists the caller's sessions and nobody else's, as the operator sees them", async () => {
    const own = (await listPage(app, as(user), '/me/sessions')).items;
    expect(own.length).toBe(1);
    expect(own).toEqual((await listPage(app, as(other), '/admin/sessions', { username: 'denis' })).items);
  });
});

describe.each(LISTS)('DELETE %s/ID', (list) => {
  it("ends what is the caller's, by a token too, and says that they did", async () => {
    const headers = bearer(await app.logIn(user));
    const [first] = (await listPage(app, headers, list, { status: 'active' })).items.filter(
      ({ kind }) => kind !== 'login',
    );
    expect((await app.call('DELETE', `${list}/${first!.id}`, { headers })).status).toBe(204);
    const ended = (await listPage(app, headers, list)).items.find(({ id }) => id === first!.id);
    expect(ended).toEqual({
      ...first,
      ...(list === '/me/sessions' && { activeTokens: 0 }),
      status: 'revoked',
      endedAt: '2026-03-01T12:00:00.000Z',
      endedBy: { kind: 'user', id: user.id, username: 'denis' },
      reason: 'Ended by its owner',
    });
  });

  it("refuses what is somebody else's as what there is not, for an admin too", async () => {
    const before = (await listPage(app, as(user), list)).items;
    const { id } = (await listPage(app, as(user), list)).items[0]!;
    const refusals = [id, '01890000-0000-7000-8000-000000000000', 'x'].map((one) =>
      app.call('DELETE', `${list}/${one}`, { headers: as(other) }),
    );
    const code = list === '/me/tokens' ? 'token_not_found' : 'session_not_found';
    const detail = `There is no ${list === '/me/tokens' ? 'token' : 'session'} of this id`;
    const refused = { type: 'about:blank', title: 'Not Found', status: 404, detail, code };
    expect((await Promise.all(refusals)).map(({ body }) => body)).toEqual([refused, refused, refused]);
    expect((await listPage(app, as(user), list)).items).toEqual(before);
  });

  it('needs credentials', async () => {
    expect((await app.call('GET', list)).status).toBe(401);
    expect((await app.call('DELETE', `${list}/x`)).status).toBe(401);
  });
});
