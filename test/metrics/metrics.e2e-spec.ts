import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { VERSION } from '../../src/config/version.js';
import { boardAndAlerts, metricsIn } from '../support/board.js';
import { CuttableProxy } from '../support/cuttable-proxy.js';
import { OddRequests, seeded } from '../support/odd-requests.js';
import { metricsEnv, Scrape } from '../support/scrape.js';
import { basic, bearer, TestApp, type TestUser } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { V1Client } from '../support/v1-client.js';

const DESIGNED = [
  'tessera_http_request_duration_seconds',
  'tessera_verifications_total',
  'tessera_tokens_issued_total',
  'tessera_tokens_revoked_total',
  'tessera_logins_total',
  'tessera_password_checks_in_flight',
  'tessera_password_checks_queued',
  'tessera_refreshes_total',
  'tessera_change_feed_age_seconds',
  'tessera_stale_refusals_total',
  'tessera_revocation_lag_seconds',
  'tessera_signing_key_age_seconds',
  'tessera_db_pool_connections',
  'tessera_audit_unsealed_events',
  'tessera_audit_checkpoint_age_seconds',
  'tessera_mail_jobs',
  'tessera_build_info',
  'process_cpu_seconds_total',
  'nodejs_eventloop_lag_seconds',
];
const DAY_SECONDS = 86_400;

let database: TestDatabase;
let proxy: CuttableProxy;
let app: TestApp;
let v1: V1Client;
let port: number;
let service: TestUser;
let before: Scrape;

beforeAll(async () => {
  database = await createTestDatabase();
  proxy = await CuttableProxy.start(database.url);
  const metrics = await metricsEnv();
  port = metrics.port;
  // No mail server listens on port 1.
  app = await TestApp.start(proxy.url, { env: { ...metrics.env, SMTP_URL: 'smtp://127.0.0.1:1' } });
  v1 = new V1Client(app);
  service = await app.createUser('service', 'service');
});

afterAll(async () => {
  await app.close();
  await proxy.close();
  await database.drop();
});

beforeEach(async () => {
  before = await Scrape.of(port);
});

/** Scrapes until the scrape is as it should be. */
async function scrapeUntil(isDone: (scrape: Scrape) => boolean): Promise<Scrape> {
  for (;;) {
    const scrape = await Scrape.of(port);
    if (isDone(scrape)) return scrape;
  }
}

/** The count of a route's requests, once the last one is counted: that is after its response. */
async function requests(labels: Record<string, string>, wanted: number): Promise<number> {
  const count = (scrape: Scrape): number => scrape.since(before, 'tessera_http_request_duration_seconds_count', labels);
  return count(await scrapeUntil((scrape) => count(scrape) >= wanted));
}

describe('the port of the metrics', () => {
  it('serves GET /metrics in the text format of Prometheus', () => {
    expect(before).toMatchObject({ status: 200, contentType: 'text/plain; version=0.0.4; charset=utf-8' });
    expect(before.value('tessera_build_info', { version: VERSION })).toBe(1);
  });

  it('has every metric of the design', () => {
    expect(DESIGNED.filter((name) => !before.names.includes(name))).toEqual([]);
  });

  it('has every metric that the board and the alerts name', async () => {
    const named = metricsIn(await boardAndAlerts());
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !before.names.includes(name))).toEqual([]);
  });

  it.each([
    ['GET', '/', 404, null],
    ['GET', '/metrics/', 404, null],
    ['GET', '/admin/users', 404, null],
    ['POST', '/metrics', 405, 'GET, HEAD'],
    ['DELETE', '/metrics?all', 405, 'GET, HEAD'],
  ])('responds to %s %s with %i', async (method, path, status, allow) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method });
    expect([response.status, response.headers.get('allow'), await response.text()]).toEqual([status, allow, '']);
  });

  it('is another than that of the API', async () => {
    expect((await app.call('GET', '/metrics')).status).toBe(404);
  });

  it('is taken by the next instance once it is free; until then that one serves its API and says so', async () => {
    const lines: string[] = [];
    const metrics = await metricsEnv();
    const first = await TestApp.start(database.url, { env: metrics.env });
    const log = { write: (line: string) => void lines.push(line) };
    const second = await TestApp.start(database.url, { env: { ...metrics.env, LOG_LEVEL: 'warn' }, log });
    try {
      expect(lines.join('')).toContain(
        `No metrics are served: 127.0.0.1:${metrics.port} is in use by another program; set METRICS_PORT to a free one`,
      );
      expect((await second.call('GET', '/health/live')).status).toBe(200);
      await first.close();
      const served = async (): Promise<boolean> =>
        Scrape.of(metrics.port).then(
          () => true,
          () => false,
        );
      while (!(await served()));
    } finally {
      await second.close();
    }
  });
});

describe('what is counted', () => {
  it('tells verifications by path, kind and result', async () => {
    const token = await app.logIn(service);
    const introspect = (text: string): Promise<unknown> =>
      app.call('POST', '/oauth2/introspect', { headers: bearer(token), json: { token: text } });
    await introspect('no.such.token');
    await introspect(token);
    await app.call('GET', '/auth/verify', { headers: bearer(token) });
    await app.call('GET', '/auth/verify', { headers: bearer('no.such.token') });
    const { id_token } = await v1.logIn(service);
    await app.call('GET', '/me/tokens', { headers: bearer(id_token) });
    const after = await Scrape.of(port);
    const count = (via: string, kind: string, result: string): number =>
      after.since(before, 'tessera_verifications_total', { via, kind, result });
    expect(count('bearer', 'login', 'accepted')).toBe(2);
    expect(count('bearer', 'session_id', 'refused')).toBe(1);
    expect(count('introspection', 'login', 'accepted')).toBe(1);
    expect(count('introspection', 'unknown', 'refused')).toBe(1);
    expect(count('forward_auth', 'login', 'accepted')).toBe(1);
    expect(count('forward_auth', 'unknown', 'refused')).toBe(1);
  });

  it('tells logins by family and result, and tokens issued by kind', async () => {
    const user = await app.createUser('somebody');
    await app.logIn(user);
    await v1.logIn(user);
    await v1.call('login', { username: user.username, password: 'wrong-password' });
    await app.call('GET', '/api/v1alpha/token', { headers: basic(user.username, 'wrong-password') });
    await app.call('GET', '/me/tokens', { headers: basic('nobody', 'wrong-password') });
    const after = await Scrape.of(port);
    const logins = (family: string, result: string): number =>
      after.since(before, 'tessera_logins_total', { family, result });
    expect([logins('api2', 'success'), logins('api2', 'refused')]).toEqual([1, 0]);
    expect([logins('v1', 'success'), logins('v1', 'refused')]).toEqual([1, 1]);
    expect([logins('v1alpha', 'refused'), logins('operator', 'refused')]).toEqual([1, 1]);
    const issued = (kind: string): number => after.since(before, 'tessera_tokens_issued_total', { kind });
    expect(['login', 'session_access', 'session_id', 'session_refresh', 'api_key'].map(issued)).toEqual([
      1, 1, 1, 1, 0,
    ]);
  });

  it('tells refreshes by result, and revoked tokens by kind and cause', async () => {
    const user = await app.createUser('refreshing');
    const { refresh_token } = await v1.logIn(user);
    const token = await app.logIn(user);
    await v1.refresh(user.username, refresh_token);
    await v1.refresh(user.username, 'nonsense');
    await v1.call('token-revoke', { refresh_token });
    await app.call('POST', '/oauth2/revoke', { json: { token } });
    await app.logIn(user);
    await app.call('DELETE', '/api2/tokens', { headers: bearer(await app.logIn(user)) });
    const after = await Scrape.of(port);
    const refreshes = (result: string): number => after.since(before, 'tessera_refreshes_total', { result });
    expect(['success', 'invalid', 'limit_exceeded', 'failed'].map(refreshes)).toEqual([1, 1, 0, 0]);
    const revoked = (kind: string, cause: string): number =>
      after.since(before, 'tessera_tokens_revoked_total', { kind, cause });
    expect(revoked('login', 'token')).toBe(1);
    expect(revoked('several', 'session')).toBe(5);
    expect(revoked('several', 'owner')).toBe(2);
  });

  it('tells how soon a revocation was known', async () => {
    const token = await app.logIn(service);
    await app.call('POST', '/oauth2/revoke', { json: { token } });
    await scrapeUntil((scrape) => scrape.since(before, 'tessera_revocation_lag_seconds_count') > 0);
  });
});

describe('the durations of requests', () => {
  it('are by the template of the route, whose HEAD counts as its GET', async () => {
    await app.call('GET', '/admin/users/123');
    await app.call('HEAD', '/admin/users/456?x=1');
    await app.call('GET', '/health/live/');
    expect(await requests({ route: '/admin/users/:id', method: 'GET', status_class: '4xx' }, 2)).toBe(2);
    expect(await requests({ route: '/health/live', method: 'GET', status_class: '2xx' }, 1)).toBe(1);
  });

  it('have one name for every path and method that no route takes', async () => {
    await app.call('GET', '/made/up/path');
    await app.call('GET', '/%zz');
    await app.call('PROPFIND', '/admin/users');
    expect(await requests({ route: 'unmatched', method: 'other', status_class: '4xx' }, 1)).toBe(1);
    expect(await requests({ route: 'unmatched', method: 'GET', status_class: '4xx' }, 1)).toBe(1);
  });

  it('are cumulative buckets of seconds', async () => {
    await app.call('GET', '/health/live');
    await requests({ route: '/health/live', method: 'GET', status_class: '2xx' }, 1);
    const scrape = await Scrape.of(port);
    const labels = { route: '/health/live', method: 'GET', status_class: '2xx' };
    const name = 'tessera_http_request_duration_seconds';
    const buckets = ['0.001', '0.005', '0.025', '0.1', '0.5', '2.5', '+Inf'].map((le) =>
      scrape.value(`${name}_bucket`, { ...labels, le }),
    );
    expect(buckets).toEqual(buckets.toSorted((one, two) => one! - two!));
    expect(buckets.at(-1)).toBe(scrape.value(`${name}_count`, labels));
    expect(scrape.value(`${name}_sum`, labels)).toBeGreaterThan(0);
  });

  it('tell apart a client that goes away', async () => {
    const leaving = new AbortController();
    const token = await app.logIn(service);
    const stream = await fetch(`${app.url}/revocations/events`, { headers: bearer(token), signal: leaving.signal });
    expect(stream.status).toBe(200);
    leaving.abort();
    expect(await requests({ route: '/revocations/events', method: 'GET', status_class: 'aborted' }, 1)).toBe(1);
  });
});

it('has few series after 1,000 odd requests', async () => {
  await new OddRequests(app.url, [basic(service.username, service.password).authorization!], seeded(1)).send(1_000);
  const scrape = await Scrape.of(port);
  expect(
    scrape.value('tessera_http_request_duration_seconds_count', {
      route: 'unmatched',
      method: 'other',
      status_class: '4xx',
    }),
  ).toBeGreaterThan(10);
  expect(scrape.series.length).toBeLessThan(2_000);
});

describe('the state of the service', () => {
  it('tells the age of the key that signs', async () => {
    app.clock.advanceSeconds(3 * DAY_SECONDS);
    const after = await Scrape.of(port);
    expect(after.since(before, 'tessera_signing_key_age_seconds')).toBe(3 * DAY_SECONDS);
  });

  it('tells of mail that waits, and of events without a place in the audit log', async () => {
    await app.call('POST', '/admin/users', {
      headers: basic((await app.createUser('root', 'admin')).username, service.password),
      json: { username: 'forgetful', password: service.password, email: 'forgetful@example.com', role: 'viewer' },
    });
    expect((await v1.call('forgot-password', { username: 'forgetful' })).status).toBe(204);
    await scrapeUntil((scrape) => scrape.value('tessera_mail_jobs', { state: 'retry' }) === 1);
    await scrapeUntil((scrape) => scrape.value('tessera_audit_unsealed_events') === 0);
    expect((await Scrape.of(port)).value('tessera_audit_checkpoint_age_seconds')).toBeGreaterThanOrEqual(0);
  });

  it('is there while the database is silent, but for what only the database knows', async () => {
    const token = await app.logIn(service);
    proxy.block();
    try {
      await scrapeUntil((scrape) => scrape.value('tessera_change_feed_age_seconds')! > 1);
      expect((await app.call('GET', '/auth/verify', { headers: bearer(token) })).status).toBe(503);
      const scrape = await Scrape.of(port);
      expect(scrape.since(before, 'tessera_stale_refusals_total')).toBe(1);
      const ofDatabase = ['tessera_audit_unsealed_events', 'tessera_audit_checkpoint_age_seconds'];
      expect(ofDatabase.map((name) => scrape.value(name))).toEqual([undefined, undefined]);
      // A statement is given up now and then; the next one follows.
      await scrapeUntil((later) => later.value('tessera_db_pool_connections', { state: 'active' })! > 0);
    } finally {
      proxy.unblock();
    }
  });
});
