import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Contexts1763900200000 implements MigrationInterface {
  readonly name = 'Contexts1763900200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE contexts (
        code integer NOT NULL,
        name text NOT NULL,
        description text,
        CONSTRAINT contexts_pkey PRIMARY KEY (code)
      );
      CREATE UNIQUE INDEX contexts_name_key ON contexts (name);
      INSERT INTO contexts (code, name) VALUES (1, 'AddCommentToChangeRequest'), (2, 'ChangeStateOfChangeRequest');

      CREATE TABLE context_tokens (
        id uuid NOT NULL,
        sealed_text bytea NOT NULL,
        CONSTRAINT context_tokens_pkey PRIMARY KEY (id),
        CONSTRAINT context_tokens_id_fkey FOREIGN KEY (id) REFERENCES tokens (id) ON DELETE CASCADE
      );

      CREATE TABLE context_token_contexts (
        token_id uuid NOT NULL,
        code integer NOT NULL,
        CONSTRAINT context_token_contexts_pkey PRIMARY KEY (token_id, code),
        CONSTRAINT context_token_contexts_token_id_fkey
          FOREIGN KEY (token_id) REFERENCES context_tokens (id) ON DELETE CASCADE,
        CONSTRAINT context_token_contexts_code_fkey FOREIGN KEY (code) REFERENCES contexts (code)
      );
      CREATE INDEX context_token_contexts_code_idx ON context_token_contexts (code);

      -- Whoever ends a token, and by whatever statement: its text and its hold on its contexts end with it.
      CREATE FUNCTION discard_context_token() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM context_tokens WHERE id = NEW.id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER tokens_discard_context_token AFTER UPDATE OF revoked_at ON tokens
        FOR EACH ROW WHEN (NEW.kind = 'context' AND NEW.revoked_at IS NOT NULL)
        EXECUTE FUNCTION discard_context_token();

      CREATE TABLE audit_log (
        id bigint GENERATED ALWAYS AS IDENTITY,
        made_at timestamptz NOT NULL,
        user_id integer NOT NULL,
        username text NOT NULL,
        address text NOT NULL,
        action text NOT NULL,
        count integer NOT NULL,
        CONSTRAINT audit_log_pkey PRIMARY KEY (id)
      );
      CREATE INDEX audit_log_made_at_idx ON audit_log (made_at);
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only; restore a backup instead.'));
  }
}
