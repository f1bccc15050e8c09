import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SuspendedTokens1764230000000 implements MigrationInterface {
  readonly name = 'SuspendedTokens1764230000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE tokens ADD COLUMN suspended_at timestamptz;
      CREATE INDEX tokens_suspended_idx ON tokens (idx) WHERE suspended_at IS NOT NULL AND revoked_at IS NULL;

      -- As before, without those that are suspended.
      CREATE OR REPLACE FUNCTION count_active_tokens(owner_id integer, kinds text[], at timestamptz, up_to bigint)
      RETURNS integer LANGUAGE plpgsql VOLATILE AS $$
      BEGIN
        RETURN (
          SELECT coalesce(max(of_kind.count), 0) FROM (
            SELECT count(*) FROM (
              SELECT kind FROM tokens
              WHERE user_id = owner_id AND kind = ANY (kinds) AND revoked_at IS NULL AND suspended_at IS NULL
                AND (expires_at IS NULL OR expires_at > at)
              LIMIT up_to * cardinality(kinds)
            ) AS active
            GROUP BY kind
          ) AS of_kind
        );
      END $$;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only; restore a backup instead.'));
  }
}
