import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For lists that are read page by page. */
export class ApiKeysInOrder1764130100000 implements MigrationInterface {
  readonly name = 'ApiKeysInOrder1764130100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX api_keys_user_id_id_idx ON api_keys (user_id, id)');
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only; restore a backup instead.'));
  }
}
