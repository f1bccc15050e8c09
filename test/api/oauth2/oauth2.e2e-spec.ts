import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { authenticatedAs, SYSTEM } from '../../../src/common/actor.js';
import { TokensService } from '../../../src/tokens/tokens.service.js';
import { basic, bearer, TestApp, type TestResponse, type TestUser } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

let database: TestDatabase;
let app: TestApp;
let admin: TestUser;
let service: TestUser;
let denis: TestUser;

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

function post(path: string, token: string, headers: Record<string, string> = {}): Promise<TestResponse> {
  return app.call('POST', path, { headers: { ...FORM, ...headers }, body: new URLSearchParams({ token }).toString() });
}

function introspect(token: string, caller: TestUser = service): Promise<TestResponse> {
  return post('/oauth2/introspect', token, basic(caller.username, caller.password));
}

function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as Record<string, unknown>;
}

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  admin = await app.createUser('root', 'admin');
  service = await app.createUser('gateway', 'service');
  denis = await app.createUser('denis');
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

describe('POST /oauth2/introspect', () => {
  it('tells everything of an active token', async () => {
    const token = await app.logIn(denis);
    const now = app.clock.now().getTime() / 1000;
    const answer = await introspect(token);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(answer.body).toEqual({
      active: true,
      sub: String(denis.id),
      username: 'denis',
      role: 'viewer',
      iat: now,
      exp: now + 86_400,
      jti: claimsOf(token).jti,
      iss: 'http://tessera.test',
      token_type: 'Bearer',
      token_kind: 'login',
    });
  });

  it('takes JSON too, and an admin, and a bearer token as the proof of the caller', async () => {
    const token = await app.logIn(denis);
    const headers = bearer(await app.logIn(admin));
    const answer = await app.call('POST', '/oauth2/introspect', {
      headers,
      json: { token, token_type_hint: 'access_token' },
    });
    expect([answer.status, (answer.body as { active: boolean }).active]).toEqual([200, true]);
  });

  it('tells the role that the user has now', async () => {
    const user = await app.createUser('riser');
    const token = await app.logIn(user);
    await app.call('PATCH', `/admin/users/${user.id}`, {
      headers: basic(admin.username, admin.password),
      json: { role: 'service' },
    });
    expect((await introspect(token)).body).toMatchObject({ active: true, role: 'service' });
  });

  it.each(['', 'x', 'a.b.c', '\0', 'ü', 'A'.repeat(43), 'A'.repeat(60_000), '..', '\ud800'])(
    'says of %j only that it is not active',
    async (token) => {
      const answer = await introspect(token);
      expect([answer.status, answer.text]).toEqual([200, '{"active":false}']);
    },
  );

  it('keeps nothing of the form that a token came in', async () => {
    setFlagsFromString('--expose-gc');
    const usedMb = (): number => {
      (runInNewContext('gc') as () => void)();
      return process.memoryUsage().heapUsed / 2 ** 20;
    };
    const identity = { userId: denis.id, username: 'denis', role: 'viewer' } as const;
    const owner = authenticatedAs(SYSTEM, { ...identity, authenticatedBy: 'password', passwordVersion: 1 });
    const padding = 'x'.repeat(60_000);
    const ask = async () => {
      const token = await app.get(TokensService).issue(owner, 'login', 600);
      const answer = await app.call('POST', '/oauth2/introspect', {
        headers: { ...basic(service.username, service.password), ...FORM },
        body: `token=${token}&padding=${padding}`,
      });
      expect((answer.body as { active: boolean }).active).toBe(true);
    };
    for (let n = 0; n < 20; n++) await ask();
    const before = usedMb();
    for (let n = 0; n < 300; n++) await ask();
    expect(usedMb() - before).toBeLessThan(6);
  });

  it('refuses a caller without credentials, with bad ones, and of another role', async () => {
    const token = await app.logIn(denis);
    const challenge = 'Basic realm="tessera", charset="UTF-8", Bearer realm="tessera"';
    const none = await post('/oauth2/introspect', token);
    expect([none.status, none.body, none.headers.get('www-authenticate')]).toEqual([
      401,
      { error: 'invalid_client', error_description: 'Authorization header is required' },
      challenge,
    ]);
    const wrong = await post('/oauth2/introspect', token, basic('gateway', 'wrong'));
    expect([wrong.status, wrong.body, wrong.headers.get('www-authenticate')]).toEqual([
      401,
      { error: 'invalid_client', error_description: 'Invalid username or password' },
      challenge,
    ]);
    const badToken = await post('/oauth2/introspect', token, bearer('a.b.c'));
    expect([badToken.status, badToken.body]).toEqual([
      401,
      { error: 'invalid_token', error_description: 'Invalid or expired token' },
    ]);
    const viewer = await introspect(token, denis);
    expect([viewer.status, viewer.body]).toEqual([
      403,
      { error: 'insufficient_scope', error_description: 'Role service or admin required' },
    ]);
  });

  it.each([
    ['', FORM, 400, 'token must be a string'],
    ['token=a&token=b', FORM, 400, 'token must be a string'],
    ['token_type_hint=x', FORM, 400, 'token must be a string'],
    ['{"token":1}', { 'content-type': 'application/json' }, 400, 'token must be a string'],
    ['{', { 'content-type': 'application/json' }, 400, 'The body is not valid JSON'],
    [
      'token=a',
      { 'content-type': 'text/xml' },
      415,
      'The body must be application/json or application/x-www-form-urlencoded',
    ],
    [`token=${'a'.repeat(70_000)}`, FORM, 413, 'The body is larger than 64 KB'],
  ])('refuses a bad body, case %#', async (body, headers, status, error_description) => {
    const answer = await app.call('POST', '/oauth2/introspect', {
      headers: { ...basic(service.username, service.password), ...headers },
      body,
    });
    expect([answer.status, answer.body]).toEqual([status, { error: 'invalid_request', error_description }]);
  });

  it('refuses a wrong method and an unknown path in its own shape', async () => {
    const wrong = await app.call('GET', '/oauth2/introspect');
    expect([wrong.status, wrong.body, wrong.headers.get('allow')]).toEqual([
      405,
      { error: 'invalid_request', error_description: 'Method Not Allowed' },
      'POST',
    ]);
    const unknown = await app.call('GET', '/oauth2/token');
    expect([unknown.status, unknown.body]).toEqual([404, { error: 'invalid_request', error_description: 'Not Found' }]);
  });

  it('leaves forms to the families that take them', async () => {
    const headers = { ...FORM, ...bearer(await app.logIn(denis)) };
    const answer = await app.call('POST', '/api/authtokens', { headers, body: 'userId=1' });
    expect([answer.status, answer.body]).toEqual([
      415,
      { success: false, message: 'The body must be application/json' },
    ]);
  });
});

describe('POST /oauth2/revoke', () => {
  it('ends the one token that it is given, with 200 and no body', async () => {
    const [token, other] = [await app.logIn(denis), await app.logIn(denis)];
    const answer = await post('/oauth2/revoke', token);
    expect([answer.status, answer.text]).toEqual([200, '']);
    expect((await introspect(token)).body).toEqual({ active: false });
    expect((await introspect(other)).body).toMatchObject({ active: true });
  });

  it('is 200 for a token that is unknown, revoked or expired', async () => {
    const token = await app.logIn(denis);
    const answers = [await post('/oauth2/revoke', 'unknown'), await post('/oauth2/revoke', token)];
    answers.push(await post('/oauth2/revoke', token), await post('/oauth2/revoke', 'a.b.c'));
    expect(answers.map(({ status, text }) => [status, text])).toEqual(Array(4).fill([200, '']));
  });

  it('does not end a token by a text with a changed signature', async () => {
    const token = await app.logIn(denis);
    const changed = token.slice(0, -4) + (token.endsWith('AAAA') ? 'BBBB' : 'AAAA');
    await post('/oauth2/revoke', changed);
    expect((await introspect(token)).body).toMatchObject({ active: true });
  });

  it('asks for the token with 400', async () => {
    const answer = await app.call('POST', '/oauth2/revoke', { headers: FORM, body: 'x=y' });
    expect([answer.status, answer.body]).toEqual([
      400,
      { error: 'invalid_request', error_description: 'token must be a string' },
    ]);
  });
});

describe('GET /auth/verify', () => {
  it('says whose token it is, in headers, with 200 and no body', async () => {
    const { status, text, headers } = await app.call('GET', '/auth/verify', {
      headers: bearer(await app.logIn(denis)),
    });
    const said = ['x-auth-user', 'x-auth-user-id', 'x-auth-role', 'x-auth-contexts'].map((name) => headers.get(name));
    expect([status, text, said]).toEqual([200, '', ['denis', String(denis.id), 'viewer', '*']]);
  });

  it('sends a user name of any letters so that decoding gives it back', async () => {
    for (const name of ['jürgen', '100% müller', 'a b\tc', 'ж😀\r\nx-auth-role: admin']) {
      const user = await app.createUser(name);
      const answer = await app.call('GET', '/auth/verify', { headers: bearer(await app.logIn(user)) });
      const sent = answer.headers.get('x-auth-user')!;
      expect(sent).toMatch(/^[\x21-\x7e]+$/);
      expect([decodeURIComponent(sent), answer.headers.get('x-auth-role')]).toEqual([name, 'viewer']);
    }
  });

  it('passes for every context where the token is valid for whatever its owner may do', async () => {
    const answer = await app.call('GET', '/auth/verify?context=AddComment', {
      headers: bearer(await app.logIn(denis)),
    });
    expect(answer.status).toBe(200);
  });

  it('refuses with 401 and a challenge', async () => {
    for (const headers of [{}, basic('denis', 'Qwerty123'), { authorization: 'x' }]) {
      const none = await app.call('GET', '/auth/verify', { headers });
      expect([none.status, none.body, none.headers.get('www-authenticate')]).toEqual([
        401,
        { error: 'invalid_token', error_description: 'A bearer token is required' },
        'Bearer realm="tessera"',
      ]);
    }
    for (const authorization of ['Bearer a.b.c', 'Bearer', 'Bearer a b']) {
      const answer = await app.call('GET', '/auth/verify', { headers: { authorization } });
      expect([answer.status, answer.body, answer.headers.get('www-authenticate')]).toEqual([
        401,
        { error: 'invalid_token', error_description: 'Invalid or expired token' },
        'Bearer realm="tessera", error="invalid_token"',
      ]);
    }
  });

  it.each([
    ['?context=', 'context must be one name'],
    ['?context=a&context=b', 'context must be given once'],
    ['?contexts=a', 'contexts is not a parameter here, only context'],
  ])('refuses the query %s with 400', async (query, error_description) => {
    const answer = await app.call('GET', `/auth/verify${query}`, { headers: bearer(await app.logIn(denis)) });
    expect([answer.status, answer.body]).toEqual([400, { error: 'invalid_request', error_description }]);
  });
});
