import { Injectable } from '@nestjs/common';
import { CHANGES_CHANNEL } from '../changes/change-channel.js';
import type { LoginLocked } from '../changes/change.js';
import type { LoginAttemptsEntity } from '../entities/login-attempts.entity.js';
import { EventRecorder } from '../event-recorder.js';
import { PreparedStatements, type PreparedStatement } from '../prepared-statements.js';
import { addUpRefusal, valuesOfSum, type LoginRefused } from '../refused-login-sum.js';

/** The sum over the networks that are new to an account. */
const NEW_NETWORKS = '*';

const FIND_PAST: PreparedStatement = {
  name: 'find_login_attempts',
  text: `
  SELECT network, locked_until AS "lockedUntil", succeeded_at AS "succeededAt"
  FROM login_attempts WHERE account = $1 AND network IN ($2, '${NEW_NETWORKS}')`,
};

/** $1 is the account, $2 the network, $3 now, $4 how long a network stays known; then, for a failure, more limits. */
const KNOWN = seconds(4);
const MAX_LOCK = seconds(5);
const QUIET = seconds(6);
const FREE = '$7::integer';
const FREE_OF_NEW = '$8::integer';

const FAILURE_EXPIRES = `$3::timestamptz + ${QUIET} + ${MAX_LOCK}`;
const SUCCESS_EXPIRES = `$3::timestamptz + ${KNOWN}`;

/** Counts on an existing row; starts anew after a quiet while. Does not count what is refused anyway. */
const COUNT = (free: string): string => {
  const failures = `CASE WHEN past.last_at <= $3 - ${QUIET} THEN 1 ELSE past.failures + 1 END`;
  const doublings = `LEAST(20, ${failures} - ${free})`;
  return `
    ON CONFLICT (account, network) DO UPDATE SET failures = ${failures}, last_at = $3,
      expires_at = GREATEST(past.expires_at, ${FAILURE_EXPIRES}),
      locked_until = CASE WHEN ${failures} >= ${free}
        THEN $3 + LEAST(${MAX_LOCK}, power(2, ${doublings}) * interval '1 second') END
    WHERE past.locked_until IS NULL OR past.locked_until <= $3`;
};

/** Announces the lock of a network that the account knows: there, logins may be remembered. */
const COUNT_FAILURE: PreparedStatement = {
  name: 'count_login_failure',
  text: `
  WITH own AS (
    INSERT INTO login_attempts AS past (account, network, failures, last_at, expires_at)
    VALUES ($1, $2, 1, $3::timestamptz, ${FAILURE_EXPIRES})
    ${COUNT(FREE)}
    RETURNING coalesce(succeeded_at > $3 - ${KNOWN}, false) AS known, locked_until
  ), others AS (
    INSERT INTO login_attempts AS past (account, network, failures, last_at, expires_at)
    SELECT $1, '${NEW_NETWORKS}', 1, $3, ${FAILURE_EXPIRES} FROM own WHERE NOT known
    ${COUNT(FREE_OF_NEW)}
  ), refusal AS (${addUpRefusal(9)}
  )
  INSERT INTO changes (xid, change)
  SELECT pg_current_xact_id()::text::bigint,
    jsonb_build_object('type', 'login_locked', 'account', encode($1, 'hex'), 'network', $2::text)
  FROM own WHERE known AND locked_until > $3
  RETURNING change, pg_notify('${CHANGES_CHANNEL}', '')`,
};

/** Of the network and of the new ones together. */
const PAST = `past AS (
    SELECT network = $2 AS own, locked_until > $3 AS locked, succeeded_at > $3 - ${KNOWN} AS known
    FROM login_attempts WHERE account = $1 AND network IN ($2, '${NEW_NETWORKS}')
  )`;

/** No row comes back where the network has to wait. $5 is the user. */
const ADMIT: PreparedStatement = {
  name: 'admit_login',
  text: `
  WITH ${PAST}, admitted AS (
  INSERT INTO login_attempts AS past (account, network, failures, succeeded_at, last_at, expires_at)
  SELECT $1, $2, 0, $3::timestamptz, $3, ${SUCCESS_EXPIRES}
  WHERE NOT EXISTS (SELECT FROM past WHERE NOT own AND locked)
    OR EXISTS (SELECT FROM past WHERE own AND known)
  ON CONFLICT (account, network) DO UPDATE SET failures = 0, locked_until = NULL, succeeded_at = $3, last_at = $3,
    expires_at = ${SUCCESS_EXPIRES}
  WHERE past.locked_until IS NULL OR past.locked_until <= $3
  RETURNING network
  ), login AS (
  INSERT INTO user_logins (user_id, last_login_at) SELECT $5::integer, $3 FROM admitted
  ON CONFLICT (user_id) DO UPDATE SET last_login_at = GREATEST(user_logins.last_login_at, $3)
  ), refusal AS (${addUpRefusal(5, 'NOT EXISTS (SELECT FROM admitted)')}
  )
  SELECT network FROM admitted`,
};

/** As `admit_login`, and counts nothing: no row comes back where the network has to wait. $5 is the user. */
const MAY_GO_ON: PreparedStatement = {
  name: 'login_may_go_on',
  text: `
  WITH ${PAST}, passing AS (
    SELECT $2::text AS network
    WHERE NOT EXISTS (SELECT FROM past WHERE own AND locked)
      AND (NOT EXISTS (SELECT FROM past WHERE locked) OR EXISTS (SELECT FROM past WHERE own AND known))
  ), refusal AS (${addUpRefusal(5, 'NOT EXISTS (SELECT FROM passing)')}
  )
  SELECT network FROM passing`,
};

export interface AttemptKey {
  /** A keyed digest of the user name. */
  readonly account: Buffer;
  readonly network: string;
}

/** By which failures are counted; the rules of `auth/lockout` say how many are too many. */
export interface LockoutLimits {
  readonly failures: number;
  readonly failuresOfNewNetworks: number;
  readonly maxLockSeconds: number;
  readonly quietSeconds: number;
  readonly knownSeconds: number;
}

export interface AttemptOutcome extends AttemptKey {
  readonly now: Date;
  readonly limits: LockoutLimits;
}

type PastOfNetwork = Pick<LoginAttemptsEntity, 'network' | 'lockedUntil' | 'succeededAt'>;

export interface PastAttempts {
  readonly ofNetwork: PastOfNetwork | undefined;
  /** Of all networks that are new to the account, taken together. */
  readonly ofNewNetworks: PastOfNetwork | undefined;
}

/**
 * Counts failures to log in, in the database, so that every instance and family counts together. The same statement
 * adds the refusal up for the audit log, by account, network and minute.
 */
@Injectable()
export class LoginAttemptsRepository {
  constructor(
    private readonly statements: PreparedStatements,
    private readonly recorder: EventRecorder,
  ) {}

  async findPast({ account, network }: AttemptKey): Promise<PastAttempts> {
    const rows = await this.statements.run<PastOfNetwork>(FIND_PAST, [account, network]);
    const of = (wanted: string): PastOfNetwork | undefined => rows.find((row) => row.network === wanted);
    return { ofNetwork: of(network), ofNewNetworks: of(NEW_NETWORKS) };
  }

  /**
   * Counts one, unless the network has to wait anyway.
   * @param refused records it.
   * @returns what was announced to all instances, where a network that the account knows has to wait from now on.
   */
  async countFailure(refused: LoginRefused, outcome: AttemptOutcome): Promise<LoginLocked | undefined> {
    const { account, network, now, limits } = outcome;
    const { failures, failuresOfNewNetworks, maxLockSeconds, quietSeconds, knownSeconds } = limits;
    const values = [account, network, now, knownSeconds, maxLockSeconds, quietSeconds, failures, failuresOfNewNetworks];
    const sum = valuesOfSum(refused);
    const [row] = await this.statements.run<{ change: LoginLocked }>(COUNT_FAILURE, [...values, ...sum]);
    this.recorder.committed([refused]);
    return row?.change;
  }

  /**
   * A right password ends the row of failures, and is the user's last login, unless the network has to wait.
   * @param refused records that it has to.
   * @returns false where it has to.
   */
  admit(refused: LoginRefused, outcome: AttemptOutcome): Promise<boolean> {
    return this.passes(ADMIT, refused, outcome);
  }

  /**
   * After a right password that is not all that a login needs: as `admit`, but the row of failures goes on.
   * @returns false where the network has to wait.
   */
  mayGoOn(refused: LoginRefused, outcome: AttemptOutcome): Promise<boolean> {
    return this.passes(MAY_GO_ON, refused, outcome);
  }

  private async passes(
    statement: PreparedStatement,
    refused: LoginRefused,
    { account, network, now, limits }: AttemptOutcome,
  ): Promise<boolean> {
    const values = [account, network, now, limits.knownSeconds, ...valuesOfSum(refused)];
    const [passing] = await this.statements.run(statement, values);
    if (!passing) this.recorder.committed([refused]);
    return passing !== undefined;
  }
}

function seconds(parameter: number): string {
  return `$${parameter}::integer * interval '1 second'`;
}
