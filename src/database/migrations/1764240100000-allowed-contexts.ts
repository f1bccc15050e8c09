import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose a context token is stands with its contexts too, so that those who have a context are read page by page. */
export class AllowedContexts1764240100000 implements MigrationInterface {
  readonly name = 'AllowedContexts1764240100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE users ADD COLUMN contexts_limited boolean NOT NULL DEFAULT false;
      CREATE TABLE user_contexts (
        user_id integer NOT NULL,
        code integer NOT NULL,
        CONSTRAINT user_contexts_pkey PRIMARY KEY (user_id, code),
        CONSTRAINT user_contexts_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
        CONSTRAINT user_contexts_code_fkey FOREIGN KEY (code) REFERENCES contexts (code) ON DELETE CASCADE
      );
      CREATE INDEX user_contexts_code_idx ON user_contexts (code);

      ALTER TABLE context_token_contexts ADD COLUMN user_id integer;
      UPDATE context_token_contexts AS granted SET user_id = tokens.user_id FROM tokens WHERE tokens.id = granted.token_id;
      ALTER TABLE context_token_contexts ALTER COLUMN user_id SET NOT NULL;
      DROP INDEX context_token_contexts_code_idx;
      CREATE INDEX context_token_contexts_code_user_id_idx ON context_token_contexts (code, user_id, token_id);
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only; restore a backup instead.'));
  }
}
