import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A token that was never used gets its place among the uses too, by the cleanup; and the uses are divided like the
 * tokens, so that those of tokens that have expired cost nothing that look for active ones.
 */
export class UnusedTokens1764270000000 implements MigrationInterface {
  readonly name = 'UnusedTokens1764270000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE token_uses ALTER COLUMN used_at DROP NOT NULL, ADD COLUMN ended boolean NOT NULL DEFAULT false;
      UPDATE token_uses SET ended = true FROM tokens WHERE tokens.id = token_uses.token_id AND tokens.expired;
      DROP INDEX token_uses_kind_used_at_idx;
      CREATE INDEX token_uses_live_idx ON token_uses (kind, used_at, token_id) WHERE NOT ended;
      CREATE INDEX token_uses_ended_idx ON token_uses (kind, used_at, token_id) WHERE ended;

      -- One row: each token up to this id has a row in token_uses.
      CREATE TABLE token_use_progress (up_to uuid NOT NULL);
      INSERT INTO token_use_progress VALUES ('00000000-0000-0000-0000-000000000000');

      -- Of revoked context tokens alone, so that nothing that is issued pays for it.
      CREATE INDEX tokens_ended_contexts_idx ON tokens USING gin (ended_contexts) WHERE ended_contexts IS NOT NULL;

      -- As before, but by the index on tokens that may be active.
      CREATE OR REPLACE FUNCTION count_active_tokens(owner_id integer, kinds text[], at timestamptz, up_to bigint)
      RETURNS integer LANGUAGE plpgsql VOLATILE AS $$
      BEGIN
        RETURN (
          SELECT coalesce(max(of_kind.count), 0) FROM (
            SELECT count(*) FROM (
              SELECT kind FROM tokens
              WHERE user_id = owner_id AND kind = ANY (kinds) AND revoked_at IS NULL AND NOT expired
                AND suspended_at IS NULL AND (expires_at IS NULL OR expires_at > at)
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
