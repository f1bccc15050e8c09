import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RawConnection } from '../../support/raw-http.js';
import { basic, bearer, PASSWORD, TestApp } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

let database: TestDatabase;
let app: TestApp;
let admin: Record<string, string>;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  admin = bearer(await app.logIn(await app.createUser('root', 'admin')));
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

describe('a body of api2', () => {
  const login = JSON.stringify({ username: 'root', password: PASSWORD });

  it.each([
    'application/x-www-form-urlencoded',
    'text/plain;charset=UTF-8',
    'application/json',
    'json',
    'application/json, text/plain',
    '',
  ])('is JSON whatever its Content-Type says: %j', async (type) => {
    const headers = { 'content-type': type };
    const answer = await app.call('POST', '/api2/tokens', { headers, body: login });
    expect([answer.status, Object.keys(answer.body as object)]).toEqual([200, ['token', 'role', 'id', 'source']]);
    const put = { headers: { ...headers, ...admin }, body: '{"timeout_seconds":86400}' };
    expect((await app.call('PUT', '/api2/token/timeout', put)).status).toBe(200);
  });

  it('is JSON without a Content-Type', async () => {
    const connection = await RawConnection.open(app.url);
    connection.write(`POST /api2/tokens HTTP/1.1\r\nHost: x\r\nContent-Length: ${login.length}\r\n\r\n${login}`);
    expect((await connection.next()).status).toBe(200);
    connection.destroy();
  });
});

/** A call of each family that takes a body, with and without credentials, and where its error's text stands. */
const CALLS: readonly (readonly [string, string, () => Record<string, string>, string])[] = [
  ['POST', '/api/v1alpha/token', () => basic('root', PASSWORD), 'message'],
  ['POST', '/api/authtokens', () => admin, 'message'],
  ['POST', '/oauth2/introspect', () => admin, 'error_description'],
  ['POST', '/admin/users', () => admin, 'detail'],
];

describe.each(CALLS)('%s %s', (method, path, credentials, field) => {
  const json = path.startsWith('/oauth2')
    ? 'application/json or application/x-www-form-urlencoded'
    : 'application/json';
  const textOf = (body: unknown) => (body as Record<string, string>)[field];

  it.each(['json', '', ' ', 'application/json, text/plain', 'application/', '/json', 'a b/c'])(
    'with the Content-Type %j asks for credentials first and then says what it must be',
    async (type) => {
      const call = { headers: { 'content-type': type }, body: '{}' };
      expect((await app.call(method, path, call)).status).toBe(401);
      const answer = await app.call(method, path, { ...call, headers: { ...call.headers, ...credentials() } });
      const message = `The Content-Type header is not a valid media type; it must be ${json}`;
      expect([answer.status, textOf(answer.body)]).toEqual([415, message]);
    },
  );

  it('with a compressed body asks for credentials first and then says that it must not be', async () => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    const body = gzipSync('{}');
    expect((await app.call(method, path, { headers, body })).status).toBe(401);
    const answer = await app.call(method, path, { headers: { ...headers, ...credentials() }, body });
    const message = 'The body must not be compressed: no Content-Encoding but identity is supported';
    expect([answer.status, textOf(answer.body)]).toEqual([415, message]);
  });

  it('takes a body that says that it is not compressed', async () => {
    const headers = { 'content-type': 'Application/JSON; charset=utf-8', 'content-encoding': 'identity' };
    expect((await app.call(method, path, { headers: { ...headers, ...credentials() }, body: '{}' })).status).toBe(400);
  });
});

it('v1 says 422 to a malformed Content-Type and 415 to a compressed body', async () => {
  const malformed = await app.call('POST', '/v1/login', { headers: { 'content-type': 'json' }, body: '{}' });
  expect([malformed.status, malformed.body]).toEqual([
    422,
    {
      message:
        'The Content-Type header is not a valid media type; it must be application/json or application/x-www-form-urlencoded',
      status: 422,
    },
  ]);
  const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
  const compressed = await app.call('POST', '/v1/login', { headers, body: gzipSync('{}') });
  expect([compressed.status, compressed.body]).toEqual([
    415,
    { message: 'The body must not be compressed: no Content-Encoding but identity is supported', status: 415 },
  ]);
});

it('a malformed Content-Type without a body is no fault', async () => {
  const token = await app.logIn(await app.createUser('leaver'));
  const headers = { ...bearer(token), 'content-type': 'json' };
  expect((await app.call('DELETE', '/api2/tokens', { headers })).status).toBe(200);
});
