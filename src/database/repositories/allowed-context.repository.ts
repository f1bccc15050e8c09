import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OperatorPool } from '../operator-pool.js';
import { notSuspended } from './not-suspended.js';
import type { Transaction } from '../transaction.js';
import { managerOf } from '../transaction-manager.js';

/** Which contexts a user may have; null for all. */
export interface AllowedContexts {
  readonly username: string;
  /** In the order of their codes. */
  readonly allowed: readonly string[] | null;
}

export interface ContextHolder {
  readonly userId: number;
  readonly username: string;
  /** The newest first. */
  readonly tokens: readonly { readonly id: string; readonly issuedAt: string }[];
}

/** For a user `owner` and a `code` of contexts: whether the user may do it now. */
export const isAllowed = (owner: string, code: string): string =>
  `(NOT ${owner}.contexts_limited OR EXISTS (SELECT FROM user_contexts WHERE user_id = ${owner}.id AND code = ${code}))`;

const READ = `
  SELECT username, CASE WHEN contexts_limited THEN ARRAY (
    SELECT name FROM user_contexts JOIN contexts USING (code) WHERE user_id = users.id ORDER BY code
  ) END AS allowed
  FROM users WHERE id = $1`;

/**
 * From one owner to the next in the index on code and user, and no further than the page needs: the recursion stops
 * where nobody asks for its next row. $1 is the code, $2 the user after whom the page begins, $3 how many tokens of each.
 */
const LIST_HOLDERS = `
  WITH RECURSIVE owners AS (
    (SELECT user_id FROM context_token_contexts WHERE code = $1 AND user_id > $2 ORDER BY user_id LIMIT 1)
    UNION ALL
    SELECT (
      SELECT next.user_id FROM context_token_contexts AS next
      WHERE next.code = $1 AND next.user_id > owners.user_id ORDER BY next.user_id LIMIT 1
    )
    FROM owners WHERE owners.user_id IS NOT NULL
  )
  SELECT owner.id AS "userId", owner.username, list.tokens
  FROM owners
  CROSS JOIN LATERAL (
    SELECT id, username FROM users WHERE id = owners.user_id AND enabled AND ${isAllowed('users', '$1')} LIMIT 1
  ) AS owner
  CROSS JOIN LATERAL (
    SELECT json_agg(json_build_object('id', id, 'issuedAt', issued_at) ORDER BY id DESC) AS tokens FROM (
      SELECT token.id, token.issued_at FROM context_token_contexts AS granted
      JOIN tokens AS token ON token.id = granted.token_id AND token.revoked_at IS NULL AND ${notSuspended('token')}
      WHERE granted.code = $1 AND granted.user_id = owner.id ORDER BY granted.token_id DESC LIMIT $3
    ) AS active
  ) AS list
  WHERE list.tokens IS NOT NULL
  LIMIT $4`;

/** Which contexts users may have, and who has one. */
@Injectable()
export class AllowedContextRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly pool: OperatorPool,
  ) {}

  /** @returns null where there is no user of this id. */
  async find(userId: number): Promise<AllowedContexts | null> {
    return (await this.dataSource.query<AllowedContexts[]>(READ, [userId]))[0] ?? null;
  }

  /** As `find`; until the transaction ends nobody issues a token to the user. */
  async lock(transaction: Transaction, userId: number): Promise<AllowedContexts | null> {
    return (await managerOf(transaction).query<AllowedContexts[]>(`${READ} FOR UPDATE`, [userId]))[0] ?? null;
  }

  /** @param codes null for all. The caller holds the lock on the user and on the contexts. */
  async replace(transaction: Transaction, userId: number, codes: readonly number[] | null, now: Date): Promise<void> {
    const manager = managerOf(transaction);
    await manager.query('UPDATE users SET contexts_limited = $2, updated_at = $3 WHERE id = $1', [
      userId,
      codes !== null,
      now,
    ]);
    await manager.query('DELETE FROM user_contexts WHERE user_id = $1', [userId]);
    await manager.query('INSERT INTO user_contexts (user_id, code) SELECT $1, unnest($2::integer[])', [
      userId,
      codes ?? [],
    ]);
  }

  /** The names of those of `codes` that the user may not have. */
  async listForbidden(transaction: Transaction, userId: number, codes: readonly number[]): Promise<string[]> {
    const rows = await managerOf(transaction).query<{ name: string }[]>(
      `SELECT name FROM contexts JOIN users ON users.id = $1
       WHERE code = ANY ($2) AND NOT ${isAllowed('users', 'contexts.code')} ORDER BY code`,
      [userId, codes],
    );
    return rows.map(({ name }) => name);
  }

  /** Who may do what the context of this code names, by an active token, in the order of their ids. */
  listHolders(code: number, afterUserId: number, limit: number, tokensOfEach: number): Promise<ContextHolder[]> {
    return this.pool.query<ContextHolder>(LIST_HOLDERS, [code, afterUserId, tokensOfEach, limit]);
  }

  async existsContext(code: number): Promise<boolean> {
    const rows = await this.pool.query('SELECT FROM contexts WHERE code = $1', [code]);
    return rows.length > 0;
  }
}
