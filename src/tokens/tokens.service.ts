import { Injectable } from '@nestjs/common';
import { v7 as uuidV7 } from 'uuid';
import { AppError } from '../common/app-error.js';
import { Clock, epochSeconds } from '../common/clock.js';
import type { Principal } from '../common/principal.js';
import { LOGIN_TOKEN_KINDS, TOKEN_KIND_RULES, type TokenKind } from '../common/token-kind.js';
import { ChangeFeed } from '../database/changes/change-feed.js';
import { TokenRepository } from '../database/repositories/token.repository.js';
import { UserRepository } from '../database/repositories/user.repository.js';
import { TransactionRunner } from '../database/transactions.js';
import { CurrentRoles } from '../users/current-roles.js';
import { JwtFormat } from './jwt-format.js';
import { RevocationState } from './revocation-state.js';
import type { ActiveToken } from './active-token.js';
import { VerifiedTokenCache, type TokenClaims } from './verified-token-cache.js';

/** A token that another instance has just issued may seem to come from the future (RFC 7519, section 4.1.5). */
const CLOCK_SKEW_SECONDS = 5;

/** The registry: every token of every family is issued, verified and revoked here. */
@Injectable()
export class TokensService {
  private readonly verified = new VerifiedTokenCache();

  constructor(
    private readonly repository: TokenRepository,
    private readonly users: UserRepository,
    private readonly transactions: TransactionRunner,
    private readonly format: JwtFormat,
    private readonly revocations: RevocationState,
    private readonly roles: CurrentRoles,
    private readonly feed: ChangeFeed,
    private readonly clock: Clock,
  ) {}

  /**
   * @param lifetimeSeconds whole seconds until the token expires.
   * @returns the token's text, which is stored nowhere.
   * @throws AppError `credentials_invalid` where the user was disabled or got another password in the meantime; `unavailable`.
   */
  async issue(kind: TokenKind, holder: Principal, lifetimeSeconds: number): Promise<string> {
    // So that it is signed with a key that signed a second ago at the latest (see KeyRotationService, SLACK_SECONDS).
    await this.feed.whenFresh();
    const issuedAt = this.clock.now();
    const expiresAt = new Date((epochSeconds(issuedAt) + lifetimeSeconds) * 1000);
    const { userId, username, role, passwordVersion } = holder;
    const id = uuidV7();
    const idx = await this.repository.insert({ id, kind, userId, issuedAt, expiresAt, passwordVersion });
    if (idx === null) throw new AppError('credentials_invalid', 'Invalid username or password');
    return this.format.sign({ id, idx, kind, userId, username, role, issuedAt, expiresAt });
  }

  /**
   * Tells whose bearer token it is. No database: signature, times, the revocation bit.
   * @throws AppError `token_invalid`, for whatever reason; `unavailable` where the revocations are not known.
   */
  async verify(text: string): Promise<Principal> {
    const claims = await this.findActive(text);
    if (!claims || !TOKEN_KIND_RULES[claims.kind].bearer) throw invalid();
    const { id, idx, kind, userId, username } = claims;
    return {
      userId,
      username,
      role: this.roles.of(userId, claims.role),
      authenticatedBy: 'bearer',
      token: { id, idx, kind },
    };
  }

  /** What a JWT of whatever kind says, or undefined where it is not active. @throws AppError `unavailable`. */
  async inspect(text: string): Promise<ActiveToken | undefined> {
    const claims = await this.findActive(text);
    if (!claims) return undefined;
    const { id, idx, kind, userId, username, issuedAt, expiresAt } = claims;
    return {
      id,
      idx,
      kind,
      userId,
      username,
      role: this.roles.of(userId, claims.role),
      issuedAt,
      expiresAt,
      opensServices: TOKEN_KIND_RULES[kind].bearer,
      contexts: null,
    };
  }

  /** Ends the one JWT whose text this is; does nothing where it is none of ours, or not active any more. */
  async revokeByText(text: string): Promise<void> {
    const claims = this.verified.get(text) ?? (await this.read(text));
    if (!claims) return;
    await this.transactions.run((transaction) => this.repository.revokeById(transaction, claims.id, this.clock.now()));
  }

  /**
   * Ends every active login token of the user, everywhere.
   * @returns how many there were; of two calls at once, one gets them all.
   */
  async revokeLogins(userId: number): Promise<number> {
    return this.transactions.run(async (transaction) => {
      await this.users.lockById(transaction, userId);
      return this.repository.revokeOfUser(transaction, userId, LOGIN_TOKEN_KINDS, this.clock.now());
    });
  }

  /** Everything but what the kind says. */
  private async findActive(text: string): Promise<TokenClaims | undefined> {
    const claims = this.verified.get(text) ?? (await this.read(text));
    const now = epochSeconds(this.clock.now());
    // This way round, so that a time that is no number is never within.
    if (!claims || !(now + CLOCK_SKEW_SECONDS >= claims.notBefore && now < claims.expiresAt)) return undefined;
    if (!this.feed.isFresh()) await this.feed.whenFresh();
    return this.revocations.isRevoked(claims.idx) ? undefined : claims;
  }

  private read(text: string): Promise<TokenClaims | undefined> {
    return this.verified.read(text, (unread) => this.format.read(unread));
  }
}

function invalid(): AppError {
  return new AppError('token_invalid', 'Invalid or expired token');
}
