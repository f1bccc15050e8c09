import { Injectable } from '@nestjs/common';
import type { RecordedEvent } from '../../common/security-event.js';
import { PreparedStatements, type PreparedStatement } from '../prepared-statements.js';

/** The sum over the networks that are new to an account. */
const NEW_NETWORKS = '*';
const QUIET_SECONDS = 15 * 60;
const MAX_LOCK_SECONDS = 15 * 60;
/** Wrong passwords in a row, from one network, before it has to wait. */
const FREE_FAILURES = 5;
/** The same for all new networks together: a handful of strangers does not yet keep out others. */
const FREE_FAILURES_OF_NEW_NETWORKS = 20;
const KNOWN_DAYS = 30;
const FAILURE_EXPIRES = `$3::timestamptz + interval '${QUIET_SECONDS + MAX_LOCK_SECONDS} seconds'`;
const SUCCESS_EXPIRES = `$3::timestamptz + interval '${KNOWN_DAYS} days'`;

/** Counts on an existing row; starts anew after a quiet while. Does not count what is refused anyway. */
const COUNT = (free: number): string => {
  const failures = `CASE WHEN past.last_at <= $3 - interval '${QUIET_SECONDS} seconds' THEN 1 ELSE past.failures + 1 END`;
  const doublings = `LEAST(20, ${failures} - ${free})`;
  return `
    ON CONFLICT (account, network) DO UPDATE SET failures = ${failures}, last_at = $3, expires_at = GREATEST(past.expires_at, ${FAILURE_EXPIRES}),
      locked_until = CASE WHEN ${failures} >= ${free}
        THEN $3 + LEAST(${MAX_LOCK_SECONDS}, power(2, ${doublings})) * interval '1 second' END
    WHERE past.locked_until IS NULL OR past.locked_until <= $3`;
};

/** $1 is the account, $2 the network, $3 now. */
const COUNT_FAILURE: PreparedStatement = {
  name: 'count_login_failure',
  text: `
  WITH own AS (
    INSERT INTO login_attempts AS past (account, network, failures, last_at, expires_at)
    VALUES ($1, $2, 1, $3::timestamptz, ${FAILURE_EXPIRES})
    ${COUNT(FREE_FAILURES)}
    RETURNING succeeded_at
  )
  INSERT INTO login_attempts AS past (account, network, failures, last_at, expires_at)
  SELECT $1, '${NEW_NETWORKS}', 1, $3, ${FAILURE_EXPIRES} FROM own
  WHERE own.succeeded_at IS NULL OR own.succeeded_at <= $3 - interval '${KNOWN_DAYS} days'
  ${COUNT(FREE_FAILURES_OF_NEW_NETWORKS)}`,
};

/** The same parameters. No row comes back where the network has to wait. */
const ADMIT: PreparedStatement = {
  name: 'admit_login',
  text: `
  WITH past AS (
    SELECT network = $2 AS own, locked_until > $3 AS locked, succeeded_at > $3 - interval '${KNOWN_DAYS} days' AS known
    FROM login_attempts WHERE account = $1 AND network IN ($2, '${NEW_NETWORKS}')
  )
  INSERT INTO login_attempts AS past (account, network, failures, succeeded_at, last_at, expires_at)
  SELECT $1, $2, 0, $3::timestamptz, $3, ${SUCCESS_EXPIRES}
  WHERE NOT EXISTS (SELECT FROM past WHERE NOT own AND locked)
    OR EXISTS (SELECT FROM past WHERE own AND known)
  ON CONFLICT (account, network) DO UPDATE SET failures = 0, locked_until = NULL, succeeded_at = $3, last_at = $3,
    expires_at = ${SUCCESS_EXPIRES}
  WHERE past.locked_until IS NULL OR past.locked_until <= $3
  RETURNING network`,
};

export interface LoginAttempt {
  /** A keyed digest of the user name. */
  readonly account: Buffer;
  readonly network: string;
  readonly now: Date;
}

/** Counts failures to log in, in the database, so that every instance and family counts together. */
@Injectable()
export class LoginAttemptsRepository {
  constructor(private readonly statements: PreparedStatements) {}

  /** Counts one, unless the network has to wait anyway. @param refused records it. */
  async countFailure(refused: RecordedEvent, { account, network, now }: LoginAttempt): Promise<void> {
    await this.statements.act(COUNT_FAILURE, [account, network, now], refused, () => true);
  }

  /**
   * A right password ends the row of failures, unless the network has to wait.
   * @param refused records that it has to.
   * @returns false where it has to.
   */
  async admit(refused: RecordedEvent, { account, network, now }: LoginAttempt): Promise<boolean> {
    const rows = await this.statements.act(ADMIT, [account, network, now], refused, (found) => found.length === 0);
    return rows.length === 1;
  }
}
