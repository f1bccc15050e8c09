import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TokenLists1764220000000 implements MigrationInterface {
  readonly name = 'TokenLists1764220000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE tokens
        ADD COLUMN description text,
        ADD COLUMN issued_address inet,
        ADD COLUMN issued_user_agent text,
        ADD COLUMN expired boolean NOT NULL DEFAULT false,
        ADD COLUMN ended_by_kind text,
        ADD COLUMN ended_by_id integer,
        ADD COLUMN ended_reason text,
        ADD COLUMN ended_contexts text[];
      UPDATE tokens SET description = api_keys.description FROM api_keys WHERE api_keys.id = tokens.id;

      ALTER TABLE sessions ADD COLUMN last_refreshed_at timestamptz;
      ALTER TABLE signing_keys ADD COLUMN revoked_by_id integer, ADD COLUMN revoked_reason text;

      -- Apart from the registry, whose rows would otherwise be written anew with all their indexes at each use. No
      -- foreign key: its check would lock, and so write, the row of each token that is used.
      CREATE TABLE token_uses (
        token_id uuid NOT NULL,
        kind text NOT NULL,
        used_at timestamptz NOT NULL,
        address inet,
        CONSTRAINT token_uses_pkey PRIMARY KEY (token_id)
      );
      CREATE INDEX token_uses_kind_used_at_idx ON token_uses (kind, used_at, token_id);

      -- Each row is in one of three of each index, so that tokens that have ended cost those nothing that look for others.
      DROP INDEX tokens_user_id_active_idx, tokens_expires_at_idx;
      CREATE INDEX tokens_live_user_idx ON tokens (user_id, id) WHERE revoked_at IS NULL AND NOT expired;
      CREATE INDEX tokens_live_kind_idx ON tokens (kind, id) WHERE revoked_at IS NULL AND NOT expired;
      CREATE INDEX tokens_live_address_idx ON tokens (issued_address, id) WHERE revoked_at IS NULL AND NOT expired;
      CREATE INDEX tokens_live_expires_idx ON tokens (kind, expires_at, id) WHERE revoked_at IS NULL AND NOT expired;
      CREATE INDEX tokens_revoked_user_idx ON tokens (user_id, id) WHERE revoked_at IS NOT NULL;
      CREATE INDEX tokens_revoked_kind_idx ON tokens (kind, id) WHERE revoked_at IS NOT NULL;
      CREATE INDEX tokens_revoked_address_idx ON tokens (issued_address, id) WHERE revoked_at IS NOT NULL;
      CREATE INDEX tokens_revoked_expires_idx ON tokens (kind, expires_at, id) WHERE revoked_at IS NOT NULL;
      CREATE INDEX tokens_expired_user_idx ON tokens (user_id, id) WHERE revoked_at IS NULL AND expired;
      CREATE INDEX tokens_expired_kind_idx ON tokens (kind, id) WHERE revoked_at IS NULL AND expired;
      CREATE INDEX tokens_expired_address_idx ON tokens (issued_address, id) WHERE revoked_at IS NULL AND expired;
      CREATE INDEX tokens_expired_expires_idx ON tokens (kind, expires_at, id) WHERE revoked_at IS NULL AND expired;
      CREATE INDEX tokens_description_idx ON tokens (description, id) WHERE description IS NOT NULL;
      CREATE INDEX context_token_contexts_code_token_id_idx ON context_token_contexts (code, token_id);

      -- As before, but by the index on active tokens.
      CREATE OR REPLACE FUNCTION count_active_tokens(owner_id integer, kinds text[], at timestamptz, up_to bigint)
      RETURNS integer LANGUAGE plpgsql VOLATILE AS $$
      BEGIN
        RETURN (
          SELECT coalesce(max(of_kind.count), 0) FROM (
            SELECT count(*) FROM (
              SELECT kind FROM tokens
              WHERE user_id = owner_id AND kind = ANY (kinds) AND revoked_at IS NULL AND NOT expired
                AND (expires_at IS NULL OR expires_at > at)
              LIMIT up_to * cardinality(kinds)
            ) AS active
            GROUP BY kind
          ) AS of_kind
        );
      END $$;

      -- What an id of this moment or later is at or above (RFC 9562, section 5.7).
      CREATE FUNCTION first_id_at(at timestamptz) RETURNS uuid LANGUAGE sql STABLE STRICT PARALLEL SAFE AS $$
        SELECT rpad(
          CASE WHEN at = 'infinity' THEN 'ffffffffffff'
            ELSE lpad(to_hex(greatest(0, floor(extract(epoch FROM at) * 1000))::bigint), 12, '0') END,
          32, '0')::uuid
      $$;

      -- As before, but an ended token still tells what it was valid for.
      DROP TRIGGER tokens_discard_context_token ON tokens;
      CREATE OR REPLACE FUNCTION discard_context_token() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.ended_contexts := ARRAY (
          SELECT context.name FROM context_token_contexts AS granted JOIN contexts AS context USING (code)
          WHERE granted.token_id = NEW.id ORDER BY code
        );
        DELETE FROM context_tokens WHERE id = NEW.id;
        RETURN NEW;
      END $$;
      CREATE TRIGGER tokens_discard_context_token BEFORE UPDATE OF revoked_at ON tokens
        FOR EACH ROW WHEN (NEW.kind = 'context' AND OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL)
        EXECUTE FUNCTION discard_context_token();
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only; restore a backup instead.'));
  }
}
