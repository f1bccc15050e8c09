import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ApiKeys1763900100000 implements MigrationInterface {
  readonly name = 'ApiKeys1763900100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE api_keys (
        id uuid NOT NULL,
        user_id integer NOT NULL,
        description text NOT NULL,
        life_seconds double precision NOT NULL,
        expires_at timestamptz NOT NULL,
        CONSTRAINT api_keys_pkey PRIMARY KEY (id),
        CONSTRAINT api_keys_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
      );
      CREATE UNIQUE INDEX api_keys_user_id_description_key ON api_keys (user_id, description);
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only; restore a backup instead.'));
  }
}
