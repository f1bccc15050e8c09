import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CuttableProxy } from '../../support/cuttable-proxy.js';
import { TestApp } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { until } from '../../support/verification-paths.js';

const number = expect.any(Number);
const READY = {
  status: 'ok',
  checks: { database: { status: 'ok', responseMs: number }, changeFeed: { status: 'ok', ageMs: number } },
};

let database: TestDatabase;
let proxy: CuttableProxy;
let app: TestApp;

beforeAll(async () => {
  database = await createTestDatabase();
  proxy = await CuttableProxy.start(database.url);
  app = await TestApp.start(proxy.url);
});

afterAll(async () => {
  await proxy.close();
  await app.close();
  await database.drop();
});

async function statusOf(path: string): Promise<number> {
  return (await app.call('GET', path)).status;
}

describe('GET /health/ready', () => {
  it('says what it looked at', async () => {
    const { status, headers, body } = await app.call('GET', '/health/ready');
    expect([status, headers.get('content-type'), body]).toEqual([200, 'application/json; charset=utf-8', READY]);
  });

  it('is 200 again once the database is reached again', async () => {
    proxy.blockOpenConnections();
    await until(async () => (await statusOf('/health/ready')) === 503);
    await until(async () => (await statusOf('/health/ready')) === 200);
  });

  it('says what fails while the database is silent, and nothing of where it is', async () => {
    proxy.block();
    await until(async () => JSON.stringify((await app.call('GET', '/health/ready')).body).includes('stale'));
    const { status, headers, body } = await app.call('GET', '/health/ready');
    expect([status, headers.get('retry-after'), headers.get('content-type'), body]).toEqual([
      503,
      '1',
      'application/json; charset=utf-8',
      {
        status: 'unavailable',
        checks: { database: { status: 'unreachable' }, changeFeed: { status: 'stale', ageMs: number } },
      },
    ]);
    expect(await statusOf('/health/live')).toBe(200);
  });
});
