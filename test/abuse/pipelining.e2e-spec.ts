import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { RawConnection } from '../support/raw-http.js';
import { TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { until } from '../support/verification-paths.js';

const AHEAD = 1_000;
const CONNECTIONS = 30;
const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`;

let database: TestDatabase;
let app: TestApp;
/** How many requests Node has made objects of. */
let parsed = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  app.app.getHttpServer().on('request', () => parsed++);
});

beforeEach(() => {
  parsed = 0;
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

it('requests that are sent ahead get their responses in order, however many', async () => {
  const connection = await RawConnection.open(app.url);
  const paths = Array.from({ length: AHEAD }, (_, n) => (n % 3 === 0 ? '/health/live' : `/nowhere/${n % 3}`));
  connection.write(paths.map(get).join(''));
  for (const path of paths) expect((await connection.next()).status).toBe(path === '/health/live' ? 200 : 404);
  connection.destroy();
});

it('a body that comes behind other requests is read whole', async () => {
  const connection = await RawConnection.open(app.url);
  const body = JSON.stringify({ username: 'x'.repeat(60_000), password: 'x' });
  const post = `POST /api2/tokens HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
  connection.write(`${get('/health/live').repeat(2)}${post}${body}${get('/health/live')}`);
  const statuses = [];
  for (let n = 0; n < 4; n++) statuses.push((await connection.next()).status);
  expect(statuses).toEqual([200, 200, 401, 200]);
  connection.destroy();
});

it('what connections send ahead of a response that does not come is left unread', async () => {
  // Its response has no end, so that everything behind it waits.
  const endless = get('/revocations/events');
  const first = await RawConnection.open(app.url);
  first.write(endless + get('/health/live').repeat(AHEAD));
  await until(() => parsed > 0);
  const afterFirst = parsed;
  const others = await Promise.all(Array.from({ length: CONNECTIONS }, () => RawConnection.open(app.url)));
  for (const other of others) other.write(endless + get('/health/live').repeat(AHEAD));
  // Whoever has had a turn after all of them have sent has had it after all of them were read.
  await until(() => parsed >= afterFirst + CONNECTIONS);
  for (let n = 0; n < 20; n++) expect((await app.call('GET', '/health/live')).status).toBe(200);
  expect(parsed - afterFirst).toBeLessThan((CONNECTIONS * AHEAD) / 10);
  for (const connection of [first, ...others]) connection.destroy();
});

it('requests of a client that is gone are not handled', async () => {
  const user = await app.createUser('gone');
  const token = await app.logIn(user);
  const connection = await RawConnection.open(app.url);
  const logOut = `DELETE /api2/tokens HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\n\r\n`;
  connection.write(get('/revocations/events') + logOut);
  await until(() => parsed > 1);
  connection.destroy();
  await connection.closed;
  for (let n = 0; n < 20; n++) await app.call('GET', '/health/live');
  const headers = { authorization: `Bearer ${token}` };
  expect((await app.call('GET', '/auth/verify', { headers })).status).toBe(200);
});
