import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { basic, bearer, TestApp, type TestResponse, type TestUser } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

const SEEDED = [
  { code: 1, name: 'AddCommentToChangeRequest', description: null },
  { code: 2, name: 'ChangeStateOfChangeRequest', description: null },
];

let database: TestDatabase;
let app: TestApp;
let admin: TestUser;
let denis: TestUser;

const as = (user: TestUser): Record<string, string> => basic(user.username, user.password);
const call = (method: string, path: string, json?: unknown): Promise<TestResponse> =>
  app.call(method, path, { headers: as(admin), json });
const outcome = ({ status, body }: TestResponse): unknown[] => [status, body];

function problem(status: number, title: string, code: string, detail: string, more: object = {}): unknown[] {
  return [status, { type: 'about:blank', title, status, detail, code, ...more }];
}

function badField(field: string, message: string): unknown[] {
  return problem(400, 'Bad Request', 'invalid_request', message, { fields: [{ field, message }] });
}

const NAME = 'name must be 1 to 100 letters, digits, dots, underscores, hyphens and colons';
const unknown = problem(404, 'Not Found', 'context_not_found', 'There is no context of this code');

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  admin = await app.createUser('admin', 'admin');
  denis = await app.createUser('denis');
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

describe('the catalogue', () => {
  it('begins with the two contexts of the document', async () => {
    expect(outcome(await call('GET', '/admin/contexts'))).toEqual([200, { contexts: SEEDED }]);
  });

  it('is shown in the order of the codes to any caller of the family', async () => {
    for (const path of ['/api/authtokens/context/json', '/authtokens/context/json']) {
      const answer = await app.call('GET', path, { headers: as(denis) });
      expect(answer.status).toBe(200);
      expect(answer.text).toBe(
        '{"list":[{"code":1,"name":"AddCommentToChangeRequest"},{"code":2,"name":"ChangeStateOfChangeRequest"}]}',
      );
      expect((await app.call('GET', path)).status).toBe(401);
    }
  });

  it('is changed by admins alone', async () => {
    for (const [method, path] of [
      ['GET', ''],
      ['POST', ''],
      ['PATCH', '/1'],
      ['DELETE', '/1'],
    ]) {
      const answer = await app.call(method!, `/admin/contexts${path}`, {
        headers: as(denis),
        json: method === 'GET' ? undefined : {},
      });
      const required = method === 'GET' ? 'Role admin or auditor required' : 'Role admin required';
      expect(outcome(answer)).toEqual(problem(403, 'Forbidden', 'role_required', required));
      expect((await app.call(method!, `/admin/contexts${path}`)).status).toBe(401);
    }
  });
});

describe('POST /admin/contexts', () => {
  it('adds a context, and tokens can be made for it at once', async () => {
    const context = { code: 17, name: 'CloseChangeRequest', description: 'Closes one.' };
    expect(outcome(await call('POST', '/admin/contexts', context))).toEqual([201, context]);
    const json = { userId: denis.id, context: ['CloseChangeRequest'] };
    expect((await app.call('POST', '/api/authtokens', { headers: as(denis), json })).status).toBe(201);
    expect(outcome(await call('GET', '/admin/contexts'))).toEqual([200, { contexts: [...SEEDED, context] }]);
  });

  it('needs no description', async () => {
    const answer = await call('POST', '/admin/contexts', { code: 2 ** 31 - 1, name: 'a-Z_0.9:' });
    expect(outcome(answer)).toEqual([201, { code: 2 ** 31 - 1, name: 'a-Z_0.9:', description: null }]);
  });

  it('refuses a code or a name that is taken with 409, and of two at once gives it to one', async () => {
    const taken = problem(409, 'Conflict', 'context_taken', 'There is a context of this code or name already');
    expect(outcome(await call('POST', '/admin/contexts', { code: 1, name: 'Other' }))).toEqual(taken);
    expect(outcome(await call('POST', '/admin/contexts', { code: 99, name: SEEDED[0]!.name }))).toEqual(taken);
    const answers = await Promise.all([31, 32].map((code) => call('POST', '/admin/contexts', { code, name: 'Race' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it.each([
    [{ name: 'x' }, 'code', 'code must be an integer number'],
    [{ code: '5', name: 'x' }, 'code', 'code must be an integer number'],
    [{ code: 0, name: 'x' }, 'code', 'code must not be less than 1'],
    [{ code: 2 ** 31, name: 'x' }, 'code', 'code must not be greater than 2147483647'],
    [{ code: 5 }, 'name', 'name must be a string'],
    [{ code: 5, name: '' }, 'name', NAME],
    [{ code: 5, name: 'two words' }, 'name', NAME],
    [{ code: 5, name: 'a"b' }, 'name', NAME],
    [{ code: 5, name: 'a\0' }, 'name', NAME],
    ...['*', 'a*', '!', 'a,b', 'a/b', 'a(b)', 'a~b', 'a+b'].map((name) => [{ code: 5, name }, 'name', NAME] as const),
    [{ code: 5, name: 'é' }, 'name', NAME],
    [{ code: 5, name: 'x\n' }, 'name', NAME],
    [{ code: 5, name: 'x'.repeat(101) }, 'name', NAME],
    [{ code: 5, name: 'x', description: 5 }, 'description', 'description must be a string'],
    [{ code: 5, name: 'x', description: '\0' }, 'description', 'description must hold no control characters'],
  ])('refuses %j with 400', async (json, field, message) => {
    expect(outcome(await call('POST', '/admin/contexts', json))).toEqual(badField(field, message));
  });
});

describe('PATCH /admin/contexts/:code', () => {
  it('renames and describes, and tokens stay valid for it under its new name', async () => {
    await call('POST', '/admin/contexts', { code: 40, name: 'Before' });
    const made = await app.call('POST', '/api/authtokens', {
      headers: as(denis),
      json: { userId: denis.id, contextAsCodesArray: [40] },
    });
    const { token } = made.body as { token: string };
    const after = { code: 40, name: 'After', description: 'Renamed' };
    const answer = await call('PATCH', '/admin/contexts/40', { name: 'After', description: 'Renamed', code: 41 });
    expect(outcome(answer)).toEqual([200, after]);
    const verdicts = await Promise.all(
      ['Before', 'After'].map((name) => app.call('GET', `/auth/verify?context=${name}`, { headers: bearer(token) })),
    );
    expect(verdicts.map(({ status }) => status)).toEqual([403, 200]);
    expect(outcome(await call('PATCH', '/admin/contexts/40', { description: null }))).toEqual([
      200,
      { ...after, description: null },
    ]);
    expect(outcome(await call('PATCH', '/admin/contexts/40', {}))).toEqual([200, { ...after, description: null }]);
  });

  it('refuses a name that stands for any context, as when it is added', async () => {
    expect(outcome(await call('PATCH', '/admin/contexts/2', { name: '*' }))).toEqual(badField('name', NAME));
  });

  it('refuses the name of another with 409', async () => {
    const taken = problem(409, 'Conflict', 'context_taken', 'There is a context of this name already');
    expect(outcome(await call('PATCH', '/admin/contexts/2', { name: SEEDED[0]!.name }))).toEqual(taken);
    const answers = await Promise.all([1, 2].map((code) => call('PATCH', `/admin/contexts/${code}`, { name: 'Both' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const renamed = answers[0]!.status === 200 ? 0 : 1;
    await call('PATCH', `/admin/contexts/${renamed + 1}`, { name: SEEDED[renamed]!.name });
  });

  it.each(['99', '0', '-1', 'x', '1.5', '99999999999', '%00', '1%20'])('does not know %s', async (code) => {
    expect(outcome(await call('PATCH', `/admin/contexts/${code}`, { name: 'x' }))).toEqual(unknown);
    expect(outcome(await call('DELETE', `/admin/contexts/${code}`))).toEqual(unknown);
  });
});

describe('DELETE /admin/contexts/:code', () => {
  it('refuses while tokens are good for it, with their number, and no longer once they have ended', async () => {
    await call('POST', '/admin/contexts', { code: 50, name: 'InUse' });
    const json = { userId: denis.id, contextAsCodesArray: [50, 1] };
    const tokens: string[] = [];
    for (let i = 0; i < 3; i++) {
      const { body } = await app.call('POST', '/api/authtokens', { headers: as(denis), json });
      tokens.push((body as { token: string }).token);
    }
    const inUse = (tokens: number, detail: string): unknown[] =>
      problem(409, 'Conflict', 'context_in_use', detail, { tokens });
    const remove = (): Promise<TestResponse> => call('DELETE', '/admin/contexts/50');
    expect(outcome(await remove())).toEqual(inUse(3, '3 tokens are good for this context'));
    await call('DELETE', '/api/authtokens', { token: tokens[0] });
    await call('PUT', '/api/authtokens', { token: tokens[1], contextAsCodesArray: [1] });
    expect(outcome(await remove())).toEqual(inUse(1, '1 token is good for this context'));
    await call('POST', `/admin/users/${denis.id}/revoke-tokens`);
    expect((await remove()).status).toBe(204);
    expect(outcome(await remove())).toEqual(unknown);
  });

  it('and making a token for it at once: one of them is refused', async () => {
    for (let round = 0; round < 10; round++) {
      await call('POST', '/admin/contexts', { code: 60, name: 'Contested' });
      const json = { userId: denis.id, context: ['Contested'] };
      const [removed, made] = await Promise.all([
        call('DELETE', '/admin/contexts/60'),
        app.call('POST', '/api/authtokens', { headers: as(denis), json }),
      ]);
      expect([
        [204, 400],
        [409, 201],
      ]).toContainEqual([removed.status, made.status]);
      await call('POST', `/admin/users/${denis.id}/revoke-tokens`);
      if (removed.status === 409) await call('DELETE', '/admin/contexts/60');
    }
  });
});
