import { Injectable } from '@nestjs/common';
import type { Role } from '../../common/roles.js';
import type { RecordedEvent } from '../../common/security-event.js';
import { PreparedStatements, type PreparedStatement } from '../prepared-statements.js';
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

/** An active session of the console. */
export interface ConsoleSession {
  readonly id: string;
  readonly idx: number;
  readonly userId: number;
  readonly username: string;
  /** That the user has now. */
  readonly role: Role;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly passwordCheckedAt: Date;
}

const INSERT_CONSOLE_SESSION = issueStatements({
  name: 'insert_console_session',
  commits: true,
  tellsOwner: false,
  steps: `console AS (
    INSERT INTO console_sessions (id, password_checked_at) SELECT $4, $3 FROM owner RETURNING id
  )`,
  onlyIf: 'console',
});

const FIND_CONSOLE_SESSION: PreparedStatement = {
  name: 'find_console_session',
  text: `
  SELECT t.id, t.idx::float8 AS idx, t.user_id AS "userId", u.username, u.role, t.issued_at AS "issuedAt",
    t.expires_at AS "expiresAt", c.password_checked_at AS "passwordCheckedAt"
  FROM tokens t JOIN console_sessions c USING (id) JOIN users u ON u.id = t.user_id
  WHERE t.secret_digest = $1 AND t.kind = 'console' AND t.revoked_at IS NULL AND t.expires_at > $2 AND u.enabled`,
};

/** Not one that was ended in the meantime, and never to an earlier end than another request has set. */
const PROLONG_CONSOLE_SESSION: PreparedStatement = {
  name: 'prolong_console_session',
  text: `UPDATE tokens SET expires_at = $2 WHERE id = $1 AND revoked_at IS NULL AND expires_at < $2`,
};

@Injectable()
export class ConsoleSessionRepository {
  constructor(private readonly statements: PreparedStatements) {}

  /**
   * Issues the token of a session.
   * @returns null where the user may no longer have it.
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
    const statement = statementFor(admission, INSERT_CONSOLE_SESSION);
    const rows = await this.statements.act<IssuedRow>(statement, values, recorded, isIssued);
    return insertedToken(owner, token, rows, admission);
  }

  /** @returns null where it is unknown, ended or expired, or its user is disabled. */
  async find(secretDigest: Buffer, now: Date): Promise<ConsoleSession | null> {
    return (await this.statements.run<ConsoleSession>(FIND_CONSOLE_SESSION, [secretDigest, now]))[0] ?? null;
  }

  async prolong(id: string, expiresAt: Date): Promise<void> {
    await this.statements.run(PROLONG_CONSOLE_SESSION, [id, expiresAt]);
  }

  /** @returns false where the session was ended. */
  async updatePasswordCheckedAt(transaction: Transaction, id: string, at: Date): Promise<boolean> {
    const [, count] = await managerOf(transaction).query<[unknown, number]>(
      `UPDATE console_sessions SET password_checked_at = $2 FROM tokens
       WHERE console_sessions.id = $1 AND tokens.id = $1 AND revoked_at IS NULL`,
      [id, at],
    );
    return count > 0;
  }
}
