import { Injectable } from '@nestjs/common';
import type { Pool, QueryResultRow } from 'pg';
import { DataSource } from 'typeorm';

/**
 * The few statements on the hottest paths. Named, so that PostgreSQL plans each once a connection: about twice the
 * speed of the same text without a name, and three times that of TypeORM's finders.
 */
const STATEMENTS = {
  /**
   * The row lock on the user makes disabling, deleting or a new password wait for a token that is being issued, and
   * issuing wait for them: no token slips through between.
   */
  insert_token: `
    INSERT INTO tokens (id, idx, kind, secret_digest, user_id, issued_at, expires_at)
    SELECT $1, nextval('tokens_idx_seq'), $2, $7, holder.id, $4, $5
    FROM (
      SELECT id FROM users
      WHERE id = $3 AND enabled AND ($6::integer IS NULL OR password_version = $6)
      FOR SHARE
    ) AS holder
    RETURNING idx`,
  list_revoked_idxs: `
    SELECT idx FROM tokens
    WHERE revoked_at IS NOT NULL AND idx > $1 AND (expires_at IS NULL OR expires_at > $2)
    ORDER BY idx LIMIT $3`,
  /** As insert_token; the unique index on user and description decides between two at once. */
  insert_api_key: `
    WITH holder AS (
      SELECT id FROM users
      WHERE id = $2 AND enabled AND ($3::integer IS NULL OR password_version = $3)
      FOR SHARE
    ), named AS (
      INSERT INTO api_keys (id, user_id, description, life_seconds, expires_at)
      SELECT $1, holder.id, $4, $5, $7 FROM holder
      ON CONFLICT (user_id, description) DO NOTHING
      RETURNING id, user_id
    ), token AS (
      INSERT INTO tokens (id, idx, kind, user_id, issued_at, expires_at)
      SELECT named.id, nextval('tokens_idx_seq'), 'v1alpha', named.user_id, $6, $7 FROM named
      RETURNING idx
    )
    SELECT token.idx FROM holder LEFT JOIN token ON true`,
  /** LEAST passes over the null of a token that is not revoked, or whose row is gone since it expired. */
  find_api_key: `
    SELECT id, description, life_seconds AS "lifeSeconds", LEAST(api_keys.expires_at, revoked_at) AS "endsAt", idx
    FROM api_keys LEFT JOIN tokens USING (id) WHERE api_keys.user_id = $1 AND id = $2`,
  /** A subquery instead of the join, which for some statistics would read all of `tokens`. */
  list_api_keys: `
    SELECT id, description, life_seconds AS "lifeSeconds",
      LEAST(expires_at, (SELECT revoked_at FROM tokens WHERE tokens.id = api_keys.id)) AS "endsAt"
    FROM api_keys WHERE user_id = $1 ORDER BY id`,
  highest_idx: `
    SELECT CASE WHEN is_called THEN last_value ELSE -1 END AS idx FROM tokens_idx_seq`,
  list_revocations_since: `
    SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS xmax, log.change -> 'idxs' AS idxs
    FROM (SELECT) AS always
    LEFT JOIN changes AS log ON log.xid >= $1::bigint AND log.change ->> 'type' = 'tokens_revoked'
    ORDER BY log.seq LIMIT $2`,
  /**
   * The role is the one that the user has now and the contexts those in the catalogue now. That the digest is not null
   * follows from the comparison, but only when it is said too does a generic plan use the index of those that have one.
   * Two parameters and not an array: for an array PostgreSQL plans anew each time, which costs five times the rest.
   */
  find_context_token: `
    SELECT token.id, token.idx, token.user_id AS "userId", token.issued_at AS "issuedAt",
      holder.username, holder.role, sealed.sealed_text AS "sealedText",
      ARRAY (
        SELECT context.name FROM context_token_contexts AS granted JOIN contexts AS context USING (code)
        WHERE granted.token_id = token.id ORDER BY code
      ) AS contexts
    FROM tokens AS token
    JOIN users AS holder ON holder.id = token.user_id AND holder.enabled
    JOIN context_tokens AS sealed ON sealed.id = token.id
    WHERE token.secret_digest IS NOT NULL AND token.secret_digest IN ($1, $2)
      AND token.kind = 'context' AND token.revoked_at IS NULL`,
} as const;

@Injectable()
export class HotStatements {
  private readonly pool: Pool;

  constructor(dataSource: DataSource) {
    this.pool = (dataSource.driver as unknown as { master: Pool }).master;
  }

  async run<Row extends QueryResultRow>(name: keyof typeof STATEMENTS, values: unknown[]): Promise<Row[]> {
    const { rows } = await this.pool.query<Row>({ name, text: STATEMENTS[name], values });
    return rows;
  }
}
