import { Injectable } from '@nestjs/common';
import type { Role } from '../../common/roles.js';
import type { RecordedEvent } from '../../common/security-event.js';
import { PreparedStatements, type PreparedStatement } from '../prepared-statements.js';
import { notSuspended } from './not-suspended.js';
import type { Transaction } from '../transaction.js';
import { managerOf } from '../transaction-manager.js';
import {
  insertedTokens,
  isIssued,
  type Admission,
  type InsertedTokens,
  type IssuedRowOfOwner,
  type NewOwner,
  type NewToken,
} from './inserted-tokens.js';
import {
  issueStatements,
  statementFor,
  valuesOfFirst,
  valuesOfFurther,
  type IssueStatements,
} from './issue-statement.js';

export interface NewSession {
  readonly id: string;
  readonly expiresAt: Date;
  /** How the user logged in; null where a password was enough. */
  readonly amr: readonly string[] | null;
  /** All issued at the moment at which it begins. */
  readonly tokens: readonly NewToken[];
}

/** One use of a refresh token. */
export interface Refresh {
  readonly refresh: RefreshToken;
  /** How many access tokens the session may give altogether. */
  readonly limit: number;
  readonly tokens: readonly NewToken[];
}

interface Issue {
  readonly owner: NewOwner<'userId'>;
  readonly tokens: readonly NewToken[];
  /** $13 and $14. */
  readonly own: readonly unknown[];
  /** Behind the values of the tokens. */
  readonly last?: readonly unknown[];
}

/** A refresh token that is neither revoked nor expired, of an enabled user. It may be suspended. */
export interface RefreshToken {
  readonly id: string;
  readonly idx: number;
  readonly sessionId: string;
  readonly userId: number;
  readonly username: string;
  readonly role: Role;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly startedAt: Date;
  readonly accessTokensIssued: number;
  /** As of a `NewSession`. */
  readonly amr: readonly string[] | null;
}

/** One login: its session, $13 with its end $14, its three tokens, and how the user logged in, $23. */
const INSERT_SESSION = issueStatements({
  name: 'insert_session',
  commits: true,
  tokens: 3,
  tellsOwner: true,
  steps: `session AS (
    INSERT INTO sessions (id, user_id, created_at, expires_at, amr)
    SELECT $13, owner.id, $3, $14, $23::text[] FROM owner
    RETURNING id
  )`,
  onlyIf: 'session',
  sessionId: 'session.id',
});

/**
 * $13 is the refresh token. The count goes up only while it is below $14, so that of two at once at the limit one gets
 * nothing. The user's row is locked first, as everywhere; then the refresh token's, so that revoking it and using it
 * wait for each other.
 */
const REFRESH_SESSION = issueStatements({
  name: 'refresh_session',
  commits: true,
  tokens: 2,
  tellsOwner: true,
  steps: `refresh AS (
    SELECT t.session_id FROM owner JOIN tokens t ON t.user_id = owner.id
    WHERE t.id = $13 AND t.revoked_at IS NULL AND ${notSuspended('t')}
    FOR SHARE OF t
  ), session AS (
    UPDATE sessions SET access_tokens_issued = access_tokens_issued + 1, last_refreshed_at = $3 FROM refresh
    WHERE sessions.id = refresh.session_id AND access_tokens_issued < $14
    RETURNING sessions.id
  )`,
  onlyIf: 'session',
  sessionId: 'session.id',
});

const FIND_REFRESH_TOKEN: PreparedStatement = {
  name: 'find_refresh_token',
  text: `
  SELECT t.id, t.idx::float8 AS idx, t.session_id AS "sessionId", t.user_id AS "userId", u.username, u.role,
    t.issued_at AS "issuedAt", t.expires_at AS "expiresAt",
    s.created_at AS "startedAt", s.access_tokens_issued AS "accessTokensIssued", s.amr
  FROM tokens t JOIN sessions s ON s.id = t.session_id JOIN users u ON u.id = t.user_id
  WHERE t.secret_digest = $1 AND t.kind = 'session_refresh' AND t.revoked_at IS NULL AND t.expires_at > $2 AND u.enabled`,
};

const FIND_START: PreparedStatement = {
  name: 'find_session_start',
  text: `SELECT s.created_at AS "startedAt" FROM tokens t JOIN sessions s ON s.id = t.session_id WHERE t.id = $1`,
};

@Injectable()
export class SessionRepository {
  constructor(private readonly statements: PreparedStatements) {}

  /**
   * Inserts a session with its tokens.
   * @returns null where the user may no longer have it, or the ceiling is passed.
   * @throws AppError `token_limit_reached`.
   */
  async insert(
    recorded: RecordedEvent,
    owner: NewOwner<'userId'>,
    { id, expiresAt, amr, tokens }: NewSession,
    admission: Admission,
  ): Promise<InsertedTokens | null> {
    return this.issue(INSERT_SESSION, { owner, tokens, own: [id, expiresAt], last: [amr] }, recorded, admission);
  }

  /**
   * Counts one more refresh and inserts its tokens.
   * @returns null where the session was ended or suspended in the meantime, or has given `limit` access tokens, or the ceiling is
   *   passed.
   * @throws AppError `token_limit_reached`.
   */
  async refresh(
    recorded: RecordedEvent,
    { refresh: { id, userId }, limit, tokens }: Refresh,
    admission: Admission,
  ): Promise<InsertedTokens | null> {
    const owner = { userId, passwordVersion: null };
    return this.issue(REFRESH_SESSION, { owner, tokens, own: [id, limit] }, recorded, admission);
  }

  private async issue(
    statements: IssueStatements,
    { owner, tokens, own, last = [] }: Issue,
    recorded: RecordedEvent,
    admission: Admission,
  ): Promise<InsertedTokens | null> {
    const statement = statementFor(admission, statements);
    const first = valuesOfFirst(recorded.actor, owner, tokens[0]!, admission);
    const further = valuesOfFurther(tokens);
    const values = (payload: string): unknown[] => [...first, payload, ...own, ...further, ...last];
    const rows = await this.statements.act<IssuedRowOfOwner>(statement, values, recorded, isIssued);
    return insertedTokens(rows, admission);
  }

  /** @returns null where it is unknown, revoked or expired, or its user is disabled. */
  async findRefreshToken(secretDigest: Buffer, now: Date): Promise<RefreshToken | null> {
    return (await this.statements.run<RefreshToken>(FIND_REFRESH_TOKEN, [secretDigest, now]))[0] ?? null;
  }

  /** @returns when the login began that gave this token; null where it is of none. */
  async findStart(tokenId: string): Promise<Date | null> {
    const [row] = await this.statements.run<{ startedAt: Date }>(FIND_START, [tokenId]);
    return row?.startedAt ?? null;
  }

  /**
   * Locks the user's row and looks for the session that one of their tokens was issued in.
   * @returns null where the token is of none, or revoked or suspended.
   */
  async lockByToken(transaction: Transaction, userId: number, tokenId: string): Promise<string | null> {
    const manager = managerOf(transaction);
    await manager.query('SELECT FROM users WHERE id = $1 FOR UPDATE', [userId]);
    const rows = await manager.query<{ session_id: string | null }[]>(
      `SELECT session_id FROM tokens AS token
       WHERE id = $1 AND user_id = $2 AND revoked_at IS NULL AND ${notSuspended('token')}`,
      [tokenId, userId],
    );
    return rows[0]?.session_id ?? null;
  }
}
