import { Injectable } from '@nestjs/common';
import type { Role } from '../../common/roles.js';
import type { TokenKind } from '../../common/token-kind.js';
import { HotStatements } from '../hot-statements.js';
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
  readonly accessTokensGiven: number;
}

/** What the database adds to tokens that were made: their places in the revocation bits, and whose they are. */
export interface MadeTokens {
  /** By the tokens' ids. */
  readonly idxs: ReadonlyMap<string, number>;
  readonly username: string;
  readonly role: Role;
  readonly fullName: string | null;
  readonly email: string | null;
}

type MadeRow = Omit<MadeTokens, 'idxs'> & { id: string; idx: string };

@Injectable()
export class SessionRepository {
  constructor(private readonly hot: HotStatements) {}

  /** Inserts a session with its tokens. @returns null where the user may no longer have it. */
  async insert({ id, userId, passwordVersion = null!, createdAt, expiresAt, tokens }: NewSession) {
    const values = [id, userId, passwordVersion, createdAt, expiresAt, createdAt];
    const columns = [
      tokens.map((token) => token.id),
      tokens.map(({ kind }) => kind),
      tokens.map(({ secretDigest }) => secretDigest ?? null),
      tokens.map((token) => token.expiresAt),
    ];
    return madeOf(await this.hot.run<MadeRow>('insert_session', [...values, ...columns]));
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
    return madeOf(await this.hot.run<MadeRow>('refresh_session', [refresh.id, refresh.userId, now, limit, ...columns]));
  }

  /** @returns null where it is unknown, revoked or expired, or its user is disabled. */
  async findRefreshToken(secretDigest: Buffer, now: Date): Promise<RefreshToken | null> {
    return (await this.hot.run<RefreshToken>('find_refresh_token', [secretDigest, now]))[0] ?? null;
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

function madeOf(rows: readonly MadeRow[]): MadeTokens | null {
  const [first] = rows;
  if (!first) return null;
  const { username, role, fullName, email } = first;
  return { idxs: new Map(rows.map(({ id, idx }) => [id, Number(idx)])), username, role, fullName, email };
}
