import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One row for each user, and 1,024 for all names that no user has, so that made-up names add no rows. Updates find room
 * on the same page (HOT, with the fill factor and without further indexes), and so nothing grows by them. Codes that are
 * under way end: the rows of before do not say whose they are.
 */
export class ResetRequests1764120000000 implements MigrationInterface {
  readonly name = 'ResetRequests1764120000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE reset_codes;
      CREATE TABLE reset_codes (
        user_id integer NOT NULL,
        code_digest bytea,
        code_expires_at timestamptz,
        tries integer NOT NULL DEFAULT 0,
        asked_at timestamptz[] NOT NULL DEFAULT '{}',
        requests jsonb NOT NULL DEFAULT '[]',
        refusals jsonb NOT NULL DEFAULT '[]',
        expires_at timestamptz NOT NULL,
        CONSTRAINT reset_codes_pkey PRIMARY KEY (user_id)
      ) WITH (fillfactor = 50);
      INSERT INTO reset_codes (user_id, expires_at) SELECT -n, 'infinity' FROM generate_series(1, 1024) AS n;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only; restore a backup instead.'));
  }
}
