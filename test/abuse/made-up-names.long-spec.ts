import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addressOf } from '../support/login-floods.js';
import { LoginLoad, printTable, quantile, share, type TimedResponse } from '../support/login-load.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const NAMES = 10_000;
const AT_ONCE = 50;
/** A tenth of what a row each would take. */
const MAX_BYTES_A_NAME = 200;

let database: TestDatabase;
let load: LoginLoad;
let calls = 0;
const table: Record<string, string | number>[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  load = await LoginLoad.start(database);
});

afterAll(async () => {
  printTable('POST /v1/forgot-password with made-up names, each from another address', table);
  await load.close();
  await database.drop();
});

/** Of everything that the database holds, after what is dead was cleared away as it is in daily use. */
async function size(): Promise<{ rows: number; bytes: number }> {
  await database.query('VACUUM ANALYZE');
  const [row] = await database.query<{ rows: string; bytes: string }>(
    `SELECT sum(greatest(reltuples, 0))::bigint AS rows, pg_database_size(current_database()) AS bytes
     FROM pg_class WHERE relkind = 'r' AND relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)`,
  );
  return { rows: Number(row!.rows), bytes: Number(row!.bytes) };
}

async function forget(): Promise<TimedResponse> {
  const n = calls++;
  return load.call('/v1/forgot-password', JSON.stringify({ username: `made-up-${n}` }), {
    'x-forwarded-for': addressOf(n),
    'content-type': 'application/json',
  });
}

/** @returns by how much one made-up name makes the database grow. */
async function flood(part: string): Promise<{ rows: number; bytes: number }> {
  const before = await size();
  const responses: TimedResponse[] = [];
  const startedAt = performance.now();
  while (responses.length < NAMES) {
    responses.push(...(await Promise.all(Array.from({ length: AT_ONCE }, forget))));
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  const after = await size();
  expect(share(responses, 204)).toBe(1);
  const growth = { rows: (after.rows - before.rows) / NAMES, bytes: (after.bytes - before.bytes) / NAMES };
  table.push({
    names: `${part} ${NAMES}`,
    'names/s': Math.round(NAMES / seconds),
    'p99 ms': quantile(responses, 0.99),
    'rows a name': growth.rows.toFixed(3),
    'bytes a name': Math.round(growth.bytes),
  });
  return growth;
}

describe('made-up names at /v1/forgot-password', () => {
  it('make the database grow by no row each', async () => {
    // Those that stand for all made-up names come to be here.
    await flood('the first');
    const growth = await flood('the next');
    expect(growth.rows).toBeLessThan(0.01);
    expect(growth.bytes).toBeLessThan(MAX_BYTES_A_NAME);
  });
});
