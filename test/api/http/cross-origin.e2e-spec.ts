import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PASSWORD, TestApp, type TestResponse } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

const PAGE = 'https://app.example.com';
const STRANGER = 'https://app.example.com.evil.example';
const EXPOSED = 'Retry-After, WWW-Authenticate, X-Request-Id';
/** What lets every page read a response, without credentials. */
const ANYONE = { 'access-control-allow-origin': '*', 'access-control-expose-headers': EXPOSED };
const NAMED = { 'access-control-allow-origin': PAGE, 'access-control-expose-headers': EXPOSED, vary: 'Origin' };
const PREFLIGHT = {
  'access-control-allow-headers': 'authorization,content-type',
  'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
  'access-control-max-age': '600',
  'content-length': '0',
  vary: 'Origin, Access-Control-Request-Headers',
};
const COMMON = {
  'cache-control': 'no-store',
  connection: 'keep-alive',
  date: expect.any(String),
  'keep-alive': 'timeout=65',
  'x-content-type-options': 'nosniff',
  'x-request-id': expect.any(String),
};
const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8', 'content-length': expect.any(String) };
const PROBLEM = { ...JSON_TYPE, 'content-type': 'application/problem+json; charset=utf-8' };

let database: TestDatabase;
/** As it is without a setting. */
let closed: TestApp;
/** With PAGE among CORS_ORIGINS. */
let named: TestApp;

beforeAll(async () => {
  database = await createTestDatabase();
  closed = await TestApp.start(database.url);
  const env = { CORS_ORIGINS: `http://localhost:5173, ${PAGE}` };
  named = await TestApp.start(database.url, { env, clock: closed.clock });
  await closed.createUser('denis');
});

afterAll(async () => {
  await closed.close();
  await named.close();
  await database.drop();
});

/** As a browser calls for a page of `origin`. */
function call(app: TestApp, method: string, path: string, origin = PAGE, json?: unknown): Promise<TestResponse> {
  return app.call(method, path, { headers: { origin }, json });
}

/** As a browser asks before it calls `method`. */
function ask(app: TestApp, method: string, path: string, origin = PAGE): Promise<TestResponse> {
  return app.call('OPTIONS', path, {
    headers: {
      origin,
      'access-control-request-method': method,
      'access-control-request-headers': 'authorization,content-type',
    },
  });
}

function seen({ status, headers }: TestResponse): [number, Record<string, string>] {
  return [status, Object.fromEntries(headers)];
}

describe('v1', () => {
  it('responds to a preflight of any page, whatever CORS_ORIGINS says', async () => {
    for (const app of [closed, named]) {
      const response = await ask(app, 'POST', '/v1/login', STRANGER);
      expect(seen(response)).toEqual([204, { ...COMMON, ...ANYONE, ...PREFLIGHT }]);
    }
  });

  it('lets any page read the tokens', async () => {
    const response = await call(closed, 'POST', '/v1/login', STRANGER, { username: 'denis', password: PASSWORD });
    expect(seen(response)).toEqual([200, { ...COMMON, ...ANYONE, ...JSON_TYPE }]);
  });

  it('sends the same to a caller without an origin, since a cache may keep it for a page', async () => {
    const response = await closed.call('POST', '/v1/login', { json: { username: 'denis', password: PASSWORD } });
    expect(seen(response)).toEqual([200, { ...COMMON, ...ANYONE, ...JSON_TYPE }]);
  });

  it.each([
    ['a wrong password', 401, 'POST', '/v1/login', { username: 'nobody', password: 'x' }],
    ['a missing field', 422, 'POST', '/v1/login', {}],
    ['an unknown path', 404, 'GET', '/v1/nothing', undefined],
    ['the prefix alone', 404, 'GET', '/v1', undefined],
    ['an OPTIONS request that is no preflight', 404, 'OPTIONS', '/v1/nothing', undefined],
    ['a path that is no valid URL', 404, 'GET', '/v1/%zz', undefined],
    ['a body that is too large', 413, 'POST', '/v1/login', { username: 'x'.repeat(65 * 1024) }],
  ])('lets any page read the response to %s', async (_, status, method, path, json) => {
    const response = await call(closed, method, path, STRANGER, json);
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([status, '*']);
    expect(response.headers.get('access-control-expose-headers')).toBe(EXPOSED);
  });

  it('lets any page read that the database is not reached', async () => {
    const own = await createTestDatabase();
    const app = await TestApp.start(own.url);
    await own.drop();
    const response = await call(app, 'POST', '/v1/login', STRANGER, { username: 'denis', password: PASSWORD });
    await app.close();
    expect(seen(response)).toEqual([503, { ...COMMON, ...ANYONE, ...JSON_TYPE, 'retry-after': '1' }]);
  });
});

describe('the public documents', () => {
  it.each([
    ['/.well-known/jwks.json', 'public, max-age=300', 'application/json; charset=utf-8'],
    ['/.well-known/oauth-authorization-server', 'no-store', 'application/json; charset=utf-8'],
    ['/status-lists/0', 'public, no-cache', 'application/statuslist+jwt'],
  ])('%s is for any page, and a cache keeps one copy for all of them', async (path, cacheControl, type) => {
    const { status, headers } = await call(named, 'GET', path, STRANGER);
    const { etag, ...others } = Object.fromEntries(headers);
    expect([status, others, etag !== undefined]).toEqual([
      200,
      {
        ...COMMON,
        ...ANYONE,
        'cache-control': cacheControl,
        'content-type': type,
        'content-length': expect.any(String),
      },
      cacheControl !== 'no-store',
    ]);
    expect(seen(await ask(named, 'GET', path, STRANGER))).toEqual([204, { ...COMMON, ...ANYONE, ...PREFLIGHT }]);
  });

  it('lets any page follow the revocations', async () => {
    const { 'keep-alive': _, ...common } = COMMON;
    const abort = new AbortController();
    const { status, headers } = await fetch(`${closed.url}/revocations/events`, {
      headers: { origin: STRANGER },
      signal: abort.signal,
    });
    abort.abort();
    expect([status, Object.fromEntries(headers)]).toEqual([
      200,
      {
        ...common,
        ...ANYONE,
        connection: 'close',
        'content-type': 'text/event-stream',
        'transfer-encoding': 'chunked',
        'x-accel-buffering': 'no',
      },
    ]);
  });

  it('lets any page read that there is no such list', async () => {
    const response = await call(closed, 'GET', '/status-lists/1000', STRANGER);
    expect(seen(response)).toEqual([404, { ...COMMON, ...ANYONE, ...PROBLEM }]);
  });
});

describe('every other path', () => {
  const PATHS = ['/api2/tokens', '/api/v1alpha/token', '/api/authtokens', '/oauth2/introspect', '/admin/users', '/x'];

  it.each(PATHS)('%s is for no page without CORS_ORIGINS', async (path) => {
    const plain = await closed.call('GET', path);
    const fromPage = await call(closed, 'GET', path);
    expect(Object.keys(Object.fromEntries(fromPage.headers))).toEqual(Object.keys(Object.fromEntries(plain.headers)));
    const preflight = await ask(closed, 'GET', path);
    expect([404, 405]).toContain(preflight.status);
    expect(Object.keys(Object.fromEntries(preflight.headers)).filter((name) => /^access/.test(name))).toEqual([]);
  });

  it('/api2/tokens is for the pages that CORS_ORIGINS names', async () => {
    expect(seen(await ask(named, 'DELETE', '/api2/tokens'))).toEqual([204, { ...COMMON, ...NAMED, ...PREFLIGHT }]);
    const response = await call(named, 'POST', '/api2/tokens', PAGE, { username: 'denis', password: PASSWORD });
    expect(seen(response)).toEqual([200, { ...COMMON, ...NAMED, ...JSON_TYPE }]);
  });

  it('/admin/users tells the pages that CORS_ORIGINS names which credentials it takes', async () => {
    expect(seen(await call(named, 'GET', '/admin/users'))).toEqual([
      401,
      { ...COMMON, ...NAMED, ...PROBLEM, 'www-authenticate': expect.stringContaining('Bearer') },
    ]);
  });

  it.each([STRANGER, 'null', 'http://app.example.com', PAGE.toUpperCase(), `${PAGE}/`])(
    '/api2/tokens is not for a page of %s',
    async (origin) => {
      const response = await call(named, 'POST', '/api2/tokens', origin, { username: 'denis', password: PASSWORD });
      expect(seen(response)).toEqual([200, { ...COMMON, ...JSON_TYPE }]);
      const { status, headers } = await ask(named, 'POST', '/api2/tokens', origin);
      expect([status, headers.get('access-control-allow-origin')]).toEqual([405, null]);
    },
  );
});
