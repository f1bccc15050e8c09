import { Injectable } from '@nestjs/common';
import type { Transaction } from '../transaction.js';
import { managerOf } from '../transaction-manager.js';

export interface NewResetCode {
  readonly account: Buffer;
  readonly codeDigest: Buffer;
  readonly now: Date;
  readonly expiresAt: Date;
}

/** How often a code may be asked for within `windowMs`. */
export interface AskingLimit {
  readonly times: number;
  readonly windowMs: number;
}

@Injectable()
export class ResetCodeRepository {
  /**
   * Puts a new code in the place of the account's older one.
   * @returns false, and changes nothing, where codes were asked for too often.
   */
  async replace(transaction: Transaction, code: NewResetCode, { times, windowMs }: AskingLimit): Promise<boolean> {
    const windowStart = new Date(code.now.getTime() - windowMs);
    const rows = await managerOf(transaction).query<unknown[]>(
      `INSERT INTO reset_codes AS known (account, code_digest, expires_at, asked_at) VALUES ($1, $2, $3, ARRAY[$4::timestamptz])
       ON CONFLICT (account) DO UPDATE SET code_digest = excluded.code_digest, expires_at = excluded.expires_at, tries = 0,
         asked_at = (excluded.asked_at || known.asked_at)[1:$5]
       WHERE known.asked_at[$5] IS NULL OR known.asked_at[$5] <= $6
       RETURNING account`,
      [code.account, code.codeDigest, code.expiresAt, code.now, times, windowStart],
    );
    return rows.length === 1;
  }

  /**
   * Spends one try before anyone knows whether it is right, so that guesses at once cannot be more than `maxTries`.
   * @returns the code's digest; 'none' where there is no code that is good, 'spent' where there were too many tries.
   */
  async takeTry(
    transaction: Transaction,
    account: Buffer,
    now: Date,
    maxTries: number,
  ): Promise<Buffer | 'none' | 'spent'> {
    const manager = managerOf(transaction);
    const [rows] = await manager.query<[{ code_digest: Buffer }[], number]>(
      `UPDATE reset_codes SET tries = tries + 1
       WHERE account = $1 AND code_digest IS NOT NULL AND expires_at > $2 AND tries < $3
       RETURNING code_digest`,
      [account, now, maxTries],
    );
    if (rows[0]) return rows[0].code_digest;
    const spent = await manager.query<unknown[]>(
      'SELECT FROM reset_codes WHERE account = $1 AND code_digest IS NOT NULL AND expires_at > $2',
      [account, now],
    );
    return spent.length > 0 ? 'spent' : 'none';
  }

  /** @returns whether the code was still good: of two that use it at once, one does. */
  async use(transaction: Transaction, account: Buffer, codeDigest: Buffer): Promise<boolean> {
    const [, count] = await managerOf(transaction).query<[unknown[], number]>(
      'UPDATE reset_codes SET code_digest = NULL WHERE account = $1 AND code_digest = $2',
      [account, codeDigest],
    );
    return count === 1;
  }
}
