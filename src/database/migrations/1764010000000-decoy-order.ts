import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DecoyOrder1764010000000 implements MigrationInterface {
  readonly name = 'DecoyOrder1764010000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX users_decoy_idx ON users (hashtextextended(username, 0))`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only; restore a backup instead.'));
  }
}
