import { Injectable } from '@nestjs/common';
import { HotStatements } from '../hot-statements.js';
import type { Transaction } from '../transactions.js';

export interface NewApiKeyRow {
  readonly id: string;
  readonly userId: number;
  readonly description: string;
  readonly lifeSeconds: number;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  /** Insert only while the user's password is still this one. */
  readonly passwordVersion?: number;
}

export interface ApiKeyRow {
  readonly id: string;
  readonly description: string;
  readonly lifeSeconds: number;
  /** When the token expires, or was revoked. */
  readonly endsAt: Date;
}

@Injectable()
export class ApiKeyRepository {
  constructor(private readonly hot: HotStatements) {}

  /**
   * Inserts the named row and the token.
   * @returns the token's place in the revocation bits, that being null where the user has this description already;
   *   null where he may no longer have a token.
   */
  async insert(row: NewApiKeyRow): Promise<{ idx: number | null } | null> {
    const { id, userId, description, lifeSeconds, issuedAt, expiresAt, passwordVersion = null } = row;
    const [inserted] = await this.hot.run<{ idx: string | null }>('insert_api_key', [
      id,
      userId,
      passwordVersion,
      description,
      lifeSeconds,
      issuedAt,
      expiresAt,
    ]);
    return inserted ? { idx: inserted.idx === null ? null : Number(inserted.idx) } : null;
  }

  /** @returns with the row the token's place in the revocation bits, null once the token is gone since it expired. */
  async find(userId: number, id: string): Promise<{ row: ApiKeyRow; idx: number | null } | null> {
    const [found] = await this.hot.run<ApiKeyRow & { idx: string | null }>('find_api_key', [userId, id]);
    if (!found) return null;
    const { idx, ...row } = found;
    return { row, idx: idx === null ? null : Number(idx) };
  }

  /** In the order of their ids, which is that of their making. */
  listOfUser(userId: number): Promise<ApiKeyRow[]> {
    return this.hot.run<ApiKeyRow>('list_api_keys', [userId]);
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
