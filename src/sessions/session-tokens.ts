import { Injectable } from '@nestjs/common';
import { v7 as uuidV7 } from 'uuid';
import type { UserActor } from '../common/actor.js';
import { AppError } from '../common/app-error.js';
import { epochSeconds } from '../common/clock.js';
import type { PasswordPrincipal } from '../common/principal.js';
import { sessionTarget } from '../common/security-event.js';
import { sha256 } from '../crypto/secrets.js';
import type { NewToken, TokenOwner } from '../database/repositories/inserted-tokens.js';
import { SessionRepository, type RefreshToken } from '../database/repositories/session.repository.js';
import type { KindClaims } from '../tokens/jwt-format.js';
import { newOpaqueText } from '../tokens/opaque-text.js';
import { TokenIssuer, type IssuedToken, type TokenRequest } from '../tokens/token-issuer.js';

const REFRESH_TOKEN_LIFETIME_SECONDS = 90 * 86_400;

/** How a user logged in (RFC 8176); null where a password was enough. */
export type Amr = readonly string[] | null;

/** A password and a code, of an authenticator app or for recovery. */
export const PASSWORD_AND_CODE: Amr = ['pwd', 'otp', 'mfa'];

/** What refreshing issues. */
export interface AccessTokens {
  readonly idToken: string;
  readonly accessToken: string;
  /** Of the access token, in seconds. */
  readonly expiresIn: number;
}

/** What a login issues. */
export interface LoginTokens extends AccessTokens {
  readonly refreshToken: string;
}

/** The tokens of a login session: an access, an id and a refresh token, issued together in one statement. */
@Injectable()
export class SessionTokens {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly issuer: TokenIssuer,
  ) {}

  /**
   * Opens a session.
   * @param expiresIn the lifetime in seconds of the access and the id token.
   * @param amr how the user logged in (RFC 8176), where a second factor was asked for; null where a password was enough.
   * @throws AppError `credentials_invalid` where the user was disabled or got another password in the meantime;
   *   `token_limit_reached`.
   */
  async open(actor: UserActor<PasswordPrincipal>, expiresIn: number, amr: Amr): Promise<LoginTokens> {
    const { principal } = actor;
    const id = uuidV7();
    const refreshToken = newOpaqueText('session_refresh');
    const requests = [
      ...accessAndId(expiresIn, ({ issuedAt }) => issuedAt, amr),
      { kind: 'session_refresh', lifetimeSeconds: REFRESH_TOKEN_LIFETIME_SECONDS, secret: refreshToken } as const,
    ];
    const event = {
      action: 'session.opened',
      target: sessionTarget(id),
      changes: { userId: principal.userId, ...(amr && { amr }) },
    } as const;
    const issued = await this.issuer.issue(principal.userId, requests, ([access, idToken, refresh], admission) => {
      const tokens = [access!, idToken!, { ...refresh!, secretDigest: sha256(refreshToken) }];
      const session = { id, expiresAt: refresh!.expiresAt!, amr, tokens };
      return this.sessions.insert({ actor, event }, principal, session, admission);
    });
    if (!issued) throw new AppError('credentials_invalid', 'Invalid username or password');
    return { ...textsOf(issued), refreshToken, expiresIn };
  }

  /**
   * Issues another access and id token of a session; the earlier ones stay active.
   * @param limit how many access tokens the session may issue altogether.
   * @returns null where it has issued them, or was ended in the meantime.
   * @throws AppError `token_limit_reached`.
   */
  async renew(actor: UserActor, refresh: RefreshToken, expiresIn: number, limit: number): Promise<AccessTokens | null> {
    const event = {
      action: 'session.refreshed',
      target: sessionTarget(refresh.sessionId),
      changes: { userId: refresh.userId },
    } as const;
    const requests = accessAndId(expiresIn, () => refresh.startedAt, refresh.amr);
    const issued = await this.issuer.issue(refresh.userId, requests, (tokens, admission) =>
      this.sessions.refresh({ actor, event }, { refresh, limit, tokens }, admission),
    );
    return issued && { ...textsOf(issued), expiresIn };
  }
}

/**
 * Of a login with a second factor both tokens say how it was, and when (OpenID Connect Core, section 2).
 * @param startedAt when the session began, as far as the token knows.
 */
function accessAndId(
  lifetimeSeconds: number,
  startedAt: (token: { issuedAt: Date }) => Date,
  amr: Amr,
): [TokenRequest, TokenRequest] {
  const ofFactor = (token: NewToken): KindClaims => ({ amr: amr ?? [], auth_time: epochSeconds(startedAt(token)) });
  return [
    { kind: 'session_access', lifetimeSeconds, ...(amr && { claims: ofFactor }) },
    {
      kind: 'session_id',
      lifetimeSeconds,
      claims: (token, owner) => ({ ...idClaims(owner, startedAt(token)), ...(amr && { amr }) }),
    },
  ];
}

/** OpenID Connect Core, sections 2 and 5.1. */
function idClaims({ username, fullName, email }: TokenOwner, startedAt: Date): KindClaims {
  return {
    ...(fullName && { name: fullName }),
    ...(email && { email }),
    preferred_username: username,
    auth_time: epochSeconds(startedAt),
  };
}

function textsOf([access, id]: readonly IssuedToken[]): Pick<AccessTokens, 'idToken' | 'accessToken'> {
  return { idToken: id!.text, accessToken: access!.text };
}
