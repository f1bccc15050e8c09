import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { fetchDocumented } from '../support/openapi/observe-responses.js';
import { ServiceProcess } from '../support/service-process.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const MASTER_KEY = 'QbGKREVeoO4MYN7yKjysevjFg2G1LPhebJajN1z+hhc=';

let database: TestDatabase;
let service: ServiceProcess | undefined;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterEach(() => service?.end('SIGTERM'));

afterAll(() => database.drop());

function dataDir(): string {
  return mkdtempSync(join(process.env.TESSERA_TEST_FOLDER!, 'data-'));
}

async function logIn(url: string, password: string): Promise<Response> {
  return fetchDocumented(`${url}/api2/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'admin', password }),
  });
}

async function isAccepted(url: string, token: string): Promise<boolean> {
  const response = await fetchDocumented(`${url}/api2/token/timeout`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return response.status === 200;
}

function isOpen(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, host, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

describe('the service', () => {
  it('starts an embedded database, creates an admin, and shows their password once', async () => {
    const env = { DATA_DIR: dataDir() };
    service = ServiceProcess.spawn(env);
    const url = await service.listening();
    const [, password] = await service.printed(/First admin: admin, password (\S+)/);
    expect((await logIn(url, password!)).status).toBe(200);
    expect(await service.end('SIGTERM')).toBe(0);

    service = ServiceProcess.spawn(env);
    const again = await service.listening();
    expect((await logIn(again, password!)).status).toBe(200);
    await service.end('SIGINT');
    expect(service.output).not.toContain('password');
  });

  it('prints no password that was given beforehand', async () => {
    service = ServiceProcess.spawn({ DATA_DIR: dataDir(), BOOTSTRAP_ADMIN_PASSWORD: 'Given-beforehand' });
    const url = await service.listening();
    expect((await logIn(url, 'Given-beforehand')).status).toBe(200);
    await service.end('SIGTERM');
    expect(service.output).toContain('First admin: admin, with the password from BOOTSTRAP_ADMIN_PASSWORD');
    expect(service.output).not.toContain('Given-beforehand');
  });

  it('creates one admin, one signing key and the next where several instances start at once', async () => {
    const own = await createTestDatabase('template0');
    const env = { DATA_DIR: dataDir(), DATABASE_URL: own.url, BOOTSTRAP_ADMIN_PASSWORD: 'Qwerty-123' };
    const services = [1, 2, 3].map(() => ServiceProcess.spawn(env));
    const urls = await Promise.all(services.map((one) => one.listening()));
    const { token } = (await (await logIn(urls[0]!, 'Qwerty-123')).json()) as { token: string };
    for (const url of urls) expect(await isAccepted(url, token)).toBe(true);
    const [counts] = await own.query(
      'SELECT (SELECT count(*)::int FROM users) AS users, (SELECT array_agg(state ORDER BY state) FROM signing_keys) AS keys',
    );
    expect(counts).toEqual({ users: 1, keys: ['current', 'next'] });
    await Promise.all(services.map((one) => one.end('SIGTERM')));
    await own.drop();
  });

  it('serves its description and a page that needs nothing from elsewhere', async () => {
    service = ServiceProcess.spawn({ DATA_DIR: dataDir(), DATABASE_URL: database.url, MASTER_KEY });
    const url = await service.listening();
    const description = (await (await fetch(`${url}/openapi.json`)).json()) as { openapi: string; paths: object };
    expect(description.openapi).toBe('3.1.0');
    expect(Object.keys(description.paths)).toContain('/api2/tokens');
    const page = await (await fetch(`${url}/docs`)).text();
    expect(page).toContain('swagger-ui');
    const loaded = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link]) => new URL(link!, `${url}/docs`));
    expect(loaded.length).toBeGreaterThan(2);
    for (const link of loaded) {
      expect(link.origin).toBe(url);
      const response = await fetch(link);
      expect([response.status, (await response.arrayBuffer()).byteLength > 0]).toEqual([200, true]);
    }
  });

  it('finishes a request that is under way when it is told to end, and takes no other', async () => {
    service = ServiceProcess.spawn({ DATA_DIR: dataDir(), DATABASE_URL: database.url, MASTER_KEY });
    const { hostname, port } = new URL(await service.listening());
    const body = JSON.stringify({ username: 'admin', password: 'wrong' });
    const headers = { expect: '100-continue', 'content-type': 'application/json', 'content-length': body.length };
    const underWay = request({ hostname, port, path: '/api2/tokens', method: 'POST', headers });
    underWay.flushHeaders();
    await once(underWay, 'continue');
    const code = service.end('SIGTERM');
    while (await isOpen(hostname, Number(port)));
    underWay.end(body);
    const [response] = (await once(underWay, 'response')) as [IncomingMessage];
    expect(response.resume().statusCode).toBe(401);
    expect(await code).toBe(0);
  });

  it('logs neither passwords nor tokens', async () => {
    const env = { DATA_DIR: dataDir(), BOOTSTRAP_ADMIN_PASSWORD: 'Given-beforehand', LOG_LEVEL: 'trace' };
    service = ServiceProcess.spawn(env);
    const url = await service.listening();
    const { token } = (await (await logIn(url, 'Given-beforehand')).json()) as { token: string };
    await logIn(url, 'Wrong-password');
    await isAccepted(url, token);
    await fetchDocumented(`${url}/api2/tokens?access_token=${token}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const basic = Buffer.from('admin:Given-beforehand').toString('base64');
    await fetchDocumented(`${url}/admin/users`, { headers: { authorization: `Basic ${basic}` } });
    await fetchDocumented(`${url}/admin/users`, {
      method: 'POST',
      headers: { authorization: `Basic ${basic}` },
      body: token,
    });
    await service.end('SIGTERM');
    expect(service.output).toContain('"status":401');
    for (const secret of ['Given-beforehand', 'Wrong-password', token.split('.')[2]!, basic]) {
      expect(service.output).not.toContain(secret);
    }
  });
});

describe('a service that cannot start', () => {
  it.each<[string, Record<string, string>, string]>([
    ['a bad port', { PORT: '70000' }, 'PORT must be a whole number from 0 to 65535, but is "70000".'],
    [
      'production without a database',
      { NODE_ENV: 'production' },
      'NODE_ENV=production needs DATABASE_URL: the embedded database is for development.',
    ],
    [
      'no database there',
      { DATABASE_URL: 'postgres://127.0.0.1:1/x' },
      'PostgreSQL cannot be reached at the address in DATABASE_URL (ECONNREFUSED).',
    ],
  ])('says so in one sentence and exits with 1: %s', async (_, env, sentence) => {
    service = ServiceProcess.spawn({ DATA_DIR: dataDir(), LOG_LEVEL: 'silent', ...env });
    expect(await service.exited()).toBe(1);
    expect(service.output.replace('Preparing the database ...\n', '')).toBe(`${sentence}\n`);
  });

  it('says that another master key sealed the signing key', async () => {
    const own = await createTestDatabase();
    const first = ServiceProcess.spawn({ DATA_DIR: dataDir(), DATABASE_URL: own.url });
    await first.listening();
    await first.end('SIGTERM');
    service = ServiceProcess.spawn({ DATA_DIR: dataDir(), DATABASE_URL: own.url, LOG_LEVEL: 'silent' });
    expect(await service.exited()).toBe(1);
    expect(service.output).toMatch(
      /The signing key \S+ in the database cannot be opened. It was sealed with another MASTER_KEY. [^\n]+\n$/,
    );
    await own.drop();
  });
});
