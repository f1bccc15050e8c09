import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { TestDatabase } from './test-database.js';

/**
 * Holds a row, begins all of `calls` one after another, each once the one before waits for the row, and lets them go on.
 * @param table whose key is `id`.
 */
export async function whileLocked<T>(
  database: TestDatabase,
  table: string,
  id: number,
  calls: readonly (() => Promise<T>)[],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query('BEGIN');
  await client.query(`SELECT FROM ${table} WHERE id = $1 FOR UPDATE`, [id]);
  const waiting = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
  const begun: Promise<T>[] = [];
  for (const call of calls) {
    begun.push(call());
    while ((await database.query(waiting)).length < begun.length) await delay(5);
  }
  await client.query('COMMIT');
  const results = await Promise.all(begun);
  await client.end();
  return results;
}
