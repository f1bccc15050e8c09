import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RotatingKeys1763820000000 implements MigrationInterface {
  readonly name = 'RotatingKeys1763820000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE signing_keys ALTER COLUMN sealed_private_key DROP NOT NULL;
      ALTER TABLE signing_keys ADD COLUMN activated_at timestamptz;
      ALTER TABLE signing_keys ADD COLUMN retired_at timestamptz;
      UPDATE signing_keys SET activated_at = created_at;
      CREATE UNIQUE INDEX signing_keys_next_key ON signing_keys (state) WHERE state = 'next';
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only; restore a backup instead.'));
  }
}
