import { ADVISORY_LOCKS } from './advisory-locks.js';
import { createDataSource } from './data-source.js';

/**
 * Brings the schema up to date, on connections of its own that may take as long as it needs. Instances that start at
 * once do it one after another; the later ones find nothing to do.
 * @returns the names of the migrations that ran.
 */
export async function migrate(url: string): Promise<string[]> {
  const dataSource = await createDataSource(url, { statementTimeoutMs: 0 }).initialize();
  try {
    const holder = dataSource.createQueryRunner();
    // Held by the session, so it goes with the connection however this ends.
    await holder.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCKS.migration]);
    const applied = await dataSource.runMigrations();
    await holder.release();
    return applied.map((migration) => migration.name);
  } finally {
    await dataSource.destroy();
  }
}
