import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A user's tokens, and those of an address, are found by their kind in the order of their issue. */
export class TokenIndexesByKind1764310000000 implements MigrationInterface {
  readonly name = 'TokenIndexesByKind1764310000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX tokens_live_user_idx, tokens_revoked_user_idx, tokens_expired_user_idx,
        tokens_live_address_idx, tokens_revoked_address_idx, tokens_expired_address_idx;
      CREATE INDEX tokens_live_user_idx ON tokens (user_id, kind, id) WHERE revoked_at IS NULL AND NOT expired;
      CREATE INDEX tokens_revoked_user_idx ON tokens (user_id, kind, id) WHERE revoked_at IS NOT NULL;
      CREATE INDEX tokens_expired_user_idx ON tokens (user_id, kind, id) WHERE revoked_at IS NULL AND expired;
      CREATE INDEX tokens_live_address_idx ON tokens (issued_address, kind, id) WHERE revoked_at IS NULL AND NOT expired;
      CREATE INDEX tokens_revoked_address_idx ON tokens (issued_address, kind, id) WHERE revoked_at IS NOT NULL;
      CREATE INDEX tokens_expired_address_idx ON tokens (issued_address, kind, id) WHERE revoked_at IS NULL AND expired;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only; restore a backup instead.'));
  }
}
