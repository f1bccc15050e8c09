import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { OddRequests, seeded } from '../support/odd-requests.js';
import { metricsEnv, Scrape } from '../support/scrape.js';
import { basic, TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let app: TestApp;
let port: number;

beforeAll(async () => {
  database = await createTestDatabase();
  const metrics = await metricsEnv();
  port = metrics.port;
  app = await TestApp.start(database.url, { env: metrics.env });
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

it('has fewer than 2,000 series after 20,000 odd requests', async () => {
  const auditor = await app.createUser('auditor', 'auditor');
  const requests = new OddRequests(app.url, [basic(auditor.username, auditor.password).authorization!], seeded(16));
  await requests.send(20_000);
  expect((await Scrape.of(port)).series.length).toBeLessThan(2_000);
});
