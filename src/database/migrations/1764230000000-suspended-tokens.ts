import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SuspendedTokens1764230000000 implements MigrationInterface {
  readonly name = 'SuspendedTokens1764230000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE tokens ADD COLUMN suspended_at timestamptz;
      CREATE INDEX tokens_suspended_idx ON tokens (idx) WHERE suspended_at IS NOT NULL AND revoked_at IS NULL;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only; restore a backup instead.'));
  }
}
