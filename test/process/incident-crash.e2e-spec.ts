import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { insertTokens } from '../support/bulk-tokens.js';
import { fetchDocumented } from '../support/openapi/observe-responses.js';
import { ServiceProcess } from '../support/service-process.js';
import { basic } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const PASSWORD = 'Given-beforehand';
const TOKENS = 30_000;

let database: TestDatabase;
let service: ServiceProcess;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterEach(() => service.end('SIGTERM'));

afterAll(() => database.drop());

async function start(): Promise<string> {
  service = ServiceProcess.spawn({
    DATABASE_URL: database.url,
    MASTER_KEY: 'QbGKREVeoO4MYN7yKjysevjFg2G1LPhebJajN1z+hhc=',
    BOOTSTRAP_ADMIN_PASSWORD: PASSWORD,
  });
  return service.listening();
}

async function call(url: string, method: string, path: string, json?: object): Promise<Record<string, unknown>> {
  const response = await fetchDocumented(url + path, {
    method,
    headers: { ...basic('admin', PASSWORD), ...(json && { 'content-type': 'application/json' }) },
    ...(json && { body: JSON.stringify(json) }),
  });
  return (await response.json()) as Record<string, unknown>;
}

describe('an incident whose instance is killed in the middle', () => {
  it('goes on after the restart and is done with every token once', async () => {
    const before = await start();
    await insertTokens(database, TOKENS, '4711', new Date());
    const wanted = { match: { userId: 4711 }, action: 'revoke', reason: 'A leak', expect: TOKENS };
    const { id } = await call(before, 'POST', '/admin/revocations', wanted);
    await service.end('SIGKILL');
    const [cut] = await database.query<{ done: number }>('SELECT done FROM incidents');
    expect(cut!.done).toBeLessThan(TOKENS);
    const after = await start();
    let incident = await call(after, 'GET', `/admin/revocations/${id as string}`);
    while (incident.state !== 'done') {
      await delay(50);
      incident = await call(after, 'GET', `/admin/revocations/${id as string}`);
    }
    expect(incident).toMatchObject({ matched: TOKENS, done: TOKENS, failure: null });
    const rows = await database.query(
      'SELECT count(*)::int, count(*) FILTER (WHERE revoked_at IS NULL)::int AS left FROM tokens WHERE user_id = 4711',
    );
    expect(rows).toEqual([{ count: TOKENS, left: 0 }]);
    const events = await database.query(
      `SELECT action, count(*)::int FROM all_audit_events WHERE target_id = $1 GROUP BY action ORDER BY action`,
      [id],
    );
    expect(events).toEqual([
      { action: 'incident.ended', count: 1 },
      { action: 'tokens.revoked_by_match', count: 1 },
    ]);
  });
});
