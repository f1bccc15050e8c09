import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PreparedStatements } from '../../../src/database/prepared-statements.js';
import { basic, bearer, TestApp, type TestResponse, type TestUser } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

const PATH = '/api/v1alpha/token';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const unknown = { message: 'Token does not exist, make sure to enter correct token id' };
const taken = { message: 'Token description already exists or is blank' };

let database: TestDatabase;
let app: TestApp;
let admin: TestUser;
let users = 0;

interface Made {
  readonly id: string;
  readonly token: string;
}

const as = ({ username, password }: TestUser): { headers: Record<string, string> } => ({
  headers: basic(username, password),
});

function post(user: TestUser, description: unknown, life: unknown): Promise<TestResponse> {
  const json = { jwt_token_description: description, jwt_token_life: life };
  return app.call('POST', PATH, { ...as(user), json });
}

async function make(user: TestUser, description: string, life = '6 hours'): Promise<Made> {
  const { status, body } = await post(user, description, life);
  expect(status).toBe(201);
  const { jwt_token_id: id, jwt_token: token } = body as { jwt_token_id: string; jwt_token: string };
  return { id, token };
}

const newUser = (): Promise<TestUser> => app.createUser(`user${++users}`);

function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as Record<string, unknown>;
}

async function isAccepted(token: string): Promise<boolean> {
  return (await app.call('GET', '/api2/token/timeout', { headers: bearer(token) })).status !== 401;
}

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  admin = await app.createUser('admin', 'admin');
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

describe('POST', () => {
  it('responds with the new token alone, in the order of the document, with 201', async () => {
    const user = await newUser();
    await make(user, 'Token alpha');
    const answer = await post(user, 'Token specter', '6 hours');
    const { jwt_token_id: id, jwt_token: token } = answer.body as { jwt_token_id: string; jwt_token: string };
    expect(answer.status).toBe(201);
    expect(id).toMatch(UUID);
    expect(answer.text).toBe(
      `{"message":"Token generated","jwt_token_id":"${id}","jwt_token":"${token}",` +
        `"jwt_token_description":"Token specter","jwt_token_life":21600}`,
    );
  });

  it('signs the documented claims and what verification needs', async () => {
    const user = await newUser();
    const { id, token } = await make(user, 'Token specter');
    const now = app.clock.now().getTime() / 1000;
    expect(claimsOf(token)).toEqual({
      username: user.username,
      jwt_token_id: id,
      jwt_token_description: 'Token specter',
      iss: 'http://tessera.test',
      sub: String(user.id),
      role: 'viewer',
      token_use: 'v1alpha',
      jti: id,
      iat: now,
      nbf: now,
      exp: now + 21_600,
      status: { status_list: { idx: expect.any(Number), uri: 'http://tessera.test/status-lists/0' } },
    });
  });

  it('counts a lifetime with a fraction to the end of its last second', async () => {
    const { body } = await post(await newUser(), 'short', '1.75 s');
    const { jwt_token: token, jwt_token_life: life } = body as { jwt_token: string; jwt_token_life: number };
    const { exp, iat } = claimsOf(token) as { exp: number; iat: number };
    expect([life, exp - iat]).toEqual([1.75, 2]);
  });

  it('keeps no text of the token', async () => {
    const { id, token } = await make(await newUser(), 'secret');
    const rows = await database.query('SELECT t, k FROM tokens t JOIN api_keys k USING (id) WHERE id = $1', [id]);
    expect(JSON.stringify(rows)).not.toContain(token.split('.')[2]);
  });

  it('takes any text as a description, up to 255 characters', async () => {
    const user = await newUser();
    for (const description of [
      'ä'.repeat(255),
      '😀'.repeat(255),
      ' padded ',
      '"\\',
      'constructor',
      '<b>',
      'a\tb\nc\r\nd',
    ]) {
      const { id } = await make(user, description);
      const { body } = await app.call('GET', `${PATH}/${id}`, as(user));
      expect(body).toMatchObject({ jwt_token_description: description });
    }
    await expect(make(user, '\\"'.repeat(127), '3650 days').then(({ token }) => isAccepted(token))).resolves.toBe(true);
  });

  it.each(['', ' ', ' '.repeat(255), '\t\n', '\u00a0\u2003'])(
    'refuses the blank description %j',
    async (description) => {
      const answer = await post(admin, description, '6 hours');
      expect([answer.status, answer.body]).toEqual([400, taken]);
    },
  );

  it('refuses a description that the user has already, be its token expired, but not that of another', async () => {
    const [user, other] = [await newUser(), await newUser()];
    await make(user, 'same', '10 s');
    app.clock.advanceSeconds(11);
    const answer = await post(user, 'same', '6 hours');
    expect([answer.status, answer.body]).toEqual([400, taken]);
    await make(user, 'Same');
    await make(other, 'same');
  });

  it('gives one of two calls at once the description', async () => {
    const user = await newUser();
    for (let round = 0; round < 10; round++) {
      const answers = await Promise.all([1, 2, 3].map(() => post(user, `race ${round}`, '6 hours')));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400]);
      for (const { status, body } of answers) if (status === 400) expect(body).toEqual(taken);
    }
    const rows = await database.query('SELECT FROM tokens WHERE user_id = $1', [user.id]);
    expect(rows).toHaveLength(10);
  });

  const life = expect.stringMatching(/^jwt_token_life is wrong\. .*"30 days".*"1h30m".*"4:13:02".*at most 10 years/);
  const lifeType = 'jwt_token_life must be a string such as "6 hours"';
  const control = 'jwt_token_description must hold no control characters but tabs and newlines';
  const long = 'jwt_token_description must be at most 255 characters';
  const text = 'jwt_token_description must be a string';
  it.each(
    [
      [{ jwt_token_description: 'a' }, lifeType],
      [{ jwt_token_life: '6 hours' }, text],
      [{}, `${text}; ${lifeType}`],
      [{ jwt_token_description: 5, jwt_token_life: '6 hours' }, text],
      [{ jwt_token_description: null, jwt_token_life: '6 hours' }, text],
      [{ jwt_token_description: ['a'], jwt_token_life: '6 hours' }, text],
      [{ jwt_token_description: 'a', jwt_token_life: 360 }, lifeType],
      [{ jwt_token_description: 'a', jwt_token_life: ['6 hours'] }, lifeType],
      [{ jwt_token_description: 'a'.repeat(256), jwt_token_life: '6 hours' }, long],
      [{ jwt_token_description: '\ufe0f\ufe0e'.repeat(5_000), jwt_token_life: '6 hours' }, long],
      [{ jwt_token_description: 'a\0b', jwt_token_life: '6 hours' }, control],
      [{ jwt_token_description: 'a\x0bb', jwt_token_life: '6 hours' }, control],
      [{ jwt_token_description: '\ta\x1b[0m', jwt_token_life: '6 hours' }, control],
      [{ jwt_token_description: 'a\ud800', jwt_token_life: '6 hours' }, control],
      [{ jwt_token_description: 'a', jwt_token_life: '' }, life],
      [{ jwt_token_description: 'a', jwt_token_life: '90' }, life],
      [{ jwt_token_description: 'a', jwt_token_life: '1 month' }, life],
      [{ jwt_token_description: 'a', jwt_token_life: '0 hours' }, life],
      [{ jwt_token_description: 'a', jwt_token_life: '-6 hours' }, life],
      [{ jwt_token_description: 'a', jwt_token_life: '3651 days' }, life],
      [{ jwt_token_description: 'a', jwt_token_life: '6\0hours' }, life],
      [{ jwt_token_description: 'a', jwt_token_life: `1${' '.repeat(60_000)}x` }, life],
      [[], 'The body must be a JSON object'],
      ['6 hours', 'The body must be a JSON object'],
      [null, 'The body must be a JSON object'],
    ].map(([json, message]) => ({ name: JSON.stringify(json).slice(0, 80), json, message })),
  )('refuses the body $name with 400 and says why', async ({ json, message }) => {
    const answer = await app.call('POST', PATH, { ...as(admin), json });
    expect([answer.status, answer.body]).toEqual([400, { message }]);
  });

  it.each([
    ['no JSON', '{"jwt_token', 'application/json', 400, 'The body is not valid JSON'],
    ['no body', '', 'application/json', 400, 'The body must be a JSON object'],
    ['a form', 'a=b', 'application/x-www-form-urlencoded', 415, 'The body must be application/json'],
    ['10 MB', ' '.repeat(10 * 2 ** 20), 'application/json', 413, 'The body is larger than 64 KB'],
  ])('refuses %s', async (_, body, type, status, message) => {
    const headers = { ...as(admin).headers, 'content-type': type };
    const answer = await app.call('POST', PATH, { headers, body });
    expect([answer.status, answer.body]).toEqual([status, { message }]);
  });
});

describe('GET', () => {
  it('lists every token of the caller by its id, in the order of their making', async () => {
    const [user, other] = [await newUser(), await newUser()];
    await make(other, 'not theirs');
    const [first, second] = [await make(user, 'Token beta', '90 minutes'), await make(user, 'Token alpha', '360 s')];
    app.clock.advanceSeconds(4.853);
    const { status, text } = await app.call('GET', PATH, as(user));
    expect(status).toBe(200);
    expect(text).toBe(
      `{"message":"Tokens exists","jwt_tokens":{` +
        `"${first.id}":{"jwt_token_description":"Token beta","jwt_token_life":5400,"jwt_token_remaining_life":5395.147},` +
        `"${second.id}":{"jwt_token_description":"Token alpha","jwt_token_life":360,"jwt_token_remaining_life":355.147}}}`,
    );
    app.clock.advanceSeconds(0.147);
  });

  it('goes on listing an expired token, with nothing left of its lifetime', async () => {
    const user = await newUser();
    const { id } = await make(user, 'old', '5 s');
    app.clock.advanceSeconds(3600);
    expect((await app.call('GET', PATH, as(user))).body).toEqual({
      message: 'Tokens exists',
      jwt_tokens: { [id]: { jwt_token_description: 'old', jwt_token_life: 5, jwt_token_remaining_life: 0 } },
    });
  });

  it('is 404 where there is no token at all', async () => {
    const { status, body } = await app.call('GET', PATH, as(await newUser()));
    expect([status, body]).toEqual([404, { message: 'Tokens does not exist' }]);
  });
});

describe('GET of one', () => {
  it('tells how long it lives and how long it still will, and whether it does', async () => {
    const user = await newUser();
    const { id, token } = await make(user, 'Token alpha', '360 s');
    const get = async (): Promise<string> => (await app.call('GET', `${PATH}/${id}`, as(user))).text;
    const details = (remaining: number, status: string): string =>
      `{"message":"Tokens exists","jwt_token_description":"Token alpha","jwt_token_life":360,` +
      `"jwt_token_life_remaining":${remaining},"expiry_status":"${status}"}`;
    app.clock.advanceSeconds(127.805);
    expect(await get()).toBe(details(232.195, 'Valid'));
    app.clock.advanceSeconds(232.194);
    expect(await get()).toBe(details(0.001, 'Valid'));
    expect(await isAccepted(token)).toBe(true);
    app.clock.advanceSeconds(0.001);
    expect(await get()).toBe(details(0, 'Expired'));
    expect(await isAccepted(token)).toBe(false);
  });

  it('asks the database once for a token that works', async () => {
    const user = await newUser();
    const { id } = await make(user, 'often');
    const queries = jest.spyOn(app.get(PreparedStatements), 'run');
    for (let round = 0; round < 3; round++) await app.call('GET', `${PATH}/${id}`, as(user));
    expect(queries.mock.calls.map(([{ name }]) => name)).toEqual(['find_api_key']);
    queries.mockRestore();
  });

  it('never tells of more rest than the lifetime', async () => {
    const user = await newUser();
    const { id } = await make(user, 'fraction', '1.25 s');
    expect((await app.call('GET', `${PATH}/${id}`, as(user))).body).toMatchObject({ jwt_token_life_remaining: 1.25 });
  });

  it('shows a token that an admin ended as expired', async () => {
    const user = await newUser();
    const { id, token } = await make(user, 'ended');
    expect((await app.call('GET', `${PATH}/${id}`, as(user))).body).toMatchObject({ expiry_status: 'Valid' });
    await app.call('POST', `/admin/users/${user.id}/revoke-tokens`, as(admin));
    expect(await isAccepted(token)).toBe(false);
    expect((await app.call('GET', `${PATH}/${id}`, as(user))).body).toEqual({
      message: 'Tokens exists',
      jwt_token_description: 'ended',
      jwt_token_life: 21_600,
      jwt_token_life_remaining: 0,
      expiry_status: 'Expired',
    });
  });
});

describe('DELETE of one', () => {
  it('ends the token at once, removes it from the list and frees its description', async () => {
    const user = await newUser();
    const [gone, stays] = [await make(user, 'gone'), await make(user, 'stays')];
    expect((await app.call('GET', `${PATH}/${gone.id}`, as(user))).status).toBe(200);
    expect(await isAccepted(gone.token)).toBe(true);
    const answer = await app.call('DELETE', `${PATH}/${gone.id}`, as(user));
    expect([answer.status, answer.body]).toEqual([200, { message: 'Token deleted' }]);
    expect((await app.call('GET', `${PATH}/${gone.id}`, as(user))).body).toEqual(unknown);
    expect([await isAccepted(gone.token), await isAccepted(stays.token)]).toEqual([false, true]);
    const { body } = await app.call('GET', PATH, as(user));
    expect(Object.keys((body as { jwt_tokens: object }).jwt_tokens)).toEqual([stays.id]);
    await make(user, 'gone');
  });

  it('deletes an expired token, and the list is 404 when it was the last', async () => {
    const user = await newUser();
    const { id } = await make(user, 'old', '5 s');
    app.clock.advanceSeconds(10);
    expect((await app.call('DELETE', `${PATH}/${id}`, as(user))).status).toBe(200);
    expect((await app.call('GET', PATH, as(user))).status).toBe(404);
  });

  it('says to one of two calls at once that it deleted', async () => {
    const user = await newUser();
    for (let round = 0; round < 10; round++) {
      const { id } = await make(user, `race ${round}`);
      const answers = await Promise.all([1, 2, 3].map(() => app.call('DELETE', `${PATH}/${id}`, as(user))));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404]);
    }
  });
});

describe('a token of somebody else', () => {
  it.each(['GET', 'DELETE'])('looks to %s like one that never was, for an admin too', async (method) => {
    const [owner, other] = [await newUser(), await newUser()];
    const { id, token } = await make(owner, 'private');
    expect((await app.call('GET', `${PATH}/${id}`, as(owner))).status).toBe(200);
    const deleted = await make(other, 'deleted');
    await app.call('DELETE', `${PATH}/${deleted.id}`, as(other));
    const strange = ['00000000-0000-7000-8000-000000000000', 'x', '1', `${id}0`, id.replaceAll('-', ''), `{${id}}`];
    strange.push('%00', '%F0%9F%98%80', "'%20OR%201=1", '..%2f', 'a'.repeat(5_000), 'constructor');
    for (const path of [id, deleted.id, ...strange]) {
      for (const caller of [other, admin]) {
        const answer = await app.call(method, `${PATH}/${path}`, as(caller));
        expect([path, answer.status, answer.body]).toEqual([path, 404, unknown]);
      }
    }
    expect(await isAccepted(token)).toBe(true);
  });
});
