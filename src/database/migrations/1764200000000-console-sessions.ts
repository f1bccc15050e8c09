import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ConsoleSessions1764200000000 implements MigrationInterface {
  readonly name = 'ConsoleSessions1764200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE console_sessions (
        id uuid NOT NULL,
        password_checked_at timestamptz NOT NULL,
        CONSTRAINT console_sessions_pkey PRIMARY KEY (id),
        CONSTRAINT console_sessions_id_fkey FOREIGN KEY (id) REFERENCES tokens (id) ON DELETE CASCADE
      );
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only; restore a backup instead.'));
  }
}
