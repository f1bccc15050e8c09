import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../transaction.js';
import { managerOf } from '../transaction-manager.js';

/** The refused logins of one minute, account and network, for one reason. */
export interface RefusedLogins {
  readonly network: string;
  /** Null where nobody has the name. */
  readonly userId: number | null;
  readonly username: string | null;
  readonly reason: string;
  readonly count: number;
  readonly lastAt: Date;
}

/** Refused logins as `LoginAttemptsRepository` adds them up, until they are recorded. */
@Injectable()
export class RefusedLoginsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Whether there are any of minutes that were over at `now`. */
  async areDue(now: Date): Promise<boolean> {
    const [row] = await this.dataSource.query<{ due: boolean }[]>(
      `SELECT EXISTS (SELECT FROM audit_refused_logins WHERE minute < date_trunc('minute', $1::timestamptz)) AS due`,
      [now],
    );
    return row!.due;
  }

  /** Takes those of minutes that were over at `now`, from the oldest on. */
  async takeDue(transaction: Transaction, now: Date, limit: number): Promise<RefusedLogins[]> {
    // TypeORM answers a DELETE with [rows, count].
    const [rows] = await managerOf(transaction).query<[RefusedLogins[], number]>(
      `DELETE FROM audit_refused_logins WHERE (minute, network, user_id, reason) IN (
         SELECT minute, network, user_id, reason FROM audit_refused_logins
         WHERE minute < date_trunc('minute', $1::timestamptz) ORDER BY minute LIMIT $2
       )
       RETURNING network, NULLIF(user_id, 0) AS "userId", username, reason, count, last_at AS "lastAt"`,
      [now, limit],
    );
    return rows.toSorted((one, two) => one.lastAt.getTime() - two.lastAt.getTime());
  }
}
