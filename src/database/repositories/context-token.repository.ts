import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../common/actor.js';
import { passwordVersionOf, tokenIdOf, type Principal } from '../../common/principal.js';
import { notSuspended } from './not-suspended.js';
import type { Transaction } from '../transaction.js';
import { managerOf } from '../transaction-manager.js';
import {
  insertedTokens,
  tokenLimitReached,
  type Admission,
  type InsertedTokens,
  type IssuedRowOfOwner,
  type NewToken,
} from './inserted-tokens.js';
import { issueStatements, statementFor, valuesOfFirst } from './issue-statement.js';

export interface NewContextToken {
  readonly userId: number;
  readonly token: NewToken;
  readonly sealedText: Buffer;
  readonly codes: readonly number[];
}

export interface ListedContextToken {
  readonly id: string;
  readonly userId: number;
  readonly username: string;
  readonly fullName: string | null;
  readonly sealedText: Buffer;
  /** In the order of their codes. */
  readonly contexts: readonly { readonly name: string; readonly code: number }[];
}

/** Which tokens a list is about: the active ones of one user or of everyone, in the order in which they were made. */
export interface TokenSelection {
  readonly ownerId: number | undefined;
  readonly afterId: string;
}

const INSERT_CONTEXT_TOKEN = issueStatements({
  name: 'insert_context_token',
  tellsOwner: true,
  steps: `sealed AS (
    INSERT INTO context_tokens (id, sealed_text) SELECT $4, $12 FROM owner
  ), granted AS (
    INSERT INTO context_token_contexts (token_id, code, user_id) SELECT $4, unnest($13::integer[]), owner.id FROM owner
  )`,
});

/** Whoever changes a token locks first the user that it is to have, then the token, then its contexts. */
@Injectable()
export class ContextTokenRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Until the transaction ends the user is not disabled, and where their tokens are to be counted nobody else issues to
   * them.
   * @returns false where there is no enabled user of this id.
   */
  async lockOwner(transaction: Transaction, userId: number, admission: Admission): Promise<boolean> {
    const rows = await managerOf(transaction).query<unknown[]>(
      `SELECT FROM users WHERE id = $1 AND enabled FOR ${'limit' in admission ? 'UPDATE' : 'SHARE'}`,
      [userId],
    );
    return rows.length > 0;
  }

  /** @returns false where the caller's token was revoked or suspended, or the password replaced, before the lock was held. */
  async isStillAuthenticated(transaction: Transaction, caller: Principal): Promise<boolean> {
    const rows = await managerOf(transaction).query<unknown[]>(
      `SELECT FROM users WHERE id = $1 AND ($2::integer IS NULL OR password_version = $2)
         AND ($3::uuid IS NULL OR EXISTS (
           SELECT FROM tokens AS token WHERE id = $3 AND revoked_at IS NULL AND ${notSuspended('token')}
         ))`,
      [caller.userId, passwordVersionOf(caller), tokenIdOf(caller)],
    );
    return rows.length > 0;
  }

  /**
   * @param ownerId undefined for whosever it is.
   * @returns the owner's id; undefined where it is not active, or not of this owner.
   */
  async lockActive(transaction: Transaction, id: string, ownerId: number | undefined): Promise<number | undefined> {
    const rows = await managerOf(transaction).query<{ user_id: number }[]>(
      `SELECT user_id FROM tokens AS token
       WHERE id = $1 AND revoked_at IS NULL AND ${notSuspended('token')} AND ($2::integer IS NULL OR user_id = $2)
       FOR UPDATE`,
      [id, ownerId ?? null],
    );
    return rows[0]?.user_id;
  }

  /**
   * The caller holds the lock on the user.
   * @returns null where the ceiling is passed.
   * @throws AppError `token_limit_reached`.
   */
  async insert(
    actor: Actor,
    transaction: Transaction,
    { userId, token, sealedText, codes }: NewContextToken,
    admission: Admission,
  ): Promise<InsertedTokens | null> {
    const values = [...valuesOfFirst(actor, { userId, passwordVersion: null }, token, admission), sealedText, codes];
    const { text } = statementFor(admission, INSERT_CONTEXT_TOKEN);
    return insertedTokens(await managerOf(transaction).query<IssuedRowOfOwner[]>(text, values), admission);
  }

  /**
   * Gives the token to another user, for whom it uses up a place as a new one would: so it counts against the ceilings
   * that are known elsewhere. The caller holds the lock on the token, and on the user as for counting.
   * @throws AppError `token_limit_reached`.
   */
  async updateUser(
    transaction: Transaction,
    id: string,
    { userId, now, limit }: { userId: number; now: Date; limit: number },
  ): Promise<void> {
    const manager = managerOf(transaction);
    const [row] = await manager.query<{ place: string | null }[]>(
      `SELECT CASE WHEN active < $3 THEN nextval('tokens_idx_seq') END AS place
       FROM (SELECT count_active_tokens($1, '{context}', $2, $3) AS active) AS counted`,
      [userId, now, limit],
    );
    if (row!.place === null) throw tokenLimitReached(limit);
    await manager.query('UPDATE tokens SET user_id = $2 WHERE id = $1', [id, userId]);
    await manager.query('UPDATE context_token_contexts SET user_id = $2 WHERE token_id = $1', [id, userId]);
  }

  /** The codes of the contexts that the token has. */
  async listCodes(transaction: Transaction, id: string): Promise<number[]> {
    const sql = 'SELECT code FROM context_token_contexts WHERE token_id = $1';
    return (await managerOf(transaction).query<{ code: number }[]>(sql, [id])).map(({ code }) => code);
  }

  /** The caller holds the locks on the token and on the contexts. */
  async replaceContexts(transaction: Transaction, id: string, codes: readonly number[]): Promise<void> {
    const manager = managerOf(transaction);
    await manager.query('DELETE FROM context_token_contexts WHERE token_id = $1 AND code <> ALL ($2)', [id, codes]);
    await manager.query(
      `INSERT INTO context_token_contexts (token_id, code, user_id)
       SELECT id, unnest($2::integer[]), user_id FROM tokens WHERE id = $1 ON CONFLICT DO NOTHING`,
      [id, codes],
    );
  }

  listPage({ ownerId, afterId }: TokenSelection, limit: number): Promise<ListedContextToken[]> {
    return this.dataSource.query<ListedContextToken[]>(
      `SELECT sealed.id, owner.id AS "userId", owner.username, owner.full_name AS "fullName",
         sealed.sealed_text AS "sealedText",
         (
           SELECT json_agg(json_build_object('name', context.name, 'code', context.code) ORDER BY code)
           FROM context_token_contexts AS granted JOIN contexts AS context USING (code)
           WHERE granted.token_id = sealed.id
         ) AS contexts
       ${FROM_ACTIVE} ${ownerId === undefined ? '' : 'AND token.user_id = $3'}
       ORDER BY sealed.id LIMIT $2`,
      [afterId, limit, ...(ownerId === undefined ? [] : [ownerId])],
    );
  }

  /** Of everyone. */
  async countAfter(afterId: string): Promise<number> {
    const [row] = await this.dataSource.query<{ count: number }[]>(`SELECT count(*)::integer AS count ${FROM_ACTIVE}`, [
      afterId,
    ]);
    return row!.count;
  }
}

/** Both ids are compared: a merge of the two would otherwise read one of the tables from its beginning. */
const FROM_ACTIVE = `
  FROM context_tokens AS sealed
  JOIN tokens AS token ON token.id = sealed.id AND token.revoked_at IS NULL AND ${notSuspended('token')}
  JOIN users AS owner ON owner.id = token.user_id
  WHERE sealed.id > $1 AND token.id > $1`;
