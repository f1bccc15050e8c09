import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Role } from '../../common/roles.js';
import { PreparedStatements, type PreparedStatement } from '../prepared-statements.js';
import { passwordVersionOf, tokenIdOf, type Principal } from '../../common/principal.js';
import { BatchedLookups } from '../batched-lookups.js';
import type { Transaction } from '../transaction.js';
import { managerOf } from '../transaction-manager.js';
import {
  insertedTokens,
  issueStatement,
  valuesOfOne,
  type InsertedTokens,
  type IssuedRowOfOwner,
  type NewToken,
} from './issue-statement.js';

export interface NewContextToken {
  readonly token: NewToken;
  readonly sealedText: Buffer;
  readonly codes: readonly number[];
}

/** An active token of an enabled user, with what he is and what it is good for now. */
export interface ActiveContextToken {
  readonly id: string;
  readonly idx: string;
  readonly userId: number;
  readonly username: string;
  readonly role: Role;
  /** Whole seconds since 1970. */
  readonly issuedAt: number;
  readonly sealedText: Buffer;
  /** The names, in the order of their codes. */
  readonly contexts: readonly string[];
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

const INSERT_CONTEXT_TOKEN = issueStatement({
  name: 'insert_context_token',
  tokens: 'one',
  tellsOwner: true,
  steps: `sealed AS (
    INSERT INTO context_tokens (id, sealed_text) SELECT $4, $9 FROM owner
  ), granted AS (
    INSERT INTO context_token_contexts (token_id, code) SELECT $4, unnest($10::integer[]) FROM owner
  )`,
});

/**
 * The role is the one that the user has now and the contexts those in the catalogue now. $1 is a JSON list of digests
 * in hex: of such a list PostgreSQL assumes one length, so it plans once, whereas for an array it plans anew each
 * time. LIMIT keeps each digest a look-up of its own in the unique index.
 */
const FIND_CONTEXT_TOKENS: PreparedStatement = {
  name: 'find_context_tokens',
  text: `
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
};

/** Whoever changes a token locks first the user that it is to have, then the token, then its contexts. */
@Injectable()
export class ContextTokenRepository {
  private readonly lookUps = new BatchedLookups<ActiveContextToken>(async (digests) => {
    const rows = await this.statements.run<ActiveContextToken & { digest: string }>(FIND_CONTEXT_TOKENS, [
      JSON.stringify(digests),
    ]);
    return new Map(rows.map((row) => [row.digest, row]));
  });

  constructor(
    private readonly dataSource: DataSource,
    private readonly statements: PreparedStatements,
  ) {}

  /** @param digest in hex. */
  findActive(digest: string): Promise<ActiveContextToken | undefined> {
    return this.lookUps.find(digest);
  }

  /** Until the transaction ends the user is not disabled. @returns false where there is no enabled user of this id. */
  async lockOwner(transaction: Transaction, userId: number): Promise<boolean> {
    const rows = await managerOf(transaction).query<unknown[]>(
      'SELECT FROM users WHERE id = $1 AND enabled FOR SHARE',
      [userId],
    );
    return rows.length > 0;
  }

  /** @returns false where the caller's token was revoked, or the password replaced, before the lock was held. */
  async isStillAuthenticated(transaction: Transaction, caller: Principal): Promise<boolean> {
    const rows = await managerOf(transaction).query<unknown[]>(
      `SELECT FROM users WHERE id = $1 AND ($2::integer IS NULL OR password_version = $2)
         AND ($3::uuid IS NULL OR EXISTS (SELECT FROM tokens WHERE id = $3 AND revoked_at IS NULL))`,
      [caller.userId, passwordVersionOf(caller), tokenIdOf(caller)],
    );
    return rows.length > 0;
  }

  /** @returns false where it is not active, or not of this owner; undefined stands for any. */
  async lockActive(transaction: Transaction, id: string, ownerId: number | undefined): Promise<boolean> {
    const rows = await managerOf(transaction).query<unknown[]>(
      `SELECT FROM tokens
       WHERE id = $1 AND revoked_at IS NULL AND ($2::integer IS NULL OR user_id = $2) FOR UPDATE`,
      [id, ownerId ?? null],
    );
    return rows.length > 0;
  }

  /** The caller holds the lock on the user. */
  async insert(
    transaction: Transaction,
    userId: number,
    { token, sealedText, codes }: NewContextToken,
  ): Promise<InsertedTokens | null> {
    const values = [...valuesOfOne({ userId, passwordVersion: null }, token), sealedText, codes];
    return insertedTokens(await managerOf(transaction).query<IssuedRowOfOwner[]>(INSERT_CONTEXT_TOKEN.text, values));
  }

  /** The caller holds the locks on the token and on the user. */
  async updateUser(transaction: Transaction, id: string, userId: number): Promise<void> {
    await managerOf(transaction).query('UPDATE tokens SET user_id = $2 WHERE id = $1', [id, userId]);
  }

  /** The caller holds the locks on the token and on the contexts. */
  async replaceContexts(transaction: Transaction, id: string, codes: readonly number[]): Promise<void> {
    const manager = managerOf(transaction);
    await manager.query('DELETE FROM context_token_contexts WHERE token_id = $1 AND code <> ALL ($2)', [id, codes]);
    await manager.query(
      `INSERT INTO context_token_contexts (token_id, code) SELECT $1, unnest($2::integer[]) ON CONFLICT DO NOTHING`,
      [id, codes],
    );
  }

  listPage({ ownerId, afterId }: TokenSelection, limit: number): Promise<ListedContextToken[]> {
    return this.dataSource.query<ListedContextToken[]>(
      `SELECT sealed.id, holder.id AS "userId", holder.username, holder.full_name AS "fullName",
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
  JOIN tokens AS token ON token.id = sealed.id AND token.revoked_at IS NULL
  JOIN users AS holder ON holder.id = token.user_id
  WHERE sealed.id > $1 AND token.id > $1`;
