import { Injectable } from '@nestjs/common';
import type { RecordedEvent } from '../../common/security-event.js';
import { PreparedStatements, type PreparedStatement } from '../prepared-statements.js';
import type { Transaction } from '../transaction.js';
import { managerOf } from '../transaction-manager.js';
import {
  insertedToken,
  isIssued,
  type Admission,
  type InsertedTokens,
  type IssuedRow,
  type NewOwner,
  type NewToken,
} from './inserted-tokens.js';
import { issueStatements, statementFor, valuesOfFirst } from './issue-statement.js';

export interface NewApiKey {
  readonly token: NewToken;
  readonly description: string;
  readonly lifetimeSeconds: number;
}

export interface ApiKeyRow {
  readonly id: string;
  readonly description: string;
  readonly lifetimeSeconds: number;
  /** When the token expires, or was revoked or suspended. */
  readonly endsAt: Date;
}

/** The unique index on user and description decides between two at once. */
const INSERT_API_KEY = issueStatements({
  name: 'insert_api_key',
  commits: true,
  tellsOwner: false,
  steps: `named AS (
    INSERT INTO api_keys (id, user_id, description, lifetime_seconds, expires_at)
    SELECT $4, owner.id, $13, $14, $7 FROM owner
    ON CONFLICT (user_id, description) DO NOTHING
    RETURNING id
  )`,
  onlyIf: 'named',
  description: '$13::text',
});

/** LEAST passes over the null of a token that is not revoked or suspended, or whose row is gone since it expired. */
const FIND_API_KEY: PreparedStatement = {
  name: 'find_api_key',
  text: `
  SELECT id, api_keys.description, lifetime_seconds AS "lifetimeSeconds",
    LEAST(api_keys.expires_at, revoked_at, suspended_at) AS "endsAt", idx
  FROM api_keys LEFT JOIN tokens USING (id) WHERE api_keys.user_id = $1 AND id = $2`,
};

/** A subquery instead of the join, which for some statistics would read all of `tokens`. */
const LIST_API_KEYS: PreparedStatement = {
  name: 'list_api_keys',
  text: `
  SELECT id, description, lifetime_seconds AS "lifetimeSeconds",
    LEAST(expires_at, (SELECT LEAST(revoked_at, suspended_at) FROM tokens WHERE tokens.id = api_keys.id)) AS "endsAt"
  FROM api_keys WHERE user_id = $1 AND id > $2 ORDER BY id LIMIT $3`,
};

@Injectable()
export class ApiKeyRepository {
  constructor(private readonly statements: PreparedStatements) {}

  /**
   * Inserts the named row and the token.
   * @returns 'taken' where the user has this description already; null where they may no longer have a token, or the
   *   ceiling is passed.
   * @throws AppError `token_limit_reached`.
   */
  async insert(
    recorded: RecordedEvent,
    owner: NewOwner,
    { token, description, lifetimeSeconds }: NewApiKey,
    admission: Admission,
  ): Promise<InsertedTokens | 'taken' | null> {
    const issued = valuesOfFirst(recorded.actor, owner, token, admission);
    const values = (payload: string): unknown[] => [...issued, payload, description, lifetimeSeconds];
    const rows = await this.statements.act<IssuedRow>(
      statementFor(admission, INSERT_API_KEY),
      values,
      recorded,
      isIssued,
    );
    return rows.length === 0 ? null : (insertedToken(owner, token, rows, admission) ?? 'taken');
  }

  /** @returns with the row the token's place in the revocation bits, null once the token is gone since it expired. */
  async find(userId: number, id: string): Promise<{ row: ApiKeyRow; idx: number | null } | null> {
    const [found] = await this.statements.run<ApiKeyRow & { idx: string | null }>(FIND_API_KEY, [userId, id]);
    if (!found) return null;
    const { idx, ...row } = found;
    return { row, idx: idx === null ? null : Number(idx) };
  }

  /** In the order of their ids, which is that of their making, those after `afterId`. */
  listPage(userId: number, afterId: string, limit: number): Promise<ApiKeyRow[]> {
    return this.statements.run<ApiKeyRow>(LIST_API_KEYS, [userId, afterId, limit]);
  }

  /** Deletes the named row alone. @returns its description, or undefined where the user has none of this id. */
  async delete(transaction: Transaction, userId: number, id: string): Promise<string | undefined> {
    // TypeORM answers a DELETE with [rows, count].
    const [rows] = await managerOf(transaction).query<[{ description: string }[], number]>(
      'DELETE FROM api_keys WHERE user_id = $1 AND id = $2 RETURNING description',
      [userId, id],
    );
    return rows[0]?.description;
  }
}
