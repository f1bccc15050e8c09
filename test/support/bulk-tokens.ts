import type { TestDatabase } from './test-database.js';

/**
 * Inserts rows of login tokens, as fast as the database can: nobody has their texts.
 * @param owner an expression over `n`, which counts them from 1, for the id of the owner.
 */
export async function insertTokens(
  database: TestDatabase,
  count: number,
  owner: string,
  issuedAt: Date,
): Promise<void> {
  await database.query(
    `INSERT INTO tokens (id, idx, kind, user_id, issued_at, expires_at)
     SELECT (lpad(to_hex((extract(epoch FROM $2::timestamptz) * 1000)::bigint), 12, '0') || '7'
         || substr(md5(n::text), 1, 3) || 'a' || substr(md5(random()::text), 1, 15))::uuid,
       nextval('tokens_idx_seq'), 'login', ${owner}, $2, $2::timestamptz + interval '1 day'
     FROM generate_series(1, $1) AS n`,
    [count, issuedAt],
  );
}

/** Runs `work` without the indexes of a table but its unique ones, and makes them again: for millions of rows. */
export async function withoutIndexes(database: TestDatabase, table: string, work: () => Promise<void>): Promise<void> {
  const indexes = await database.query<{ indexname: string; indexdef: string }>(
    `SELECT indexname, indexdef FROM pg_indexes WHERE tablename = $1 AND indexdef NOT LIKE 'CREATE UNIQUE%'`,
    [table],
  );
  for (const { indexname } of indexes) await database.query(`DROP INDEX ${indexname}`);
  await work();
  for (const { indexdef } of indexes) await database.query(indexdef);
}
