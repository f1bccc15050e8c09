import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Each index begins with what a list is filtered by, so that a page is the beginning of a few index ranges, one for each
 * combination (see UserListRepository). The last login has a table of its own: the row of a user is locked while tokens
 * are issued to them, and a login would wait there.
 */
export class UserLists1764240000000 implements MigrationInterface {
  readonly name = 'UserLists1764240000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE users ADD COLUMN source text NOT NULL DEFAULT 'local';
      CREATE INDEX users_role_idx ON users (role, enabled, id);
      CREATE INDEX users_username_prefix_idx ON users (role, enabled, lower(username) text_pattern_ops, id);
      CREATE INDEX users_full_name_prefix_idx ON users (role, enabled, lower(full_name) text_pattern_ops, id)
        WHERE full_name IS NOT NULL;
      CREATE INDEX users_email_prefix_idx ON users (role, enabled, lower(email) text_pattern_ops, id)
        WHERE email IS NOT NULL;

      CREATE TABLE user_logins (
        user_id integer NOT NULL,
        last_login_at timestamptz NOT NULL,
        CONSTRAINT user_logins_pkey PRIMARY KEY (user_id)
      ) WITH (fillfactor = 50);
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only; restore a backup instead.'));
  }
}
