import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { createVerifier, type Verifier } from '@tessera-auth/verifier';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { insertTokens, withoutIndexes } from '../support/bulk-tokens.js';
import { printTable } from '../support/login-load.js';
import { ServiceProcess } from '../support/service-process.js';
import { basic, bearer } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { ISSUER, urlOf } from '../support/verification-paths.js';

const PASSWORD = 'Given-beforehand-77';
const AS_ADMIN = basic('admin', PASSWORD);
const TOKENS = 10_000_000;
/** Each tenth token is of the user whom the incidents are about. */
const EVERY = 10;
const CLIENTS = 16;

let database: TestDatabase;
const services: ServiceProcess[] = [];
let urls: string[];
let verifier: Verifier;
let leaked: { id: number; token: string };
let others: string[];
const table: Record<string, string | number>[] = [];

function start(): ServiceProcess {
  const service = ServiceProcess.spawn({
    DATABASE_URL: database.url,
    MASTER_KEY: 'QbGKREVeoO4MYN7yKjysevjFg2G1LPhebJajN1z+hhc=',
    PUBLIC_URL: ISSUER,
    BOOTSTRAP_ADMIN_PASSWORD: PASSWORD,
    LOG_LEVEL: 'warn',
  });
  services.push(service);
  return service;
}

async function call(url: string, method: string, path: string, json?: object): Promise<Response> {
  return fetch(url + path, {
    method,
    headers: { ...AS_ADMIN, ...(json && { 'content-type': 'application/json' }) },
    ...(json && { body: JSON.stringify(json) }),
  });
}

async function createUser(username: string): Promise<number> {
  const response = await call(urls[0]!, 'POST', '/admin/users', { username, password: PASSWORD, role: 'viewer' });
  return ((await response.json()) as { id: number }).id;
}

async function logIn(username: string): Promise<string> {
  const response = await call(urls[0]!, 'POST', '/api2/tokens', { username, password: PASSWORD });
  return ((await response.json()) as { token: string }).token;
}

beforeAll(async () => {
  database = await createTestDatabase();
  urls = [await start().listening(), await start().listening()];
  leaked = { id: await createUser('leaked'), token: await logIn('leaked') };
  const other = await createUser('other');
  others = await Promise.all(Array.from({ length: 100 }, () => logIn('other')));
  await withoutIndexes(database, 'tokens', async () => {
    for (let part = 0; part < 10; part++) {
      const owner = `CASE WHEN n % ${EVERY} = 0 THEN ${leaked.id} ELSE ${other} END`;
      await insertTokens(database, TOKENS / 10, owner, new Date());
    }
  });
  await database.query('VACUUM (ANALYZE) tokens');
  await database.query('CHECKPOINT');
  verifier = createVerifier({
    issuer: ISSUER,
    fetch: (url, init) => fetch(urlOf(url).replace(ISSUER, urls[1]!), init),
  });
  await verifier.verify(leaked.token);
}, 3_600_000);

afterAll(async () => {
  printTable('Incidents of 1,000,000 of 10,000,000 tokens', table);
  verifier.close();
  await Promise.all(services.map((service) => service.end('SIGKILL')));
  await database.drop();
});

const atSecond = async (token: string): Promise<number> => {
  const response = await fetch(`${urls[1]!}/auth/verify`, { headers: bearer(token) });
  await response.arrayBuffer();
  return response.status;
};

/** Verifies other tokens at the second instance until it is stopped, about a thousand times a second. */
function verifyOthers(): { stop: () => Promise<{ p99: number; requests: number }> } {
  const tookMs: number[] = [];
  let stopped = false;
  const client = async (): Promise<void> => {
    while (!stopped) {
      const startedAt = performance.now();
      expect(await atSecond(others[tookMs.length % others.length]!)).toBe(200);
      tookMs.push(performance.now() - startedAt);
      await delay(CLIENTS);
    }
  };
  const clients = Promise.all(Array.from({ length: CLIENTS }, client));
  const stop = async (): Promise<{ p99: number; requests: number }> => {
    stopped = true;
    await clients;
    tookMs.sort((a, b) => a - b);
    return { p99: tookMs[Math.floor(tookMs.length * 0.99)]!, requests: tookMs.length };
  };
  return { stop };
}

async function until(isTrue: () => Promise<boolean>): Promise<number> {
  while (!(await isTrue())) await delay(20);
  return performance.now();
}

const isValid = (token: string): Promise<boolean> =>
  verifier.verify(token).then(
    () => true,
    () => false,
  );

async function begin(action: string): Promise<{ id: string; matched: number }> {
  const match = { userId: leaked.id };
  const startedAt = performance.now();
  const preview = await call(urls[0]!, 'POST', '/admin/revocations', { match, action, dryRun: true });
  expect(preview.status).toBe(200);
  const { matched } = (await preview.json()) as { matched: number };
  const previewMs = performance.now() - startedAt;
  const before = verifyOthers();
  await delay(10_000);
  const quiet = await before.stop();

  const load = verifyOthers();
  const began = performance.now();
  const wanted = action === 'restore';
  const heard = [
    until(async () => ((await atSecond(leaked.token)) === 200) === wanted),
    until(async () => (await isValid(leaked.token)) === wanted),
  ] as const;
  const body = { match, action, reason: 'A leak', expect: matched };
  const response = await call(urls[0]!, 'POST', '/admin/revocations', body);
  const respondedMs = performance.now() - began;
  expect(response.status).toBe(202);
  const [second, local] = await Promise.all(heard);
  const meanwhile = await load.stop();
  const marking = verifyOthers();
  await delay(10_000);
  const marked = await marking.stop();
  table.push({
    action,
    matched,
    'preview ms': Math.round(previewMs),
    'response ms': Math.round(respondedMs),
    'second instance ms': Math.round(second - began),
    'local verifier ms': Math.round(local - began),
    'p99 before ms': quiet.p99.toFixed(1),
    'p99 until then ms': meanwhile.p99.toFixed(1),
    'p99 while rows are marked ms': marked.p99.toFixed(1),
  });
  expect(Math.max(second, local) - began).toBeLessThan(10_000);
  return (await response.json()) as { id: string; matched: number };
}

async function untilDone(id: string): Promise<{ done: number; matched: number }> {
  const startedAt = performance.now();
  for (;;) {
    const incident = (await (await call(urls[1]!, 'GET', `/admin/revocations/${id}`)).json()) as {
      state: string;
      done: number;
      matched: number;
    };
    if (incident.state === 'done') {
      table.push({ action: 'the rows after that', 'response ms': Math.round(performance.now() - startedAt) });
      return incident;
    }
    await delay(500);
  }
}

describe('an incident of 1,000,000 of 10,000,000 tokens', () => {
  it('suspends and restores them within ten seconds each', async () => {
    const suspended = await begin('suspend');
    expect(suspended.matched).toBe(TOKENS / EVERY + 1);
    const restored = await begin('restore');
    expect(restored.matched).toBe(suspended.matched);
    await untilDone(restored.id);
    const [left] = await database.query<{ count: string }>(
      'SELECT count(*) FROM tokens WHERE suspended_at IS NOT NULL',
    );
    expect(Number(left!.count)).toBe(0);
  }, 3_600_000);

  it('revokes them within ten seconds, and is done with the rows though the instance is killed', async () => {
    const { id, matched } = await begin('revoke');
    await services[0]!.end('SIGKILL');
    expect(await untilDone(id)).toMatchObject({ done: matched, matched });
    const [rows] = await database.query<{ count: string }>(
      'SELECT count(*) FROM tokens WHERE revoked_at IS NOT NULL AND user_id = $1',
      [leaked.id],
    );
    expect(Number(rows!.count)).toBe(matched);
    expect(await atSecond(others[0]!)).toBe(200);
  }, 3_600_000);
});
