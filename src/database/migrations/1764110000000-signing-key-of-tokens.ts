import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SigningKeyOfTokens1764110000000 implements MigrationInterface {
  readonly name = 'SigningKeyOfTokens1764110000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE signing_keys DROP CONSTRAINT signing_keys_pkey;
      ALTER TABLE signing_keys ADD COLUMN id integer GENERATED ALWAYS AS IDENTITY;
      ALTER TABLE signing_keys ADD CONSTRAINT signing_keys_pkey PRIMARY KEY (id);
      CREATE UNIQUE INDEX signing_keys_kid_key ON signing_keys (kid);

      ALTER TABLE tokens ADD COLUMN signing_key_id integer;
      -- Of two keys whose days meet, the later: what was issued in that very moment may have been signed by either.
      UPDATE tokens SET signing_key_id = (
        SELECT key.id FROM signing_keys AS key
        WHERE key.activated_at <= tokens.issued_at AND (key.retired_at IS NULL OR key.retired_at >= tokens.issued_at)
        ORDER BY key.activated_at DESC LIMIT 1
      )
      WHERE kind IN ('login', 'api_key', 'session_access', 'session_id') AND revoked_at IS NULL AND expires_at > now();
      CREATE INDEX tokens_signing_key_id_active_idx ON tokens (signing_key_id, expires_at)
        WHERE revoked_at IS NULL AND signing_key_id IS NOT NULL;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only; restore a backup instead.'));
  }
}
