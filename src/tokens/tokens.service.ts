import { Injectable } from '@nestjs/common';
import { v7 as uuidV7 } from 'uuid';
import { AppError } from '../common/app-error.js';
import { Clock, epochSeconds } from '../common/clock.js';
import type { Principal } from '../common/principal.js';
import { LOGIN_TOKEN_KINDS, TOKEN_KIND_RULES, type TokenKind } from '../common/token-kind.js';
import { ChangeFeed } from '../database/changes/change-feed.js';
import { TokenRepository } from '../database/repositories/token.repository.js';
import { UserRepository } from '../database/repositories/user.repository.js';
import { Transactions } from '../database/transactions.js';
import { CurrentRoles } from '../users/current-roles.js';
import { JwtFormat } from './jwt-format.js';
import { RevocationState } from './revocation-state.js';
import { VerifiedTokens } from './verified-tokens.js';

/** A token that another instance has just issued may seem to come from the future (RFC 7519, section 4.1.5). */
const CLOCK_SKEW_SECONDS = 5;

/** The registry: every token of every family is issued, verified and revoked here. */
@Injectable()
export class TokensService {
  private readonly verified = new VerifiedTokens();

  constructor(
    private readonly repository: TokenRepository,
    private readonly users: UserRepository,
    private readonly transactions: Transactions,
    private readonly format: JwtFormat,
    private readonly revocations: RevocationState,
    private readonly roles: CurrentRoles,
    private readonly feed: ChangeFeed,
    private readonly clock: Clock,
  ) {}

  /**
   * @param lifeSeconds whole seconds until the token expires.
   * @returns the token's text, which is stored nowhere.
   * @throws AppError `credentials_invalid` where the user was disabled or got another password in the meantime.
   */
  async issue(kind: TokenKind, holder: Principal, lifeSeconds: number): Promise<string> {
    const issuedAt = this.clock.now();
    const expiresAt = new Date((epochSeconds(issuedAt) + lifeSeconds) * 1000);
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
    const claims = this.read(text);
    const now = epochSeconds(this.clock.now());
    if (!claims || !TOKEN_KIND_RULES[claims.kind].bearer) throw invalid();
    if (now + CLOCK_SKEW_SECONDS < claims.notBefore || now >= claims.expiresAt) throw invalid();
    if (!this.feed.isFresh()) await this.feed.whenFresh();
    if (this.revocations.isRevoked(claims.idx)) throw invalid();
    const { id, idx, kind, userId, username } = claims;
    return {
      userId,
      username,
      role: this.roles.of(userId, claims.role),
      provedBy: 'bearer',
      token: { id, idx, kind },
    };
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

  private read(text: string): ReturnType<JwtFormat['read']> {
    const known = this.verified.get(text);
    if (known) return known;
    const claims = this.format.read(text);
    if (claims) this.verified.add(text, claims);
    return claims;
  }
}

function invalid(): AppError {
  return new AppError('token_invalid', 'Invalid or expired token');
}
