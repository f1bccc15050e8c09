import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RawConnection } from '../support/raw-http.js';
import { PASSWORD, TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.drop());

/** @returns the status of a login with this header, and the networks that logins were counted from. */
async function logIn(app: TestApp, header: string): Promise<[number, string[]]> {
  await database.query('DELETE FROM login_attempts');
  const body = JSON.stringify({ username: 'denis', password: PASSWORD });
  const connection = await RawConnection.open(app.url);
  const head = `POST /api2/tokens HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: ${header}\r\nContent-Length: ${body.length}`;
  const { status } = await connection.write(`${head}\r\n\r\n${body}`).next();
  connection.destroy();
  const rows = await database.query<{ network: string }>('SELECT network FROM login_attempts');
  return [status, rows.map(({ network }) => network)];
}

describe('X-Forwarded-For from a trusted proxy', () => {
  let everyone: TestApp;
  let oneProxy: TestApp;

  beforeAll(async () => {
    everyone = await TestApp.start(database.url, { env: { TRUST_PROXY: 'true' } });
    oneProxy = await TestApp.start(database.url, { env: { TRUST_PROXY: '1' } });
    await everyone.createUser('denis');
  });

  afterAll(async () => {
    await everyone.close();
    await oneProxy.close();
  });

  it.each([
    ['8 KB', 'x'.repeat(8_000)],
    ['a word', 'unknown'],
    ['with a port', '192.0.2.7:443'],
    ['in brackets', '[2001:db8::7]'],
    ['cut off', '192.0.2'],
    ['with a zone', `fe80::1%${'z'.repeat(8_000)}`],
  ])('counts for the peer where it is no IP address: %s', async (_, text) => {
    expect(await logIn(everyone, text)).toEqual([200, ['127.0.0.1']]);
    expect(await logIn(oneProxy, `192.0.2.7, ${text}`)).toEqual([200, ['127.0.0.1']]);
  });

  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['2001:db8::7', '2001:db8:0:0::/64'],
    ['nonsense, 192.0.2.7', '192.0.2.7'],
  ])('counts as it says: %s', async (text, network) => {
    expect(await logIn(oneProxy, text)).toEqual([200, [network]]);
  });

  it('is no reason for a warning', async () => {
    await logIn(oneProxy, '192.0.2.7');
    expect((await oneProxy.call('GET', '/health/ready')).body).not.toHaveProperty('warnings');
  });
});

describe.each([undefined, 'false', '192.0.2.1,10.0.0.0/8'])('X-Forwarded-For with TRUST_PROXY %s', (setting) => {
  const logged: object[] = [];
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start(database.url, { env: { ...(setting && { TRUST_PROXY: setting }), LOG_LEVEL: 'warn' } });
    app.app.useLogger({ log: () => undefined, error: () => undefined, warn: (line: object) => logged.push(line) });
  });

  afterAll(() => app.close());

  it('from a peer that is not trusted counts for nothing, and is warned of once in the log and in /health/ready', async () => {
    const ready = async () => (await app.call('GET', '/health/ready')).body;
    expect(await ready()).not.toHaveProperty('warnings');
    expect(await logIn(app, '192.0.2.7')).toEqual([200, ['127.0.0.1']]);
    expect(await logIn(app, '192.0.2.8')).toEqual([200, ['127.0.0.1']]);
    const msg = expect.stringMatching(/^X-Forwarded-For comes from a peer that TRUST_PROXY does not name/);
    expect(await ready()).toMatchObject({ status: 'ok', warnings: [msg] });
    expect(logged).toEqual([{ msg, peer: '127.0.0.1' }]);
  });
});
