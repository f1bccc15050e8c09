import { Injectable } from '@nestjs/common';
import type { Source } from '../../common/actor.js';
import { ADVISORY_LOCKS } from '../advisory-locks.js';
import { PreparedStatements, type PreparedStatement } from '../prepared-statements.js';
import type { Transaction } from '../transaction.js';
import { managerOf } from '../transaction-manager.js';
import type { Recipient } from './user.repository.js';

/** How many rows stand for the names that no user has: those of the ids from -1 down. */
export const DECOYS = 1_024;

/** How often a code may be asked for within `windowMs`. */
export interface AskingLimit {
  readonly times: number;
  readonly windowMs: number;
}

/** What was asked for and is not settled yet. */
export interface DueReset {
  readonly userId: number;
  /** Null for a decoy. */
  readonly user: Recipient | null;
  /** Those who ask for a code, the earliest first. */
  readonly requests: readonly Source[];
  /** Those who tried a wrong one. */
  readonly refusals: readonly Source[];
}

export interface NewCode {
  readonly codeDigest: Buffer;
  readonly codeExpiresAt: Date;
}

/** With the code that replaces the older one, if any. */
export type SettledReset = DueReset & Partial<NewCode>;

/** The same work past the limit as below it, and for a decoy as for a user. */
const REQUEST: PreparedStatement = {
  name: 'request_reset_code',
  text: `
  INSERT INTO reset_codes AS known (user_id, asked_at, requests, expires_at)
  VALUES ($1, ARRAY[$2::timestamptz], jsonb_build_array($3::jsonb), $2 + $4::float8 * interval '1 ms')
  ON CONFLICT (user_id) DO UPDATE SET
    (asked_at, requests) = (
      SELECT CASE WHEN allowed THEN (excluded.asked_at || known.asked_at)[1:$5] ELSE known.asked_at END,
        CASE WHEN allowed THEN known.requests || excluded.requests ELSE known.requests END
      FROM (SELECT known.asked_at[$5] IS NULL OR known.asked_at[$5] <= $2 - $4::float8 * interval '1 ms') AS asked (allowed)
    ),
    expires_at = GREATEST(known.expires_at, excluded.expires_at)`,
};

/** The oldest of them are taken out, which are those that were read. */
const REST_OF = (column: string, count: string): string => `
  coalesce((SELECT jsonb_agg(entry ORDER BY place) FROM jsonb_array_elements(codes.${column})
    WITH ORDINALITY AS entries (entry, place) WHERE place > settled.${count}), '[]')`;

/** Codes that reset a forgotten password, asked for and tried. Whether the user exists shows in no statement's work. */
@Injectable()
export class ResetCodeRepository {
  constructor(private readonly statements: PreparedStatements) {}

  /** Asks for a code, unless it was asked for too often. @param userId of a user or of a decoy. */
  async request(userId: number, source: Source, now: Date, { times, windowMs }: AskingLimit): Promise<void> {
    await this.statements.run(REQUEST, [userId, now, JSON.stringify(source), windowMs, times]);
  }

  /**
   * What was asked for and is not settled. The rows are not locked, so that nobody who asks again waits for the mail
   * that is being made.
   * @returns undefined while another instance is at it.
   */
  async listDue(transaction: Transaction, limit: number): Promise<DueReset[] | undefined> {
    const manager = managerOf(transaction);
    const [lock] = await manager.query<{ held: boolean }[]>('SELECT pg_try_advisory_xact_lock($1) AS held', [
      ADVISORY_LOCKS.resetCodes,
    ]);
    if (!lock!.held) return undefined;
    return manager.query<DueReset[]>(
      `SELECT user_id AS "userId", requests, refusals, CASE WHEN id IS NOT NULL
         THEN json_build_object('id', id, 'username', username, 'email', email, 'enabled', enabled) END AS user
       FROM reset_codes LEFT JOIN users ON id = user_id
       WHERE requests <> '[]' OR refusals <> '[]' ORDER BY user_id DESC LIMIT $1`,
      [limit],
    );
  }

  async settle(transaction: Transaction, resets: readonly SettledReset[]): Promise<void> {
    await managerOf(transaction).query(
      `UPDATE reset_codes AS codes SET
         requests = ${REST_OF('requests', 'requests')}, refusals = ${REST_OF('refusals', 'refusals')},
         code_digest = coalesce(settled.code_digest, codes.code_digest),
         code_expires_at = coalesce(settled.code_expires_at, codes.code_expires_at),
         tries = CASE WHEN settled.code_digest IS NULL THEN codes.tries ELSE 0 END
       FROM unnest($1::integer[], $2::integer[], $3::integer[], $4::bytea[], $5::timestamptz[])
         AS settled (user_id, requests, refusals, code_digest, code_expires_at)
       WHERE codes.user_id = settled.user_id`,
      [
        resets.map(({ userId }) => userId),
        resets.map(({ requests }) => requests.length),
        resets.map(({ refusals }) => refusals.length),
        resets.map(({ codeDigest }) => codeDigest ?? null),
        resets.map(({ codeExpiresAt }) => codeExpiresAt ?? null),
      ],
    );
  }

  /**
   * Spends one try before anyone knows whether it is right, so that guesses at once cannot be more than `maxTries`.
   * @param decoyId whose row is worked on where the user has none.
   * @returns the id of the row, and the code's digest; null where there is no code that is valid.
   */
  async takeTry(
    transaction: Transaction,
    [userId, decoyId]: readonly [number, number],
    now: Date,
    maxTries: number,
  ): Promise<{ rowId: number; codeDigest: Buffer | null }> {
    const [rows] = await managerOf(transaction).query<[{ rowId: number; codeDigest: Buffer | null }[], number]>(
      `UPDATE reset_codes SET tries = tries + 1
       WHERE user_id = CASE WHEN EXISTS (SELECT FROM reset_codes WHERE user_id = $1) THEN $1 ELSE $2 END::integer
       RETURNING user_id AS "rowId", CASE WHEN code_expires_at > $3 AND tries <= $4 THEN code_digest END AS "codeDigest"`,
      [userId, decoyId, now, maxTries],
    );
    return rows[0]!;
  }

  /** Notes who tried a wrong code. @param source null where there was none to be tried. */
  async refuse(transaction: Transaction, rowId: number, source: Source | null): Promise<void> {
    await managerOf(transaction).query(
      `UPDATE reset_codes SET refusals = refusals || CASE WHEN $2::jsonb IS NULL THEN '[]' ELSE jsonb_build_array($2::jsonb) END
       WHERE user_id = $1`,
      [rowId, source && JSON.stringify(source)],
    );
  }

  /** @returns whether the code was still valid: of two that use it at once, one does. */
  async use(transaction: Transaction, userId: number, codeDigest: Buffer): Promise<boolean> {
    const [, count] = await managerOf(transaction).query<[unknown[], number]>(
      'UPDATE reset_codes SET code_digest = NULL WHERE user_id = $1 AND code_digest = $2',
      [userId, codeDigest],
    );
    return count === 1;
  }
}
