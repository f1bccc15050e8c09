import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The uses are divided in three, as the tokens are: those of revoked tokens cost nothing where active ones are looked for. */
export class UsesOfRevokedTokens1764285000000 implements MigrationInterface {
  readonly name = 'UsesOfRevokedTokens1764285000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE token_uses RENAME COLUMN ended TO expired;
      ALTER TABLE token_uses ADD COLUMN revoked boolean NOT NULL DEFAULT false;
      DROP INDEX token_uses_live_idx, token_uses_ended_idx;

      -- Each revoked token has a row from now on, whether it was used or not.
      INSERT INTO token_uses (token_id, kind, expired, revoked)
      SELECT id, kind, expired, true FROM tokens WHERE revoked_at IS NOT NULL
      ON CONFLICT (token_id) DO UPDATE SET revoked = true;

      CREATE INDEX token_uses_live_idx ON token_uses (kind, used_at, token_id) WHERE NOT revoked AND NOT expired;
      CREATE INDEX token_uses_revoked_idx ON token_uses (kind, used_at, token_id) WHERE revoked;
      CREATE INDEX token_uses_expired_idx ON token_uses (kind, used_at, token_id) WHERE NOT revoked AND expired;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only; restore a backup instead.'));
  }
}
