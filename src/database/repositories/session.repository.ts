import { Injectable } from '@nestjs/common';
import type { Role } from '../../common/roles.js';
import type { TokenKind } from '../../common/token-kind.js';
import { PreparedStatements, type PreparedStatement } from '../prepared-statements.js';
import type { Transaction } from '../transactions.js';

export interface NewSessionToken {
  readonly id: string;
  readonly kind: TokenKind;
  readonly expiresAt: Date;
  /** Of an opaque token. */
  readonly secretDigest?: Buffer;
}

export interface NewSession {
  readonly id: string;
  readonly userId: number;
  /** Open it only while the user's password is still this one. */
  readonly passwordVersion: number | undefined;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly tokens: readonly NewSessionToken[];
}

/** A refresh token that is good. */
export interface RefreshToken {
  readonly id: string;
  readonly idx: string;
  readonly sessionId: string;
  readonly userId: number;
  readonly username: string;
  readonly role: Role;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly startedAt: Date;
  readonly accessTokensIssued: number;
}

/** What the database adds to tokens that were made: their places in the revocation bits, and whose they are. */
export interface IssuedTokens {
  /** By the tokens' ids. */
  readonly idxs: ReadonlyMap<string, number>;
  readonly username: string;
  readonly role: Role;
  readonly fullName: string | null;
  readonly email: string | null;
}

type MadeRow = Omit<IssuedTokens, 'idxs'> & { id: string; idx: string };

/** One login: its session and its tokens; $7 to $10 are one array each, a place for each token. Locks as above. */
const INSERT_SESSION: PreparedStatement = {
  name: 'insert_session',
  text: `
  WITH holder AS (
    SELECT id, username, role, full_name, email FROM users
    WHERE id = $2 AND enabled AND ($3::integer IS NULL OR password_version = $3)
    FOR SHARE
  ), session AS (
    INSERT INTO sessions (id, user_id, created_at, expires_at)
    SELECT $1, holder.id, $4, $5 FROM holder
    RETURNING id
  ), made AS (
    INSERT INTO tokens (id, idx, kind, secret_digest, user_id, session_id, issued_at, expires_at)
    SELECT t.id, nextval('tokens_idx_seq'), t.kind, t.digest, holder.id, session.id, $6, t.expires_at
    FROM holder, session, unnest($7::uuid[], $8::text[], $9::bytea[], $10::timestamptz[])
      AS t (id, kind, digest, expires_at)
    RETURNING id, idx
  )
  SELECT made.id, made.idx, username, role, full_name AS "fullName", email FROM made, holder`,
};

/**
 * The count goes up only while it is below $4, so that of two at once at the limit one gets nothing. The user's row is
 * locked first, as everywhere; then the refresh token's, so that revoking it and using it wait for each other.
 */
const REFRESH_SESSION: PreparedStatement = {
  name: 'refresh_session',
  text: `
  WITH holder AS (
    SELECT id, username, role, full_name, email FROM users WHERE id = $2 AND enabled FOR SHARE
  ), refresh AS (
    SELECT t.session_id FROM holder JOIN tokens t ON t.user_id = holder.id
    WHERE t.id = $1 AND t.revoked_at IS NULL
    FOR SHARE OF t
  ), session AS (
    UPDATE sessions SET access_tokens_issued = access_tokens_issued + 1 FROM refresh
    WHERE sessions.id = refresh.session_id AND access_tokens_issued < $4
    RETURNING sessions.id
  ), made AS (
    INSERT INTO tokens (id, idx, kind, user_id, session_id, issued_at, expires_at)
    SELECT t.id, nextval('tokens_idx_seq'), t.kind, $2, session.id, $3, t.expires_at
    FROM session, unnest($5::uuid[], $6::text[], $7::timestamptz[]) AS t (id, kind, expires_at)
    RETURNING id, idx
  )
  SELECT made.id, made.idx, username, role, full_name AS "fullName", email FROM made, holder`,
};

const FIND_REFRESH_TOKEN: PreparedStatement = {
  name: 'find_refresh_token',
  text: `
  SELECT t.id, t.idx, t.session_id AS "sessionId", t.user_id AS "userId", u.username, u.role,
    t.issued_at AS "issuedAt", t.expires_at AS "expiresAt",
    s.created_at AS "startedAt", s.access_tokens_issued AS "accessTokensIssued"
  FROM tokens t JOIN sessions s ON s.id = t.session_id JOIN users u ON u.id = t.user_id
  WHERE t.secret_digest = $1 AND t.kind = 'session_refresh' AND t.revoked_at IS NULL AND t.expires_at > $2 AND u.enabled`,
};

@Injectable()
export class SessionRepository {
  constructor(private readonly statements: PreparedStatements) {}

  /** Inserts a session with its tokens. @returns null where the user may no longer have it. */
  async insert({ id, userId, passwordVersion = null!, createdAt, expiresAt, tokens }: NewSession) {
    const values = [id, userId, passwordVersion, createdAt, expiresAt, createdAt];
    const columns = [
      tokens.map((token) => token.id),
      tokens.map(({ kind }) => kind),
      tokens.map(({ secretDigest }) => secretDigest ?? null),
      tokens.map((token) => token.expiresAt),
    ];
    return madeOf(await this.statements.run<MadeRow>(INSERT_SESSION, [...values, ...columns]));
  }

  /**
   * Counts one more refresh and inserts its tokens.
   * @returns null where the session was ended in the meantime, or has given `limit` access tokens.
   */
  async refresh(refresh: RefreshToken, now: Date, limit: number, tokens: readonly NewSessionToken[]) {
    const columns = [
      tokens.map(({ id }) => id),
      tokens.map(({ kind }) => kind),
      tokens.map(({ expiresAt }) => expiresAt),
    ];
    return madeOf(
      await this.statements.run<MadeRow>(REFRESH_SESSION, [refresh.id, refresh.userId, now, limit, ...columns]),
    );
  }

  /** @returns null where it is unknown, revoked or expired, or its user is disabled. */
  async findRefreshToken(secretDigest: Buffer, now: Date): Promise<RefreshToken | null> {
    return (await this.statements.run<RefreshToken>(FIND_REFRESH_TOKEN, [secretDigest, now]))[0] ?? null;
  }

  /**
   * Locks the user's row and looks for the session that gave one of his tokens.
   * @returns null where the token is of none, or revoked.
   */
  async lockByToken(transaction: Transaction, userId: number, tokenId: string): Promise<string | null> {
    const { manager } = transaction;
    await manager.query('SELECT FROM users WHERE id = $1 FOR UPDATE', [userId]);
    const rows = await manager.query<{ session_id: string | null }[]>(
      'SELECT session_id FROM tokens WHERE id = $1 AND user_id = $2 AND revoked_at IS NULL',
      [tokenId, userId],
    );
    return rows[0]?.session_id ?? null;
  }
}

function madeOf(rows: readonly MadeRow[]): IssuedTokens | null {
  const [first] = rows;
  if (!first) return null;
  const { username, role, fullName, email } = first;
  return { idxs: new Map(rows.map(({ id, idx }) => [id, Number(idx)])), username, role, fullName, email };
}
