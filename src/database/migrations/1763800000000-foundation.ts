import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Foundation1763800000000 implements MigrationInterface {
  readonly name = 'Foundation1763800000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE users (
        id integer GENERATED ALWAYS AS IDENTITY,
        username text NOT NULL,
        password_hash text NOT NULL,
        password_version integer NOT NULL DEFAULT 1,
        password_change_required boolean NOT NULL DEFAULT false,
        role text NOT NULL,
        role_version integer NOT NULL DEFAULT 1,
        full_name text,
        email text,
        enabled boolean NOT NULL DEFAULT true,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT users_pkey PRIMARY KEY (id)
      );
      CREATE UNIQUE INDEX users_username_key ON users (username);
      CREATE INDEX users_role_version_idx ON users (role_version) WHERE role_version > 1;

      CREATE SEQUENCE tokens_idx_seq MINVALUE 0;
      CREATE TABLE tokens (
        id uuid NOT NULL,
        idx bigint NOT NULL,
        kind text NOT NULL,
        secret_digest bytea,
        user_id integer NOT NULL,
        issued_at timestamptz NOT NULL,
        expires_at timestamptz,
        revoked_at timestamptz,
        CONSTRAINT tokens_pkey PRIMARY KEY (id)
      );
      CREATE UNIQUE INDEX tokens_idx_key ON tokens (idx);
      CREATE UNIQUE INDEX tokens_secret_digest_key ON tokens (secret_digest) WHERE secret_digest IS NOT NULL;
      CREATE INDEX tokens_user_id_active_idx ON tokens (user_id) WHERE revoked_at IS NULL;
      CREATE INDEX tokens_revoked_idx ON tokens (idx) WHERE revoked_at IS NOT NULL;
      CREATE INDEX tokens_expires_at_idx ON tokens (expires_at);

      CREATE TABLE signing_keys (
        kid text NOT NULL,
        state text NOT NULL,
        public_key text NOT NULL,
        sealed_private_key bytea NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT signing_keys_pkey PRIMARY KEY (kid)
      );
      CREATE UNIQUE INDEX signing_keys_current_key ON signing_keys (state) WHERE state = 'current';

      CREATE TABLE settings (
        name text NOT NULL,
        value jsonb NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT settings_pkey PRIMARY KEY (name)
      );

      CREATE TABLE changes (
        seq bigint GENERATED ALWAYS AS IDENTITY,
        xid bigint NOT NULL,
        made_at timestamptz NOT NULL DEFAULT now(),
        change jsonb NOT NULL,
        CONSTRAINT changes_pkey PRIMARY KEY (seq)
      );
      CREATE INDEX changes_xid_idx ON changes (xid);
      CREATE INDEX changes_made_at_idx ON changes (made_at);
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only; restore a backup instead.'));
  }
}
