import { ADVISORY_LOCKS } from './advisory-locks.js';
import { createDataSource } from './data-source.js';

/**
 * Runs the migrations that are missing, on connections of its own without a statement timeout. Instances that start at
 * the same time take turns; the later ones find none missing.
 * @returns the names of the migrations that ran.
 * @throws the error of a migration; that one is rolled back, and those after it do not run.
 */
export async function migrate(url: string): Promise<string[]> {
  const dataSource = await createDataSource(url, { statementTimeoutMs: 0 }).initialize();
  try {
    const lockSession = dataSource.createQueryRunner();
    // The session holds the lock: PostgreSQL releases it with the connection, however this function ends.
    await lockSession.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCKS.migration]);
    const applied = await dataSource.runMigrations();
    await lockSession.release();
    return applied.map((migration) => migration.name);
  } finally {
    await dataSource.destroy();
  }
}
