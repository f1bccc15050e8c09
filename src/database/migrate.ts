import type { DataSource } from 'typeorm';

/** Any number that nothing else in the database locks. */
const MIGRATION_LOCK = 7_355_374;

/**
 * Brings the schema up to date. Instances that start at once do it one after another; the later ones find nothing to do.
 * @returns the names of the migrations that ran.
 */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const holder = dataSource.createQueryRunner();
  try {
    await holder.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const applied = await dataSource.runMigrations();
    return applied.map((migration) => migration.name);
  } finally {
    await holder.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await holder.release();
  }
}
