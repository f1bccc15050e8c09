import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SecondFactors1764300000000 implements MigrationInterface {
  readonly name = 'SecondFactors1764300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE users
        ADD COLUMN second_factor boolean NOT NULL DEFAULT false,
        ADD COLUMN second_factor_required boolean NOT NULL DEFAULT false;

      CREATE TABLE second_factor_roles (
        role text NOT NULL,
        CONSTRAINT second_factor_roles_pkey PRIMARY KEY (role)
      );

      -- Half of each page stays free: every login with a code writes its row again.
      CREATE TABLE totp_factors (
        id uuid NOT NULL,
        user_id integer NOT NULL,
        sealed_secret bytea NOT NULL,
        created_at timestamptz NOT NULL,
        confirmed_at timestamptz,
        device_name text,
        last_step integer,
        drift integer NOT NULL DEFAULT 0,
        last_used_at timestamptz,
        CONSTRAINT totp_factors_pkey PRIMARY KEY (id),
        CONSTRAINT totp_factors_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
      ) WITH (fillfactor = 50);
      CREATE UNIQUE INDEX totp_factors_active_key ON totp_factors (user_id) WHERE confirmed_at IS NOT NULL;
      CREATE UNIQUE INDEX totp_factors_pending_key ON totp_factors (user_id) WHERE confirmed_at IS NULL;

      CREATE TABLE recovery_codes (
        user_id integer NOT NULL,
        code_digest bytea NOT NULL,
        CONSTRAINT recovery_codes_pkey PRIMARY KEY (user_id, code_digest),
        CONSTRAINT recovery_codes_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
      );

      ALTER TABLE challenges
        ADD COLUMN kind text NOT NULL DEFAULT 'new_password',
        ADD COLUMN failures integer NOT NULL DEFAULT 0;

      ALTER TABLE sessions ADD COLUMN amr text[];
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only; restore a backup instead.'));
  }
}
