import { Injectable } from '@nestjs/common';
import type { RecordedEvent } from '../../common/security-event.js';
import type { TokenEnding } from '../../common/token-ending.js';
import type { TokenKind } from '../../common/token-kind.js';
import { LIST_TIMEOUT_MS, PreparedStatements, type PreparedStatement } from '../prepared-statements.js';
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
import { endingValues, endTokens } from './token-ending.js';

/** So many are revoked well within a statement's time limit, however many the user has in all. */
const REVOKE_BATCH = 10_000;

const INSERT_TOKEN = issueStatements({ name: 'insert_token', commits: true, tellsOwner: false });

const LIST_REVOKED_IDXS: PreparedStatement = {
  name: 'list_revoked_idxs',
  timeoutMs: LIST_TIMEOUT_MS,
  text: `
  SELECT idx FROM tokens
  WHERE revoked_at IS NOT NULL AND idx > $1 AND (expires_at IS NULL OR expires_at > $2)
  ORDER BY idx LIMIT $3`,
};

/** Reads nothing but the index on the key, which may have millions of entries. */
const COUNT_ACTIVE_BY_KEY: PreparedStatement = {
  name: 'count_active_by_key',
  timeoutMs: LIST_TIMEOUT_MS,
  text: `
  SELECT signing_key_id AS "keyId", count(*) FROM tokens
  WHERE signing_key_id = ANY ($1::integer[]) AND revoked_at IS NULL AND expires_at > $2
  GROUP BY signing_key_id`,
};

const LIST_SUSPENDED_IDXS: PreparedStatement = {
  name: 'list_suspended_idxs',
  timeoutMs: LIST_TIMEOUT_MS,
  text: `
  SELECT idx FROM tokens
  WHERE suspended_at IS NOT NULL AND revoked_at IS NULL AND idx > $1 AND (expires_at IS NULL OR expires_at > $2)
  ORDER BY idx LIMIT $3`,
};

@Injectable()
export class TokenRepository {
  constructor(private readonly statements: PreparedStatements) {}

  /**
   * Issues a token of its own.
   * @returns null where the user may no longer have it, or the ceiling is passed.
   * @throws AppError `token_limit_reached`.
   */
  async insert(
    recorded: RecordedEvent,
    owner: NewOwner,
    token: NewToken,
    admission: Admission,
  ): Promise<InsertedTokens | null> {
    const issued = valuesOfFirst(recorded.actor, owner, token, admission);
    const values = (payload: string): unknown[] => [...issued, payload];
    const statement = statementFor(admission, INSERT_TOKEN);
    const rows = await this.statements.act<IssuedRow>(statement, values, recorded, isIssued);
    return insertedToken(owner, token, rows, admission);
  }

  /**
   * Revokes the user's active tokens of these kinds and announces it. The caller holds the lock on the user's row.
   * @returns how many there were.
   */
  async revokeOfUser(
    transaction: Transaction,
    ending: TokenEnding,
    userId: number,
    kinds: readonly TokenKind[],
  ): Promise<number> {
    return this.revoke(transaction, ending, 'user_id = $5 AND kind = ANY ($6)', [userId, kinds]);
  }

  /** As `revokeOfUser`, but the tokens of one session stay. */
  async revokeOfUserButSession(
    transaction: Transaction,
    ending: TokenEnding,
    { userId, sessionId }: { userId: number; sessionId: string },
    kinds: readonly TokenKind[],
  ): Promise<number> {
    const where = 'user_id = $5 AND kind = ANY ($6) AND session_id IS DISTINCT FROM $7';
    return this.revoke(transaction, ending, where, [userId, kinds, sessionId]);
  }

  /** Revokes the active tokens of one session and announces it. The caller holds the lock on the user's row. */
  async revokeOfSession(transaction: Transaction, ending: TokenEnding, sessionId: string): Promise<number> {
    return this.revoke(transaction, ending, 'session_id = $5', [sessionId]);
  }

  /** @param values from $5 on. */
  private async revoke(
    transaction: Transaction,
    ending: TokenEnding,
    where: string,
    values: unknown[],
  ): Promise<number> {
    let revoked = 0;
    for (;;) {
      const active = `
        SELECT id FROM tokens
        WHERE ${where} AND revoked_at IS NULL AND NOT expired AND (expires_at IS NULL OR expires_at > $1)
        LIMIT ${REVOKE_BATCH}`;
      const rows = await managerOf(transaction).query<{ idx: string }[]>(
        endTokens(`id IN (${active}) AND revoked_at IS NULL`),
        [...endingValues(ending), ...values],
      );
      if (rows.length > 0) {
        transaction.announce({ type: 'tokens_revoked', idxs: rows.map(({ idx }) => Number(idx)) });
      }
      revoked += rows.length;
      if (rows.length < REVOKE_BATCH) return revoked;
    }
  }

  /**
   * Revokes active tokens that the key signed, `limit` at most, and announces it. What another transaction is ending
   * at this moment is left to it, so that the two never wait for each other.
   * @returns how many there were.
   */
  async revokeOfKey(
    transaction: Transaction,
    ending: TokenEnding,
    { keyId, limit }: { keyId: number; limit: number },
  ): Promise<number> {
    const active = `
      SELECT id FROM tokens
      WHERE signing_key_id = $5 AND revoked_at IS NULL AND expires_at > $1
      LIMIT $6 FOR UPDATE SKIP LOCKED`;
    const rows = await managerOf(transaction).query<{ idx: string }[]>(endTokens(`id IN (${active})`), [
      ...endingValues(ending),
      keyId,
      limit,
    ]);
    if (rows.length > 0) transaction.announce({ type: 'tokens_revoked', idxs: rows.map(({ idx }) => Number(idx)) });
    return rows.length;
  }

  /** How many active tokens each of these keys signed; a key that signed none is missing. */
  async countActiveByKey(keyIds: readonly number[], now: Date): Promise<ReadonlyMap<number, number>> {
    const rows = await this.statements.run<{ keyId: number; count: string }>(COUNT_ACTIVE_BY_KEY, [keyIds, now]);
    return new Map(rows.map(({ keyId, count }) => [keyId, Number(count)]));
  }

  /**
   * Revokes the token of this id and announces it.
   * @param ownerId undefined for whosever it is.
   * @returns whether it was active, and this owner's: of two calls at once, one gets true.
   */
  async revokeById(transaction: Transaction, ending: TokenEnding, id: string, ownerId?: number): Promise<boolean> {
    const where = 'id = $5 AND ($6::integer IS NULL OR user_id = $6)';
    return (await this.revoke(transaction, ending, where, [id, ownerId ?? null])) > 0;
  }

  /** The indexes of revoked tokens that have not expired at `now`, in order, those after `afterIdx`. */
  async listRevokedIdxs(afterIdx: number, now: Date, limit: number): Promise<number[]> {
    const rows = await this.statements.run<{ idx: string }>(LIST_REVOKED_IDXS, [afterIdx, now, limit]);
    return rows.map(({ idx }) => Number(idx));
  }

  /** The same of those that are suspended and not revoked. */
  async listSuspendedIdxs(afterIdx: number, now: Date, limit: number): Promise<number[]> {
    const rows = await this.statements.run<{ idx: string }>(LIST_SUSPENDED_IDXS, [afterIdx, now, limit]);
    return rows.map(({ idx }) => Number(idx));
  }
}
