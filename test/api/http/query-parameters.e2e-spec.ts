import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { basic, bearer, PASSWORD, TestApp, type TestUser } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

let database: TestDatabase;
let app: TestApp;
let user: TestUser;
let admin: Record<string, string>;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  user = await app.createUser('denis');
  admin = bearer(await app.logIn(await app.createUser('root', 'admin')));
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

describe('an endpoint of our own', () => {
  it.each([
    ['GET', '/admin/users', ', only query, role, enabled, source, after, limit'],
    ['POST', '/admin/users'],
    ['GET', '/admin/users/1'],
    ['GET', '/admin/contexts'],
    ['GET', '/admin/signing-keys'],
    ['GET', '/status-lists/0'],
    ['GET', '/revocations/events'],
    ['GET', '/.well-known/jwks.json'],
    ['GET', '/.well-known/oauth-authorization-server'],
    ['GET', '/health/live'],
  ])('refuses unknown query parameters by their names: %s %s', async (method, path, known = '') => {
    const answer = await app.call(method, `${path}?limitt=5&after[]=x`, { headers: admin });
    const message = (field: string) => `${field} is not a parameter here${known}`;
    expect([answer.status, answer.body]).toEqual([
      400,
      {
        type: 'about:blank',
        title: 'Bad Request',
        status: 400,
        detail: `${message('limitt')}; ${message('after[]')}`,
        code: 'invalid_request',
        fields: ['limitt', 'after[]'].map((field) => ({ field, message: message(field) })),
      },
    ]);
  });

  it.each(['introspect', 'revoke'])('refuses them in the shape of OAuth: %s', async (name) => {
    const answer = await app.call('POST', `/oauth2/${name}?token=x`, { headers: admin, json: { token: 'x' } });
    expect([answer.status, answer.body]).toEqual([
      400,
      { error: 'invalid_request', error_description: 'token is not a parameter here' },
    ]);
  });

  it('refuses a parameter that comes twice', async () => {
    const answer = await app.call('GET', '/admin/users?limit=1&limit=2', { headers: admin });
    const message = 'limit must be given once';
    expect(answer.body).toEqual({
      ...{ type: 'about:blank', title: 'Bad Request', status: 400, detail: message, code: 'invalid_request' },
      fields: [{ field: 'limit', message }],
    });
  });

  it('asks for credentials first', async () => {
    expect((await app.call('GET', '/admin/users?x=1')).status).toBe(401);
    expect((await app.call('GET', '/admin/users?x=1', { headers: bearer(await app.logIn(user)) })).status).toBe(403);
  });

  it('takes the parameters that it has, and a question mark alone', async () => {
    expect((await app.call('GET', '/admin/users?limit=1', { headers: admin })).status).toBe(200);
    expect((await app.call('GET', '/health/live?')).status).toBe(200);
  });
});

it('the documented families ignore unknown query parameters', async () => {
  const { username, password } = user;
  const own = { headers: basic(username, PASSWORD) };
  const login = await app.call('POST', '/api2/tokens?x=1', { json: { username, password } });
  const session = await app.call('POST', '/v1/login?x=1&x=2', { json: { username, password } });
  const contexts = await app.call('GET', '/api/authtokens/context/json?x=1', own);
  const tokens = await app.call('GET', '/api/v1alpha/token?x=1', own);
  expect([login, session, contexts, tokens].map(({ status }) => status)).toEqual([200, 200, 200, 404]);
  expect(tokens.body).toEqual({ message: 'Tokens does not exist' });
});
