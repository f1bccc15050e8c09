import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RawConnection, type RawResponse } from '../../support/raw-http.js';
import { TestApp } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

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

async function send(text: string): Promise<RawResponse> {
  const connection = await RawConnection.open(app.url);
  const response = await connection.write(text).next();
  await connection.end().closed;
  return response;
}

/** A path of each family, and the body that its dialect gives an error. */
const SHAPES: Readonly<Record<string, (status: number, phrase: string, message: string, code: string) => object>> = {
  '/api2/tokens': (statusCode, error, message) => ({ statusCode, error, message }),
  '/api/v1alpha/token': (_, __, message) => ({ message }),
  '/authtokens/json': (_, __, message) => ({ success: false, message }),
  '/v1/login': (status, _, message) => ({ message, status }),
  '/oauth2/introspect': (_, __, error_description) => ({ error: 'invalid_request', error_description }),
  '/admin/users': (status, title, detail, code) => ({ type: 'about:blank', title, status, detail, code }),
};
const PATHS = Object.keys(SHAPES);

function expectShape(response: RawResponse, path: string, status: number, [phrase, message, code]: string[]): void {
  expect(response.status).toBe(status);
  expect(JSON.parse(response.text)).toEqual(SHAPES[path]!(status, phrase!, message!, code!));
  expect(response.headers.get('content-type')).toBe(
    path.startsWith('/admin') ? 'application/problem+json; charset=utf-8' : 'application/json; charset=utf-8',
  );
  expect(response.headers.get('x-request-id')).toMatch(UUID);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('connection')).toBe('close');
}

const HEAD = 'HTTP/1.1\r\nHost: x\r\n';
const CASES: readonly [string, (path: string) => string, number, string, string, string][] = [
  [
    'a header that is none',
    (path) => `POST ${path} ${HEAD}no header\r\n\r\n`,
    ...([400, 'Bad Request', 'The request is not valid HTTP', 'malformed_request'] as const),
  ],
  [
    'a length that is no number',
    (path) => `POST ${path} ${HEAD}Content-Length: five\r\n\r\n`,
    ...([400, 'Bad Request', 'The request is not valid HTTP', 'malformed_request'] as const),
  ],
  [
    'two lengths of the body',
    (path) => `POST ${path} ${HEAD}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n`,
    ...([400, 'Bad Request', 'The request is not valid HTTP', 'malformed_request'] as const),
  ],
  [
    'a chunk that is none',
    (path) => `POST ${path} ${HEAD}Transfer-Encoding: chunked\r\n\r\nnonsense\r\n`,
    ...([400, 'Bad Request', 'The request is not valid HTTP', 'malformed_request'] as const),
  ],
  [
    'no host',
    (path) => `POST ${path} HTTP/1.1\r\n\r\n`,
    ...([400, 'Bad Request', 'A Host header is required', 'malformed_request'] as const),
  ],
  [
    'headers of 20 KB',
    (path) => `POST ${path} ${HEAD}x: ${'x'.repeat(20_000)}\r\n\r\n`,
    ...([431, 'Request Header Fields Too Large', 'The headers are larger than 16 KB', 'headers_too_large'] as const),
  ],
  [
    'chunk extensions of 20 KB',
    (path) => `POST ${path} ${HEAD}Transfer-Encoding: chunked\r\n\r\n2;${'x'.repeat(20_000)}\r\n{}\r\n0\r\n\r\n`,
    ...([413, 'Payload Too Large', 'The chunk extensions are too long', 'body_too_large'] as const),
  ],
  [
    'an expectation',
    (path) => `POST ${path} ${HEAD}Expect: the best\r\nContent-Length: 2\r\n\r\n{}`,
    ...([417, 'Expectation Failed', 'The only expectation that is met is 100-continue', 'expectation_failed'] as const),
  ],
  [
    'a body of 70 KB',
    (path) => `POST ${path} ${HEAD}Content-Type: application/json\r\nContent-Length: 71680\r\n\r\n`,
    ...([413, 'Payload Too Large', 'The body is larger than 64 KB', 'body_too_large'] as const),
  ],
];

describe.each(PATHS)('POST %s', (path) => {
  it.each(CASES)('with %s is refused in its own shape', async (_, request, status, ...texts) => {
    expectShape(await send(request(path)), path, status, texts);
  });

  it('that ends in the middle of its body is refused in its own shape', async () => {
    const connection = await RawConnection.open(app.url);
    connection.write(`POST ${path} ${HEAD}Content-Type: application/json\r\nContent-Length: 10\r\n\r\n{`).end();
    const texts = ['Bad Request', 'The request breaks off before its end', 'malformed_request'];
    expectShape(await connection.next(), path, 400, texts);
    await connection.closed;
  });
});

describe('a request that does not arrive in time', () => {
  const texts = ['Request Timeout', 'The request did not arrive in time', 'request_timeout'];
  let slow: TestApp;

  beforeAll(async () => {
    slow = await TestApp.start(database.url);
    // The same check as in service, which finds a time-out of seconds as it finds a short one.
    const server = slow.app.getHttpServer();
    [server.headersTimeout, server.requestTimeout] = [100, 200];
  });

  afterAll(() => slow.close());

  it('is refused in the shape of its path where its body is missing', async () => {
    const connections = await Promise.all(PATHS.map(() => RawConnection.open(slow.url)));
    for (const [n, path] of PATHS.entries()) {
      connections[n]!.write(`POST ${path} ${HEAD}Content-Type: application/json\r\nContent-Length: 10\r\n\r\n{`);
    }
    for (const [n, path] of PATHS.entries()) {
      expectShape(await connections[n]!.next(), path, 408, texts);
      await connections[n]!.end().closed;
    }
  });

  it('is refused as a problem where its path is not known', async () => {
    const connection = await RawConnection.open(slow.url);
    connection.write('POST /api2/tok');
    const response = await connection.next();
    expectShape(response, '/admin/users', 408, texts);
    await connection.end().closed;
  });
});

it.each(['destroy', 'reset'] as const)('a client that breaks off its upload (%s) is not logged', async (breakOff) => {
  const logged: unknown[] = [];
  const log = (message: unknown): void => void logged.push(message);
  const heard = await TestApp.start(database.url);
  heard.app.useLogger({ log, warn: log, error: log });
  const connection = await RawConnection.open(heard.url);
  connection.write(`POST /api2/tokens ${HEAD}Content-Type: application/json\r\nContent-Length: 10\r\n\r\n{`);
  await new Promise((resolve) => heard.app.getHttpServer().once('request', resolve));
  connection[breakOff]();
  // Another one that does end, after that one.
  expect((await heard.call('POST', '/api2/tokens', { json: {} })).status).toBe(400);
  await heard.close();
  expect(logged).toEqual([]);
});

it('what is no request at all is refused as a problem', async () => {
  for (const text of ['nonsense\r\n\r\n', '\0\0\0', 'GET\r\n\r\n', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n']) {
    const texts = ['Bad Request', 'The request is not valid HTTP', 'malformed_request'];
    expectShape(await send(text), '/admin/users', 400, texts);
  }
});

describe('a method that HTTP does not know', () => {
  it('is 405 with the methods that there are, and 404 where v1 has it so', async () => {
    const response = await send(`CHOP /api2/tokens ${HEAD}\r\n`);
    expect([response.status, JSON.parse(response.text)]).toEqual([
      405,
      { statusCode: 405, error: 'Method Not Allowed', message: 'Method Not Allowed' },
    ]);
    expect(response.headers.get('allow')).toBe('DELETE, POST');
    const inV1 = await send(`CHOP /v1/login ${HEAD}\r\n`);
    expect([inV1.status, inV1.text]).toEqual([404, '{"message":"Not Found","status":404}']);
    expect((await send(`CHOP /api2/unknown ${HEAD}\r\n`)).status).toBe(404);
  });

  it.each(['', 'Content-Type: application/json\r\nContent-Length: 2\r\n'])('may be QUERY, with %j', async (more) => {
    const query = (path: string) => send(`QUERY ${path} ${HEAD}Connection: close\r\n${more}\r\n${more && '{}'}`);
    expect((await query('/api2/tokens')).status).toBe(405);
    expect((await query('/admin/users')).status).toBe(405);
    const inV1 = await query('/v1/login');
    expect([inV1.status, inV1.text]).toEqual([404, '{"message":"Not Found","status":404}']);
    expect((await query('/nowhere')).status).toBe(404);
  });
});

describe('behind other requests on its connection', () => {
  const get = `GET /health/live ${HEAD}\r\n`;

  it('a broken one gets its response after them, in its own shape', async () => {
    const connection = await RawConnection.open(app.url);
    connection.write(`${get}${get}POST /v1/login ${HEAD}no header\r\n\r\n${get}`);
    expect([(await connection.next()).status, (await connection.next()).status]).toEqual([200, 200]);
    const texts = ['', 'The request is not valid HTTP'];
    expectShape(await connection.next(), '/v1/login', 400, texts);
    await connection.end().closed;
  });

  it('one with a broken body gets its response after them, in its own shape', async () => {
    const connection = await RawConnection.open(app.url);
    connection.write(`${get}${get}POST /v1/login ${HEAD}Transfer-Encoding: chunked\r\n\r\nnonsense\r\n`);
    expect([(await connection.next()).status, (await connection.next()).status]).toEqual([200, 200]);
    expectShape(await connection.next(), '/v1/login', 400, ['', 'The request is not valid HTTP']);
    await connection.end().closed;
  });
});
