import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NoAsteriskContext1764010100000 implements MigrationInterface {
  readonly name = 'NoAsteriskContext1764010100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE contexts SET name = 'context-' || code WHERE name = '*'`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only; restore a backup instead.'));
  }
}
