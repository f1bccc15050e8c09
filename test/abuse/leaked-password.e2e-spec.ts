import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { basic, bearer, TestApp, type TestResponse, type TestUser } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { whileLocked } from '../support/while-locked.js';
import { introspect } from '../support/verification-paths.js';

const NEW_PASSWORD = 'b2BDWZrQwDF5u4Yu';
const CONTEXT = 'AddCommentToChangeRequest';

let database: TestDatabase;
let app: TestApp;
let admin: TestUser;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  admin = await app.createUser('admin', 'admin');
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

function patch(user: TestUser, json: object): Promise<TestResponse> {
  return app.call('PATCH', `/admin/users/${user.id}`, { headers: basic(admin.username, admin.password), json });
}

/** What a thief makes of a password: a login, a named token and a context token. */
async function steal(user: TestUser): Promise<string[]> {
  const headers = basic(user.username, user.password);
  const named = await app.call('POST', '/api/v1alpha/token', {
    headers,
    json: { jwt_token_description: 'stolen', jwt_token_life: '3650 days' },
  });
  const contexts = await app.call('POST', '/api/authtokens', {
    headers,
    json: { userId: user.id, context: [CONTEXT] },
  });
  expect([named.status, contexts.status]).toEqual([201, 201]);
  return [
    await app.logIn(user),
    (named.body as { jwt_token: string }).jwt_token,
    (contexts.body as { token: string }).token,
  ];
}

async function activeOnes(tokens: readonly string[]): Promise<unknown[]> {
  const responses = await Promise.all(tokens.map((token) => introspect(app, admin, token)));
  return responses.map(({ active }) => active);
}

describe('a temporary password with endEverything', () => {
  it('ends the logins, the named tokens and the context tokens of the user, and of no other', async () => {
    const [victim, bystander] = [await app.createUser('victim'), await app.createUser('bystander')];
    const [stolen, others] = [await steal(victim), await steal(bystander)];
    const changed = await patch(victim, { temporaryPassword: NEW_PASSWORD, endEverything: true });
    expect([changed.status, (changed.body as { passwordChangeRequired: boolean }).passwordChangeRequired]).toEqual([
      200,
      true,
    ]);
    expect(await activeOnes(stolen)).toEqual([false, false, false]);
    expect(await activeOnes(others)).toEqual([true, true, true]);
    expect((await app.call('DELETE', '/api2/tokens', { headers: bearer(stolen[0]!) })).status).toBe(401);
  });

  it.each([
    ['their login', (_: TestUser, token: string) => bearer(token), 'Invalid or expired token'],
    ['their password', (user: TestUser) => basic(user.username, user.password), 'Invalid username or password'],
  ])('leaves no token that is being made meanwhile by %s', async (by, headersOf, message) => {
    const user = await app.createUser(`hasty-${by}`);
    const headers = headersOf(user, await app.logIn(user));
    const { id } = user;
    const [changed, late] = await whileLocked(database, 'users', id, [
      () => patch(user, { temporaryPassword: NEW_PASSWORD, endEverything: true }),
      () => app.call('POST', '/api/authtokens', { headers, json: { userId: id, context: [CONTEXT] } }),
    ]);
    expect(changed!.status).toBe(200);
    expect([late!.status, late!.body]).toEqual([401, { success: false, message }]);
    expect(await database.query('SELECT FROM tokens WHERE user_id = $1 AND revoked_at IS NULL', [id])).toEqual([]);
  });

  it('is no act of its own: without a temporary password it is refused and ends nothing', async () => {
    const user = await app.createUser('untouched');
    const tokens = await steal(user);
    const response = await patch(user, { endEverything: true });
    const message = 'endEverything needs temporaryPassword';
    expect([response.status, response.body]).toEqual([
      400,
      {
        type: 'about:blank',
        title: 'Bad Request',
        status: 400,
        detail: message,
        code: 'invalid_request',
        fields: [{ field: 'endEverything', message }],
      },
    ]);
    expect(await activeOnes(tokens)).toEqual([true, true, true]);
  });

  it.each([[undefined], [false]])('that is %s leaves named and context tokens', async (endEverything) => {
    const user = await app.createUser(`kept-${endEverything}`);
    const tokens = await steal(user);
    expect((await patch(user, { temporaryPassword: NEW_PASSWORD, endEverything })).status).toBe(200);
    expect(await activeOnes(tokens)).toEqual([false, true, true]);
  });

  it('that is no boolean is refused', async () => {
    const response = await patch(admin, { temporaryPassword: NEW_PASSWORD, endEverything: 'true' });
    expect([response.status, (response.body as { detail: string }).detail]).toEqual([
      400,
      'endEverything must be a boolean value',
    ]);
  });
});
