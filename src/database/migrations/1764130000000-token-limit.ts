import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How many active tokens a user has, of that one of the kinds of which they have most; at least `up_to` where they have
 * that many or more, so that it never reads many more rows than that. Being volatile it reads what is committed when it
 * is called, not when the statement began that calls it: after a lock, what was issued while that was waited for counts.
 */
export class TokenLimit1764130000000 implements MigrationInterface {
  readonly name = 'TokenLimit1764130000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION count_active_tokens(owner_id integer, kinds text[], at timestamptz, up_to bigint) RETURNS integer
      LANGUAGE plpgsql VOLATILE AS $$
      BEGIN
        RETURN (
          SELECT coalesce(max(of_kind.count), 0) FROM (
            SELECT count(*) FROM (
              SELECT kind FROM tokens
              WHERE user_id = owner_id AND kind = ANY (kinds) AND revoked_at IS NULL
                AND (expires_at IS NULL OR expires_at > at)
              LIMIT up_to * cardinality(kinds)
            ) AS active
            GROUP BY kind
          ) AS of_kind
        );
      END $$;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only; restore a backup instead.'));
  }
}
