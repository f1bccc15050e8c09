import { Injectable } from '@nestjs/common';
import { v7 as uuidV7 } from 'uuid';
import { AppError } from '../common/app-error.js';
import { Clock, epochSeconds } from '../common/clock.js';
import type { Principal } from '../common/principal.js';
import type { TokenKind } from '../common/token-kind.js';
import { randomSecret, sha256 } from '../crypto/secrets.js';
import {
  SessionRepository,
  type IssuedTokens,
  type NewSessionToken,
  type RefreshToken,
} from '../database/repositories/session.repository.js';
import { ChangeFeed } from '../database/changes/change-feed.js';
import { JwtFormat } from '../tokens/jwt-format.js';

const REFRESH_TOKEN_LIFETIME_SECONDS = 90 * 86_400;
const REFRESH_TOKEN_BITS = 256;

/** What refreshing gives. */
export interface AccessTokens {
  readonly idToken: string;
  readonly accessToken: string;
  /** Of the access token, in seconds. */
  readonly expiresIn: number;
}

/** What a login gives. */
export interface LoginTokens extends AccessTokens {
  readonly refreshToken: string;
}

/**
 * The tokens of a login session: an access, an id and a refresh token, made together in one statement. As
 * `TokensService.issue`, it first waits until the signing key is known to be the current one.
 */
@Injectable()
export class SessionTokens {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly format: JwtFormat,
    private readonly feed: ChangeFeed,
    private readonly clock: Clock,
  ) {}

  /**
   * Opens a session.
   * @param expiresIn the life in seconds of the access and the id token.
   * @throws AppError `credentials_invalid` where the user was disabled or got another password in the meantime.
   */
  async open({ userId, passwordVersion }: Principal, expiresIn: number): Promise<LoginTokens> {
    await this.feed.whenFresh();
    const now = this.clock.now();
    const refreshToken = randomSecret(REFRESH_TOKEN_BITS);
    const expiresAt = after(now, REFRESH_TOKEN_LIFETIME_SECONDS);
    const pair = newPair(now, expiresIn);
    const refresh = { id: uuidV7(), kind: 'session_refresh', expiresAt, secretDigest: sha256(refreshToken) } as const;
    const session = { id: uuidV7(), userId, passwordVersion, createdAt: now, expiresAt };
    const made = await this.sessions.insert({ ...session, tokens: [...pair, refresh] });
    if (!made) throw new AppError('credentials_invalid', 'Invalid username or password');
    return { ...this.signPair(pair, made, { userId, issuedAt: now, startedAt: now }), refreshToken, expiresIn };
  }

  /**
   * Gives a session another access and id token; the earlier ones stay good.
   * @param limit how many access tokens the session may give altogether.
   * @returns null where it has given them, or was ended in the meantime.
   */
  async renew(refresh: RefreshToken, expiresIn: number, limit: number): Promise<AccessTokens | null> {
    await this.feed.whenFresh();
    const now = this.clock.now();
    const pair = newPair(now, expiresIn);
    const made = await this.sessions.refresh(refresh, now, limit, pair);
    const { userId, startedAt } = refresh;
    return made && { ...this.signPair(pair, made, { userId, issuedAt: now, startedAt }), expiresIn };
  }

  private signPair(
    [access, id]: readonly [NewSessionToken, NewSessionToken],
    { idxs, username, role, fullName, email }: IssuedTokens,
    { userId, issuedAt, startedAt }: { userId: number; issuedAt: Date; startedAt: Date },
  ): Pick<AccessTokens, 'idToken' | 'accessToken'> {
    const holder = { userId, username, role, issuedAt };
    // OpenID Connect Core, sections 2 and 5.1.
    const kindClaims = {
      ...(fullName && { name: fullName }),
      ...(email && { email }),
      preferred_username: username,
      auth_time: epochSeconds(startedAt),
    };
    return {
      idToken: this.format.sign({ ...id, ...holder, idx: idxs.get(id.id)!, kindClaims }),
      accessToken: this.format.sign({ ...access, ...holder, idx: idxs.get(access.id)! }),
    };
  }
}

function newPair(now: Date, lifetimeSeconds: number): [NewSessionToken, NewSessionToken] {
  const make = (kind: TokenKind): NewSessionToken => ({ id: uuidV7(), kind, expiresAt: after(now, lifetimeSeconds) });
  return [make('session_access'), make('session_id')];
}

/** Times in tokens are whole seconds. */
function after(now: Date, seconds: number): Date {
  return new Date((epochSeconds(now) + seconds) * 1000);
}
