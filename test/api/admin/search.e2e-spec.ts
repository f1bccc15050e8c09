import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { basic, PASSWORD, TestApp, type TestResponse, type TestUser } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { V1Client } from '../../support/v1-client.js';

let database: TestDatabase;
let app: TestApp;
let admin: TestUser;
let denis: TestUser;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  admin = await app.createUser('root', 'admin');
  const json = { username: 'denis', password: PASSWORD, role: 'viewer', fullName: 'Denis Weber', email: 'dw@x.org' };
  const { body } = await app.call('POST', '/admin/users', { headers: basic('root', PASSWORD), json });
  denis = { ...(body as TestUser), password: PASSWORD };
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

const get = (q: string): Promise<TestResponse> =>
  app.call('GET', `/admin/search?${new URLSearchParams({ q }).toString()}`, {
    headers: basic(admin.username, admin.password),
  });

const DENIS = (): object => ({
  ...{ type: 'user', id: String(denis.id), title: 'denis (Denis Weber, dw@x.org)' },
  user: { id: denis.id, username: 'denis' },
});

describe('GET /admin/search', () => {
  it.each(['denis', 'DEN', 'denis w', 'dw@x', ' denis '])('finds a user by %j', async (q) => {
    const { status, body } = await get(q);
    expect([status, body]).toEqual([200, { items: [DENIS()] }]);
  });

  it('finds a user by id, and those whose name begins so, each once', async () => {
    const named = await app.createUser(`${denis.id}nd`);
    const self = await app.createUser('100000');
    await database.query('UPDATE users SET username = id::text WHERE id = $1', [self.id]);
    const hit = ({ id }: TestUser, username: string): object => ({
      ...{ type: 'user', id: String(id), title: username },
      user: { id, username },
    });
    expect((await get(String(denis.id))).body).toEqual({
      items: [hit(denis, 'denis'), hit(named, named.username)],
    });
    expect((await get(String(self.id))).body).toEqual({ items: [hit(self, String(self.id))] });
  });

  it('finds a token, a session and a request by their ids, in any case', async () => {
    const login = await app.call('POST', '/api2/tokens', { json: { username: 'denis', password: PASSWORD } });
    await new V1Client(app).logIn(denis);
    const [token] = await database.query<{ id: string }>("SELECT id FROM tokens WHERE kind = 'login'");
    const [session] = await database.query<{ id: string }>('SELECT id FROM sessions');
    const user = { id: denis.id, username: 'denis' };
    expect((await get(token!.id.toUpperCase())).body).toEqual({
      items: [{ type: 'token', id: token!.id, title: 'login token of denis', user }],
    });
    expect((await get(session!.id)).body).toEqual({
      items: [{ type: 'session', id: session!.id, title: 'session of denis', user }],
    });
    const requestId = login.headers.get('x-request-id')!;
    expect((await get(requestId)).body).toEqual({
      items: [{ type: 'request', id: requestId, title: 'token.issued of denis', user }],
    });
  });

  it('finds an incident by its id', async () => {
    const headers = basic(admin.username, admin.password);
    const wanted = { match: { username: 'denis' }, action: 'suspend', reason: 'A stolen laptop' };
    const { body } = await app.call('POST', '/admin/revocations', { headers, json: { ...wanted, dryRun: true } });
    const { matched } = body as { matched: number };
    const begun = await app.call('POST', '/admin/revocations', { headers, json: { ...wanted, expect: matched } });
    const { id } = begun.body as { id: string };
    expect((await get(id)).body).toEqual({
      items: [
        {
          type: 'incident',
          id,
          title: `incident: suspend of ${admin.username}`,
          user: { id: admin.id, username: admin.username },
        },
      ],
    });
  });

  it('finds no more than ten users, and nothing where there is nothing', async () => {
    for (let n = 0; n < 12; n++) await app.createUser(`many${n}`);
    expect((await get('many')).body).toMatchObject({ items: { length: 10 } });
    for (const q of [randomUUID(), '99999', '99999999999', '%', '_', 'x'.repeat(256), "'"]) {
      expect((await get(q)).body).toEqual({ items: [] });
    }
  });

  it.each([
    ['', 'q must be a text to look for'],
    ['?q=%20', 'q must be a text to look for'],
    ['?q=', 'q must be a text of 1 to 256 characters'],
    [`?q=${'x'.repeat(257)}`, 'q must be a text of 1 to 256 characters'],
    ['?q=%00', 'q must be a text of 1 to 256 characters'],
    ['?q=a&q=b', 'q must be given once'],
    ['?query=a', 'query is not a parameter here, only q'],
  ])('refuses %j with 400', async (query, detail) => {
    const headers = basic(admin.username, admin.password);
    const { status, body } = await app.call('GET', `/admin/search${query}`, { headers });
    expect([status, (body as { detail: string }).detail]).toEqual([400, detail]);
  });
});
