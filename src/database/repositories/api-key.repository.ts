import { Injectable } from '@nestjs/common';
import { PreparedStatements, type PreparedStatement } from '../prepared-statements.js';
import type { Transaction } from '../transactions.js';

export interface NewApiKeyRow {
  readonly id: string;
  readonly userId: number;
  readonly description: string;
  readonly lifetimeSeconds: number;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  /** Insert only while the user's password is still this one. */
  readonly passwordVersion?: number;
}

export interface ApiKeyRow {
  readonly id: string;
  readonly description: string;
  readonly lifetimeSeconds: number;
  /** When the token expires, or was revoked. */
  readonly endsAt: Date;
}

/** As insert_token; the unique index on user and description decides between two at once. */
const INSERT_API_KEY: PreparedStatement = {
  name: 'insert_api_key',
  text: `
  WITH holder AS (
    SELECT id FROM users
    WHERE id = $2 AND enabled AND ($3::integer IS NULL OR password_version = $3)
    FOR SHARE
  ), named AS (
    INSERT INTO api_keys (id, user_id, description, lifetime_seconds, expires_at)
    SELECT $1, holder.id, $4, $5, $7 FROM holder
    ON CONFLICT (user_id, description) DO NOTHING
    RETURNING id, user_id
  ), token AS (
    INSERT INTO tokens (id, idx, kind, user_id, issued_at, expires_at)
    SELECT named.id, nextval('tokens_idx_seq'), 'api_key', named.user_id, $6, $7 FROM named
    RETURNING idx
  )
  SELECT token.idx FROM holder LEFT JOIN token ON true`,
};

/** LEAST passes over the null of a token that is not revoked, or whose row is gone since it expired. */
const FIND_API_KEY: PreparedStatement = {
  name: 'find_api_key',
  text: `
  SELECT id, description, lifetime_seconds AS "lifetimeSeconds", LEAST(api_keys.expires_at, revoked_at) AS "endsAt", idx
  FROM api_keys LEFT JOIN tokens USING (id) WHERE api_keys.user_id = $1 AND id = $2`,
};

/** A subquery instead of the join, which for some statistics would read all of `tokens`. */
const LIST_API_KEYS: PreparedStatement = {
  name: 'list_api_keys',
  text: `
  SELECT id, description, lifetime_seconds AS "lifetimeSeconds",
    LEAST(expires_at, (SELECT revoked_at FROM tokens WHERE tokens.id = api_keys.id)) AS "endsAt"
  FROM api_keys WHERE user_id = $1 ORDER BY id`,
};

@Injectable()
export class ApiKeyRepository {
  constructor(private readonly statements: PreparedStatements) {}

  /**
   * Inserts the named row and the token.
   * @returns the token's place in the revocation bits, that being null where the user has this description already;
   *   null where he may no longer have a token.
   */
  async insert(row: NewApiKeyRow): Promise<{ idx: number | null } | null> {
    const { id, userId, description, lifetimeSeconds, issuedAt, expiresAt, passwordVersion = null } = row;
    const [inserted] = await this.statements.run<{ idx: string | null }>(INSERT_API_KEY, [
      id,
      userId,
      passwordVersion,
      description,
      lifetimeSeconds,
      issuedAt,
      expiresAt,
    ]);
    return inserted ? { idx: inserted.idx === null ? null : Number(inserted.idx) } : null;
  }

  /** @returns with the row the token's place in the revocation bits, null once the token is gone since it expired. */
  async find(userId: number, id: string): Promise<{ row: ApiKeyRow; idx: number | null } | null> {
    const [found] = await this.statements.run<ApiKeyRow & { idx: string | null }>(FIND_API_KEY, [userId, id]);
    if (!found) return null;
    const { idx, ...row } = found;
    return { row, idx: idx === null ? null : Number(idx) };
  }

  /** In the order of their ids, which is that of their making. */
  listOfUser(userId: number): Promise<ApiKeyRow[]> {
    return this.statements.run<ApiKeyRow>(LIST_API_KEYS, [userId]);
  }

  /**
   * Deletes the named row, revokes the token and announces it. The caller holds the lock on the user's row.
   * @returns whether the user had it.
   */
  async delete(transaction: Transaction, userId: number, id: string, now: Date): Promise<boolean> {
    const rows = await transaction.manager.query<{ idx: string | null }[]>(
      `WITH deleted AS (DELETE FROM api_keys WHERE user_id = $1 AND id = $2 RETURNING id),
       revoked AS (
         UPDATE tokens SET revoked_at = $3 FROM deleted
         WHERE tokens.id = deleted.id AND revoked_at IS NULL
         RETURNING idx
       )
       SELECT revoked.idx FROM deleted LEFT JOIN revoked ON true`,
      [userId, id, now],
    );
    const idxs = rows.flatMap(({ idx }) => (idx === null ? [] : [Number(idx)]));
    if (idxs.length > 0) transaction.announce({ type: 'tokens_revoked', idxs });
    return rows.length > 0;
  }
}
