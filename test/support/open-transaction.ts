import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { TestDatabase } from './test-database.js';

/** Runs `work` while a transaction of somebody else has done `sql` and not yet ended. */
export async function withOpenTransaction<T>(
  database: TestDatabase,
  sql: string,
  values: unknown[],
  work: () => Promise<T>[],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query('BEGIN');
  await client.query(sql, values);
  const under = work();
  const waiting = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
  while ((await database.query(waiting)).length < under.length) await delay(5);
  await client.query('COMMIT');
  const done = await Promise.all(under);
  await client.end();
  return done;
}
