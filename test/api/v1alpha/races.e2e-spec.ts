import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { basic, bearer, TestApp, type TestResponse, type TestUser } from '../../support/test-app.js';
import { withOpenTransaction } from '../../support/open-transaction.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

const PATH = '/api/v1alpha/token';

let database: TestDatabase;
let app: TestApp;
let admin: TestUser;

const as = ({ username, password }: TestUser): { headers: Record<string, string> } => ({
  headers: basic(username, password),
});

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  admin = await app.createUser('admin', 'admin');
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

const make = (user: TestUser, description: string): Promise<TestResponse> =>
  app.call('POST', PATH, { ...as(user), json: { jwt_token_description: description, jwt_token_life: '1h' } });

describe('a token', () => {
  it('that is asked for while its user is being disabled waits, and is refused', async () => {
    const user = await app.createUser('waiting');
    const [answer] = await withOpenTransaction(
      database,
      'UPDATE users SET enabled = false WHERE id = $1',
      [user.id],
      () => [make(user, 'too late')],
    );
    expect(answer!.status).toBe(401);
    expect(await database.query('SELECT FROM tokens WHERE user_id = $1', [user.id])).toEqual([]);
  });

  it('can be deleted while its user is: each waits for the other, and none for ever', async () => {
    const user = await app.createUser('both');
    const { jwt_token_id: id } = (await make(user, 'both')).body as { jwt_token_id: string };
    const answers = await withOpenTransaction(database, 'SELECT FROM tokens WHERE id = $1 FOR UPDATE', [id], () => [
      app.call('DELETE', `/admin/users/${user.id}`, as(admin)),
      app.call('DELETE', `${PATH}/${id}`, as(user)),
    ]);
    // Whichever came first: the token was deleted by its owner or ended with them, and they may be unknown by then.
    const [userDeleted, tokenDeleted] = answers.map(({ status }) => status);
    expect(userDeleted).toBe(204);
    expect([200, 401, 404]).toContain(tokenDeleted);
  });
});

describe('tokens that are made and deleted', () => {
  it.each([
    ['deleted', (id: number) => app.call('DELETE', `/admin/users/${id}`, as(admin))],
    ['disabled', (id: number) => app.call('PATCH', `/admin/users/${id}`, { ...as(admin), json: { enabled: false } })],
  ])('while their user is being %s leave none that works', async (how, end) => {
    for (let round = 0; round < 4; round++) {
      const user = await app.createUser(`${how} ${round}`);
      const before = await Promise.all([0, 1, 2, 3, 4, 5].map((number) => make(user, `before ${number}`)));
      const ids = before.map(({ body }) => (body as { jwt_token_id: string }).jwt_token_id);
      const during = await Promise.all([
        ...ids.slice(0, 3).map((id) => app.call('DELETE', `${PATH}/${id}`, as(user))),
        make(user, 'during 1'),
        end(user.id),
        make(user, 'during 2'),
        ...ids.slice(3).map((id) => app.call('DELETE', `${PATH}/${id}`, as(user))),
      ]);
      for (const { status } of during) expect([200, 201, 204, 401, 404]).toContain(status);
      const tokens = [...before, ...during].flatMap(
        ({ body }) => (body as { jwt_token?: string } | undefined)?.jwt_token ?? [],
      );
      for (const token of tokens) {
        expect((await app.call('GET', '/api2/token/timeout', { headers: bearer(token) })).status).toBe(401);
      }
      const active = 'SELECT FROM tokens WHERE user_id = $1 AND revoked_at IS NULL';
      expect(await database.query(active, [user.id])).toEqual([]);
    }
  });
});
