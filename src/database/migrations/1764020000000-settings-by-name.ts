import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SettingsByName1764020000000 implements MigrationInterface {
  readonly name = 'SettingsByName1764020000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE settings SET name = 'api2TokenSeconds' WHERE name = 'token_timeout_seconds'`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only; restore a backup instead.'));
  }
}
