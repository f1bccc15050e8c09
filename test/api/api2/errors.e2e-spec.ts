import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bearer, TestApp } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

const JSON_TYPE = { 'content-type': 'application/json' };

let database: TestDatabase;
let app: TestApp;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

describe('a request that no handler of api2 sees', () => {
  it.each<
    [string, string, string, { headers?: Record<string, string>; body?: string | Buffer }, number, string, string]
  >([
    [
      'bad JSON',
      'POST',
      '/api2/tokens',
      { headers: JSON_TYPE, body: '{"username":' },
      400,
      'Bad Request',
      'The body is not valid JSON',
    ],
    [
      'no UTF-8',
      'POST',
      '/api2/tokens',
      { headers: JSON_TYPE, body: Buffer.from('{"username":"\xff"}', 'latin1') },
      400,
      'Bad Request',
      'The body is not valid JSON',
    ],
    ['an escaped path', 'GET', '/%61pi2/unknown', {}, 404, 'Not Found', 'Not Found'],
    ['a long path', 'GET', `/api2/${'a'.repeat(200)}`, {}, 404, 'Not Found', 'Not Found'],
    ['no body', 'POST', '/api2/tokens', {}, 400, 'Bad Request', 'The body must be a JSON object'],
    [
      'an empty body',
      'POST',
      '/api2/tokens',
      { headers: JSON_TYPE, body: '' },
      400,
      'Bad Request',
      'The body must be a JSON object',
    ],
    [
      'a form',
      'POST',
      '/api2/tokens',
      { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'username=a&password=b' },
      400,
      'Bad Request',
      'The body is not valid JSON',
    ],
    [
      '10 MB',
      'POST',
      '/api2/tokens',
      { headers: JSON_TYPE, body: `{"username":"${'a'.repeat(10_000_000)}"}` },
      413,
      'Payload Too Large',
      'The body is larger than 64 KB',
    ],
    ['an unknown path', 'GET', '/api2/unknown', {}, 404, 'Not Found', 'Not Found'],
    ['the prefix itself', 'GET', '/api2', {}, 404, 'Not Found', 'Not Found'],
    ['a broken path', 'GET', '/api2/%zz', {}, 404, 'Not Found', 'The path is not a valid URL'],
    ['another case', 'POST', '/api2/Tokens', { headers: JSON_TYPE, body: '{}' }, 404, 'Not Found', 'Not Found'],
    ['a wrong method', 'GET', '/api2/tokens', {}, 405, 'Method Not Allowed', 'Method Not Allowed'],
    ['a wrong method', 'PATCH', '/api2/token/timeout', {}, 405, 'Method Not Allowed', 'Method Not Allowed'],
  ])('%s: %s %s gets an error in the shape of api2', async (_, method, path, call, statusCode, error, message) => {
    const answer = await app.call(method, path, call);
    expect(answer.status).toBe(statusCode);
    expect(answer.text).toBe(JSON.stringify({ statusCode, error, message }));
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is told by 405 which methods there are', async () => {
    expect((await app.call('GET', '/api2/tokens')).headers.get('allow')).toBe('DELETE, POST');
    expect((await app.call('POST', '/api2/token/timeout')).headers.get('allow')).toBe('GET, HEAD, PUT');
  });

  it('outside of every family gets a problem', async () => {
    const answer = await app.call('GET', '/api2x');
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect([answer.status, answer.body]).toEqual([
      404,
      { type: 'about:blank', title: 'Not Found', status: 404, detail: 'Not Found', code: 'route_not_found' },
    ]);
  });

  it('may be no HTTP at all', async () => {
    const { hostname, port } = new URL(app.url);
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), hostname, () => socket.write('nonsense\r\n\r\n'));
      socket.once('data', (data) => resolve(data.toString()));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  });
});

describe('a bad body', () => {
  it.each([
    ['{bad', 'application/json'],
    ['timeout_seconds=600', 'application/x-www-form-urlencoded'],
  ])('is told to those alone who may call: %j', async (body, type) => {
    const headers = { 'content-type': type };
    const put = async (more: Record<string, string>): Promise<number> =>
      (await app.call('PUT', '/api2/token/timeout', { headers: { ...headers, ...more }, body })).status;
    const viewer = bearer(await app.logIn(await app.createUser(`viewer-${type.length}`)));
    const admin = bearer(await app.logIn(await app.createUser(`admin-${type.length}`, 'admin')));
    expect(await put({})).toBe(401);
    expect(await put(viewer)).toBe(403);
    expect(await put(admin)).toBe(400);
    const { body: answer } = await app.call('DELETE', '/api2/tokens', { headers, body });
    expect(answer).toEqual({ statusCode: 400, error: 'Bad Request', message: 'Authorization header is required' });
  });
});

describe('when the database does not respond', () => {
  it('says so with 503 and nothing of the cause', async () => {
    const other = await createTestDatabase();
    const orphan = await TestApp.start(other.url);
    await other.drop();
    const json = { username: 'denis', password: 'Qwerty123' };
    const answer = await orphan.call('POST', '/api2/tokens', { json });
    expect([answer.status, answer.body]).toEqual([
      503,
      { statusCode: 503, error: 'Service Unavailable', message: 'The service is not available at the moment' },
    ]);
    expect(answer.headers.get('retry-after')).toBe('1');
    await orphan.close();
  });
});
