import { Injectable } from '@nestjs/common';
import type { Pool, QueryResultRow } from 'pg';
import { DataSource } from 'typeorm';
import { ADMIT_LOGIN, COUNT_LOGIN_FAILURE } from './login-attempt-statements.js';

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
    INSERT INTO tokens (id, idx, kind, user_id, issued_at, expires_at)
    SELECT $1, nextval('tokens_idx_seq'), $2, holder.id, $4, $5
    FROM (
      SELECT id FROM users
      WHERE id = $3 AND enabled AND ($6::integer IS NULL OR password_version = $6)
      FOR SHARE
    ) AS holder
    RETURNING idx`,
  /** One login: its session and its tokens; $7 to $10 are one array each, a place for each token. Locks as above. */
  insert_session: `
    WITH holder AS (
      SELECT id, username, role, full_name, email FROM users
      WHERE id = $2 AND enabled AND ($3::integer IS NULL OR password_version = $3)
      FOR SHARE
    ), session AS (
      INSERT INTO sessions (id, user_id, created_at, expires_at)
      SELECT $1, holder.id, $4, $5 FROM holder
      RETURNING id
    ), made AS (
      INSERT INTO tokens (id, idx, kind, secret_digest, user_id, session_id, issued_at, expires_at)
      SELECT t.id, nextval('tokens_idx_seq'), t.kind, t.digest, holder.id, session.id, $6, t.expires_at
      FROM holder, session, unnest($7::uuid[], $8::text[], $9::bytea[], $10::timestamptz[])
        AS t (id, kind, digest, expires_at)
      RETURNING id, idx
    )
    SELECT made.id, made.idx, username, role, full_name AS "fullName", email FROM made, holder`,
  /**
   * The count goes up only while it is below $4, so that of two at once at the limit one gets nothing. The user's row is
   * locked first, as everywhere; then the refresh token's, so that revoking it and using it wait for each other.
   */
  refresh_session: `
    WITH holder AS (
      SELECT id, username, role, full_name, email FROM users WHERE id = $2 AND enabled FOR SHARE
    ), refresh AS (
      SELECT t.session_id FROM holder JOIN tokens t ON t.user_id = holder.id
      WHERE t.id = $1 AND t.revoked_at IS NULL
      FOR SHARE OF t
    ), session AS (
      UPDATE sessions SET access_tokens_given = access_tokens_given + 1 FROM refresh
      WHERE sessions.id = refresh.session_id AND access_tokens_given < $4
      RETURNING sessions.id
    ), made AS (
      INSERT INTO tokens (id, idx, kind, user_id, session_id, issued_at, expires_at)
      SELECT t.id, nextval('tokens_idx_seq'), t.kind, $2, session.id, $3, t.expires_at
      FROM session, unnest($5::uuid[], $6::text[], $7::timestamptz[]) AS t (id, kind, expires_at)
      RETURNING id, idx
    )
    SELECT made.id, made.idx, username, role, full_name AS "fullName", email FROM made, holder`,
  /** A row for unknown users too, all of it null, so that the time to read it tells nothing. */
  find_credentials: `
    SELECT id, username, password_hash AS "passwordHash", password_version AS "passwordVersion",
      password_change_required AS "passwordChangeRequired", role, enabled
    FROM (SELECT) AS always LEFT JOIN users ON username = $1`,
  admit_login: ADMIT_LOGIN,
  count_login_failure: COUNT_LOGIN_FAILURE,
  find_setting: `SELECT value FROM settings WHERE name = $1`,
  find_addressees: `
    SELECT id, username, email, enabled
    FROM (SELECT) AS always LEFT JOIN users ON username = $1 OR lower(email) = lower($2)`,
  find_refresh_token: `
    SELECT t.id, t.idx, t.session_id AS "sessionId", t.user_id AS "userId", u.username, u.role,
      t.issued_at AS "issuedAt", t.expires_at AS "expiresAt",
      s.created_at AS "startedAt", s.access_tokens_given AS "accessTokensGiven"
    FROM tokens t JOIN sessions s ON s.id = t.session_id JOIN users u ON u.id = t.user_id
    WHERE t.secret_digest = $1 AND t.kind = 'v1_refresh' AND t.revoked_at IS NULL AND t.expires_at > $2 AND u.enabled`,
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
   * The role is the one that the user has now and the contexts those in the catalogue now. $1 is a JSON list of digests
   * in hex: of such a list PostgreSQL assumes one length, so it plans once, whereas for an array it plans anew each
   * time. LIMIT keeps each digest a look-up of its own in the unique index.
   */
  find_context_tokens: `
    SELECT wanted.digest, found.*
    FROM json_array_elements_text($1::json) AS wanted (digest)
    CROSS JOIN LATERAL (
      SELECT token.id, token.idx, token.user_id AS "userId",
        floor(extract(epoch FROM token.issued_at))::float8 AS "issuedAt",
        holder.username, holder.role, sealed.sealed_text AS "sealedText",
        ARRAY (
          SELECT context.name FROM context_token_contexts AS granted JOIN contexts AS context USING (code)
          WHERE granted.token_id = token.id ORDER BY code
        ) AS contexts
      FROM tokens AS token
      JOIN users AS holder ON holder.id = token.user_id AND holder.enabled
      JOIN context_tokens AS sealed ON sealed.id = token.id
      WHERE token.secret_digest = decode(wanted.digest, 'hex')
        AND token.kind = 'context' AND token.revoked_at IS NULL
      LIMIT 1
    ) AS found`,
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
