import type { MigrationInterface, QueryRunner } from 'typeorm';

export class StandardWords1764000000000 implements MigrationInterface {
  readonly name = 'StandardWords1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE tokens SET kind = CASE kind
          WHEN 'api2' THEN 'login'
          WHEN 'v1alpha' THEN 'api_key'
          WHEN 'v1_access' THEN 'session_access'
          WHEN 'v1_id' THEN 'session_id'
          ELSE 'session_refresh'
        END
        WHERE kind IN ('api2', 'v1alpha', 'v1_access', 'v1_id', 'v1_refresh');
      ALTER TABLE api_keys RENAME COLUMN life_seconds TO lifetime_seconds;
      ALTER TABLE sessions RENAME COLUMN access_tokens_given TO access_tokens_issued;
      ALTER TABLE login_attempts RENAME COLUMN source TO network;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only; restore a backup instead.'));
  }
}
