import pg from 'pg';
import { ADVISORY_LOCKS } from '../../src/database/advisory-locks.js';
import type { TestDatabase } from './test-database.js';

/** Until `release`, no instance marks the rows of incidents, as if all were busy or gone, or as if an incident began. */
export async function holdWork(
  database: TestDatabase,
  lock: 'incidentWork' | 'incidentBeginning' = 'incidentWork',
): Promise<{ release: () => Promise<void> }> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCKS[lock]]);
  return { release: () => client.end() };
}
