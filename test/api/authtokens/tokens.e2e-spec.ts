import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { basic, bearer, TestApp, type TestResponse, type TestUser } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

const ADD = 'AddCommentToChangeRequest';
const CHANGE = 'ChangeStateOfChangeRequest';

let database: TestDatabase;
let app: TestApp;
let admin: TestUser;
let denis: TestUser;
let anna: TestUser;

const as = (user: TestUser): Record<string, string> => basic(user.username, user.password);
const refusal = (status: number, message: string): unknown[] => [status, { success: false, message }];
const outcome = ({ status, body }: TestResponse): unknown[] => [status, body];

function send(method: string, user: TestUser, json: unknown): Promise<TestResponse> {
  return app.call(method, '/api/authtokens', { headers: as(user), json });
}

async function make(user: TestUser, context = [ADD]): Promise<string> {
  const { status, body } = await send('POST', user, { userId: user.id, context });
  expect(status).toBe(201);
  return (body as { token: string }).token;
}

async function entryOf(token: string): Promise<unknown> {
  const { body } = await app.call('GET', '/api/authtokens/json', { headers: as(admin) });
  return (body as { list: { token: string }[] }).list.find((entry) => entry.token === token);
}

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  admin = await app.createUser('admin', 'admin');
  denis = await app.createUser('denis');
  anna = await app.createUser('anna', 'service');
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

describe.each(['/api/authtokens', '/authtokens'])('POST %s', (path) => {
  it('issues a token of 56 letters and digits', async () => {
    const json = { userId: denis.id, context: [ADD] };
    const answer = await app.call('POST', path, { headers: as(denis), json });
    const { token } = answer.body as { token: string };
    expect(answer.status).toBe(201);
    expect(answer.text).toBe(`{"success":true,"token":"${token}"}`);
    expect(token).toMatch(/^tessctx[A-Za-z0-9]{49}$/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('takes a login token for the password', async () => {
    const headers = bearer(await app.logIn(denis));
    const answer = await app.call('POST', path, { headers, json: { userId: denis.id, context: [CHANGE] } });
    expect(answer.status).toBe(201);
  });

  it('asks for credentials with 401 and both schemes', async () => {
    const answer = await app.call('POST', path, { json: { userId: denis.id, context: [ADD] } });
    expect(outcome(answer)).toEqual(refusal(401, 'Authorization header is required'));
    expect(answer.headers.get('www-authenticate')).toBe(
      'Basic realm="tessera", charset="UTF-8", Bearer realm="tessera"',
    );
  });
});

describe('POST /api/authtokens', () => {
  it('unites names and codes and folds duplicates', async () => {
    const json = { userId: denis.id, context: [CHANGE, ADD, ADD], contextAsCodesArray: [1, 1] };
    const { token } = (await send('POST', denis, json)).body as { token: string };
    expect(await entryOf(token)).toEqual({
      context: [
        { name: ADD, code: 1 },
        { name: CHANGE, code: 2 },
      ],
      userId: denis.id,
      userFullName: 'denis',
      token,
    });
  });

  it('takes codes alone, and null for what is not given', async () => {
    const json = { userId: denis.id, context: null, contextAsCodesArray: [2] };
    const { token } = (await send('POST', denis, json)).body as { token: string };
    expect(await entryOf(token)).toMatchObject({ context: [{ name: CHANGE, code: 2 }] });
  });

  it('ignores what the server owns, whatever it holds', async () => {
    const owned = { userFullName: 5, currentUserId: {}, lastUpdate: [null], userInfo: '\0', token: 1, constructor: 2 };
    expect((await send('POST', denis, { userId: denis.id, context: [ADD], ...owned })).status).toBe(201);
  });

  it("issues anybody's token for an admin, and for nobody else", async () => {
    expect((await send('POST', admin, { userId: denis.id, context: [ADD] })).status).toBe(201);
    const others = refusal(403, 'Only an admin manages the tokens of others');
    expect(outcome(await send('POST', denis, { userId: anna.id, context: [ADD] }))).toEqual(others);
    expect(outcome(await send('POST', anna, { userId: 999_999, context: [ADD] }))).toEqual(others);
  });

  it('refuses an unknown and a disabled user with 400', async () => {
    const { id } = await app.createUser('gone');
    await app.call('PATCH', `/admin/users/${id}`, { headers: as(admin), json: { enabled: false } });
    for (const userId of [999_999, id]) {
      const answer = await send('POST', admin, { userId, context: [ADD] });
      expect(outcome(answer)).toEqual(refusal(400, `There is no enabled user ${userId}`));
    }
  });

  it.each([
    [{}, 'At least one context is required'],
    [{ context: [] }, 'At least one context is required'],
    [{ context: [], contextAsCodesArray: [] }, 'At least one context is required'],
    [{ context: [ADD, 'Nope'] }, 'Unknown context: "Nope"'],
    [{ context: ['Nope', 'Nope'], contextAsCodesArray: [1, 3, -1] }, 'Unknown context: "Nope", 3, -1'],
    [{ contextAsCodesArray: [99_999_999_999] }, 'Unknown context: 99999999999'],
    [{ context: [''] }, 'Unknown context: ""'],
    [{ context: ['a\0b'] }, 'Unknown context: "a\\u0000b"'],
    [{ context: ['\ud800'] }, 'Unknown context: "\\ud800"'],
    [{ context: [ADD.toLowerCase()] }, `Unknown context: "${ADD.toLowerCase()}"`],
    [
      { contextAsCodesArray: Array.from({ length: 1000 }, (_, i) => i + 10) },
      'Unknown context: 10, 11, 12, 13, 14, 15, 16, 17, 18, 19 and 990 more',
    ],
    [{ context: 'AddComment' }, 'context must be an array'],
    [{ context: [1] }, 'each value in context must be a string'],
    [{ context: [null] }, 'each value in context must be a string'],
    [{ context: { 0: ADD } }, 'context must be an array'],
    [{ context: ['x'.repeat(101)] }, 'each value in context must be shorter than or equal to 100 characters'],
    [{ contextAsCodesArray: ['1'] }, 'each value in contextAsCodesArray must be an integer number'],
    [{ contextAsCodesArray: [1.5] }, 'each value in contextAsCodesArray must be an integer number'],
    [{ contextAsCodesArray: 1 }, 'contextAsCodesArray must be an array'],
    [
      { contextAsCodesArray: Array.from({ length: 30_000 }, () => 1) },
      'contextAsCodesArray must contain no more than 1000 elements',
    ],
  ])('refuses the contexts %j with 400', async (contexts, message) => {
    const answer = await send('POST', denis, { userId: denis.id, ...contexts });
    expect(outcome(answer)).toEqual(refusal(400, message));
  });

  it.each([[undefined], [null], ['21'], [1.5], [true], [[21]], [{}]])(
    'refuses the user %j with 400',
    async (userId) => {
      const answer = await send('POST', denis, { userId, context: [ADD] });
      expect(outcome(answer)).toEqual(refusal(400, 'userId must be an integer number'));
    },
  );

  it.each([
    [0, 'userId must not be less than 1'],
    [-5, 'userId must not be less than 1'],
    [1e300, 'userId must not be greater than 2147483647'],
  ])('refuses the user %d with 400', async (userId, message) => {
    expect(outcome(await send('POST', denis, { userId, context: [ADD] }))).toEqual(refusal(400, message));
  });

  it('stores neither the text nor a digest that a guess could be checked against', async () => {
    const token = await make(denis);
    const rows = await database.query<{ row: string }>(
      'SELECT row_to_json(t)::text || row_to_json(c)::text AS row FROM tokens t JOIN context_tokens c USING (id)',
    );
    const { createHash } = await import('node:crypto');
    for (const { row } of rows) {
      expect(row).not.toContain(token);
      expect(row).not.toContain(Buffer.from(token).toString('hex'));
      expect(row).not.toContain(createHash('sha256').update(token).digest('hex'));
    }
  });
});

describe('PUT /api/authtokens', () => {
  it('replaces the contexts and leaves text and user', async () => {
    const token = await make(denis, [ADD]);
    const answer = await send('PUT', denis, { token, contextAsCodesArray: [2] });
    expect([answer.status, answer.text, answer.headers.get('content-type')]).toEqual([204, '', null]);
    const context = [{ name: CHANGE, code: 2 }];
    expect(await entryOf(token)).toEqual({ context, userId: denis.id, userFullName: 'denis', token });
  });

  it('moves a token to another user for an admin, contexts and text untouched', async () => {
    const token = await make(denis, [ADD, CHANGE]);
    expect((await send('PUT', admin, { token, userId: anna.id })).status).toBe(204);
    const context = [
      { name: ADD, code: 1 },
      { name: CHANGE, code: 2 },
    ];
    expect(await entryOf(token)).toEqual({ context, userId: anna.id, userFullName: 'anna', token });
    expect(outcome(await send('DELETE', denis, { token }))).toEqual(refusal(404, 'Unknown token'));
  });

  it('changes nothing where nothing is given', async () => {
    const token = await make(denis);
    const before = await entryOf(token);
    expect((await send('PUT', denis, { token, userId: null, context: null })).status).toBe(204);
    expect(await entryOf(token)).toEqual(before);
  });

  it("does not let a non-admin give their token away, nor touch another user's", async () => {
    const token = await make(denis);
    const others = refusal(403, 'Only an admin manages the tokens of others');
    expect(outcome(await send('PUT', denis, { token, userId: anna.id }))).toEqual(others);
    expect((await send('PUT', denis, { token, userId: denis.id })).status).toBe(204);
    const unknown = refusal(404, 'Unknown token');
    expect(outcome(await send('PUT', anna, { token, context: [CHANGE] }))).toEqual(unknown);
    expect(outcome(await send('PUT', anna, { token, userId: anna.id }))).toEqual(unknown);
    expect(await entryOf(token)).toMatchObject({ userId: denis.id, context: [{ name: ADD, code: 1 }] });
  });

  it.each([
    [{ context: [] }, 'At least one context is required'],
    [{ context: ['Nope'] }, 'Unknown context: "Nope"'],
    [{ userId: 999_999 }, 'There is no enabled user 999999'],
    [{ userId: 'x' }, 'userId must be an integer number'],
  ])('refuses %j with 400 and changes nothing', async (changes, message) => {
    const token = await make(denis);
    const before = await entryOf(token);
    expect(outcome(await send('PUT', admin, { token, ...changes }))).toEqual(refusal(400, message));
    expect(await entryOf(token)).toEqual(before);
  });
});

describe('DELETE /api/authtokens', () => {
  it('ends the token, once', async () => {
    const token = await make(denis);
    const answer = await send('DELETE', denis, { token });
    expect([answer.status, answer.text, answer.headers.get('content-type')]).toEqual([204, '', null]);
    expect(outcome(await send('DELETE', denis, { token }))).toEqual(refusal(404, 'Unknown token'));
    expect(outcome(await send('PUT', denis, { token, context: [ADD] }))).toEqual(refusal(404, 'Unknown token'));
    expect(await entryOf(token)).toBeUndefined();
  });

  it('says to exactly one of two calls at once that it ended it', async () => {
    for (let round = 0; round < 10; round++) {
      const token = await make(denis);
      const answers = await Promise.all([1, 2].map(() => send('DELETE', denis, { token })));
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 404]);
    }
  });

  it("does not know another user's token, save for an admin", async () => {
    const token = await make(denis);
    expect(outcome(await send('DELETE', anna, { token }))).toEqual(refusal(404, 'Unknown token'));
    expect((await send('DELETE', admin, { token })).status).toBe(204);
  });

  it('keeps no text of an ended token, however it ended', async () => {
    const user = await app.createUser('leaver');
    const [first, second, third] = [await make(user), await make(user), await make(user)];
    await send('DELETE', user, { token: first });
    await app.call('POST', `/admin/users/${user.id}/revoke-tokens`, { headers: as(admin) });
    for (const token of [first, second, third]) expect(await entryOf(token)).toBeUndefined();
    const kept = await database.query(
      'SELECT FROM context_tokens JOIN tokens USING (id) WHERE user_id = $1 OR revoked_at IS NOT NULL',
      [user.id],
    );
    expect(kept).toHaveLength(0);
  });
});

describe('bad requests', () => {
  it.each(['POST', 'PUT', 'DELETE'])('%s needs a JSON object as its body', async (method) => {
    const noObject = refusal(400, 'The body must be a JSON object');
    expect(outcome(await app.call(method, '/api/authtokens', { headers: as(denis) }))).toEqual(noObject);
    for (const json of [null, [], 'x', 5]) expect(outcome(await send(method, denis, json))).toEqual(noObject);
    const headers = { ...as(denis), 'content-type': 'application/json' };
    const call = (body: string, type = 'application/json'): Promise<TestResponse> =>
      app.call(method, '/api/authtokens', { headers: { ...headers, 'content-type': type }, body });
    expect(outcome(await call('{"token":'))).toEqual(refusal(400, 'The body is not valid JSON'));
    expect(outcome(await call(`"${'x'.repeat(70_000)}"`))).toEqual(refusal(413, 'The body is larger than 64 KB'));
    expect(outcome(await call('token=x', 'text/plain'))).toEqual(refusal(415, 'The body must be application/json'));
  });

  it.each(['PUT', 'DELETE'])('%s asks for the token with 400', async (method) => {
    for (const token of [undefined, null, 5, ['x'], {}]) {
      expect(outcome(await send(method, denis, { token }))).toEqual(refusal(400, 'token must be a string'));
    }
  });

  it.each(['PUT', 'DELETE'])('%s does not know what can be no token', async (method) => {
    for (const token of ['', 'x', 'a\0b', '\ud800', 'ü'.repeat(43), 'A'.repeat(43), 'A'.repeat(50_000)]) {
      expect(outcome(await send(method, denis, { token }))).toEqual(refusal(404, 'Unknown token'));
    }
  });

  it('refuses a wrong method and an unknown path in its own shape', async () => {
    const wrongMethod = await app.call('PATCH', '/api/authtokens');
    expect(outcome(wrongMethod)).toEqual(refusal(405, 'Method Not Allowed'));
    expect(wrongMethod.headers.get('allow')).toBe('DELETE, POST, PUT');
    expect(outcome(await app.call('GET', '/authtokens/nothing'))).toEqual(refusal(404, 'Not Found'));
  });

  it('ignores a body on GET', async () => {
    const headers = { ...as(denis), 'content-type': 'application/json', 'content-length': '9' };
    const status = await new Promise((resolve, reject) => {
      const call = request(`${app.url}/api/authtokens/context/json`, { method: 'GET', headers });
      call.on('response', (answer) => resolve(answer.resume().statusCode)).on('error', reject);
      call.end('not json!');
    });
    expect(status).toBe(200);
  });

  it('lets a context token manage nothing, not even of an admin', async () => {
    const headers = bearer(await make(admin, [ADD, CHANGE]));
    const invalid = refusal(401, 'Invalid or expired token');
    expect(outcome(await app.call('GET', '/api/authtokens/json', { headers }))).toEqual(invalid);
    const json = { userId: admin.id, context: [ADD] };
    expect(outcome(await app.call('POST', '/api/authtokens', { headers, json }))).toEqual(invalid);
    for (const path of ['/admin/users', '/admin/contexts', '/api2/token/timeout']) {
      expect((await app.call('GET', path, { headers })).status).toBe(401);
    }
    expect((await app.call('DELETE', '/api2/tokens', { headers })).status).toBe(401);
    expect((await app.call('POST', '/oauth2/introspect', { headers, json: { token: 'x' } })).status).toBe(401);
  });
});
