import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Sessions1763910000000 implements MigrationInterface {
  readonly name = 'Sessions1763910000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sessions (
        id uuid NOT NULL,
        user_id integer NOT NULL,
        access_tokens_given integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        CONSTRAINT sessions_pkey PRIMARY KEY (id)
      );
      CREATE INDEX sessions_expires_at_idx ON sessions (expires_at);

      ALTER TABLE tokens ADD COLUMN session_id uuid;
      CREATE INDEX tokens_session_id_idx ON tokens (session_id) WHERE session_id IS NOT NULL;

      CREATE TABLE challenges (
        secret_digest bytea NOT NULL,
        user_id integer NOT NULL,
        password_version integer NOT NULL,
        expires_at timestamptz NOT NULL,
        CONSTRAINT challenges_pkey PRIMARY KEY (secret_digest)
      );
      CREATE INDEX challenges_expires_at_idx ON challenges (expires_at);

      CREATE TABLE reset_codes (
        account bytea NOT NULL,
        code_digest bytea,
        expires_at timestamptz NOT NULL,
        tries integer NOT NULL DEFAULT 0,
        asked_at timestamptz[] NOT NULL,
        CONSTRAINT reset_codes_pkey PRIMARY KEY (account)
      );
      CREATE INDEX reset_codes_expires_at_idx ON reset_codes (expires_at);
      CREATE INDEX users_email_idx ON users (lower(email)) WHERE email IS NOT NULL;

      CREATE TABLE login_attempts (
        account bytea NOT NULL,
        source text NOT NULL,
        failures integer NOT NULL,
        locked_until timestamptz,
        succeeded_at timestamptz,
        last_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        CONSTRAINT login_attempts_pkey PRIMARY KEY (account, source)
      );
      CREATE INDEX login_attempts_expires_at_idx ON login_attempts (expires_at);
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only; restore a backup instead.'));
  }
}
