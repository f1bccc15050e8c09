import { Injectable } from '@nestjs/common';
import { canHaveSigned } from '@tessera-auth/verifier/protocol/signing-days';
import type { JwtKind } from '@tessera-auth/verifier/protocol/token-use';
import { ActivityCounters } from '../common/activity.js';
import { authenticatedAs, type Actor, type UserActor } from '../common/actor.js';
import { AppError } from '../common/app-error.js';
import { Clock, epochSeconds } from '../common/clock.js';
import { passwordVersionOf, type BearerPrincipal } from '../common/principal.js';
import { tokensOfUserRevoked } from '../common/security-event.js';
import { LOGIN_TOKEN_KINDS, TOKEN_KIND_RULES } from '../common/token-kind.js';
import { ChangeFeed } from '../database/changes/change-feed.js';
import { TokenRepository } from '../database/repositories/token.repository.js';
import { UserRepository } from '../database/repositories/user.repository.js';
import { TransactionRunner } from '../database/transactions.js';
import { SigningKeysService } from '../signing-keys/signing-keys.service.js';
import { CurrentRoles } from '../users/current-roles.js';
import { JwtFormat } from './jwt-format.js';
import { RevocationState } from './revocation-state.js';
import { bearerOf, type ActiveToken } from './active-token.js';
import { REVOKED_BY_BEARER, tokenIssued, tokenRevoked } from './token-events.js';
import { TokenIssuer } from './token-issuer.js';
import { TokenUses } from './token-uses.service.js';
import { VerifiedTokenCache, type TokenClaims } from './verified-token-cache.js';

/** A token that another instance has just issued may seem to come from the future (RFC 7519, section 4.1.5). */
export const CLOCK_SKEW_SECONDS = 5;

/** The registry: every token of every family is issued, verified and revoked here. */
@Injectable()
export class TokensService {
  private readonly verified = new VerifiedTokenCache();

  constructor(
    private readonly repository: TokenRepository,
    private readonly users: UserRepository,
    private readonly transactions: TransactionRunner,
    private readonly issuer: TokenIssuer,
    private readonly format: JwtFormat,
    private readonly keys: SigningKeysService,
    private readonly revocations: RevocationState,
    private readonly roles: CurrentRoles,
    private readonly feed: ChangeFeed,
    private readonly uses: TokenUses,
    private readonly activity: ActivityCounters,
    private readonly clock: Clock,
  ) {}

  /**
   * Issues a token to the actor.
   * @param lifetimeSeconds whole seconds until the token expires.
   * @returns the token's text, which is stored nowhere.
   * @throws AppError `credentials_invalid` where the user was disabled or got another password in the meantime;
   *   `token_limit_reached`, `unavailable`.
   */
  async issue(actor: UserActor, kind: JwtKind, lifetimeSeconds: number): Promise<string> {
    const { principal } = actor;
    const { userId, username, role } = principal;
    const owner = { userId, username, role, passwordVersion: passwordVersionOf(principal) };
    const issued = await this.issuer.issue(userId, [{ kind, lifetimeSeconds }], ([token], admission) =>
      this.repository.insert({ actor, event: tokenIssued(token!, userId) }, owner, token!, admission),
    );
    if (!issued) throw new AppError('credentials_invalid', 'Invalid username or password');
    return issued[0]!.text;
  }

  /**
   * Tells whose bearer token it is, and notes that it was used from where the actor is. No database: signature, times,
   * the revocation bit.
   * @throws AppError `token_invalid`, for whatever reason; `unavailable` where the revocations are not known.
   */
  async verify({ source }: Actor, text: string): Promise<BearerPrincipal> {
    const claims = await this.findActive(text);
    const isAccepted = claims !== undefined && TOKEN_KIND_RULES[claims.kind].bearer;
    this.activity.verified('bearer', claims?.kind, isAccepted);
    if (!isAccepted) throw invalid();
    this.uses.note(claims, source.address);
    return this.ownerOf(claims);
  }

  /** What a JWT of whatever kind says, or undefined where it is not active. @throws AppError `unavailable`. */
  async introspect(text: string): Promise<ActiveToken | undefined> {
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
  async revokeByText(actor: Actor, text: string): Promise<void> {
    const claims = this.verified.get(text) ?? (await this.read(text));
    if (!claims || !this.isSigned(claims)) return;
    const bearer = authenticatedAs(actor, this.ownerOf(claims));
    const ending = { actor: bearer, reason: REVOKED_BY_BEARER, at: this.clock.now() };
    await this.transactions.runForUser(claims.userId, async (transaction) => {
      if (!(await this.repository.revokeById(transaction, ending, claims.id))) return;
      transaction.record(bearer, tokenRevoked(claims));
    });
  }

  /**
   * Ends every active login token of the actor, everywhere.
   * @returns how many there were; of two calls at once, one gets them all.
   */
  async revokeLogins(actor: UserActor): Promise<number> {
    const { userId, username } = actor.principal;
    return this.transactions.runForUser(userId, async (transaction) => {
      await this.users.lockById(transaction, userId);
      const ending = { actor, reason: 'Logged out everywhere', at: this.clock.now() };
      const ended = await this.repository.revokeOfUser(transaction, ending, userId, LOGIN_TOKEN_KINDS);
      transaction.record(actor, tokensOfUserRevoked({ id: userId, username }, LOGIN_TOKEN_KINDS, ended));
      return ended;
    });
  }

  private ownerOf(claims: TokenClaims): BearerPrincipal {
    return bearerOf({ ...claims, role: this.roles.of(claims.userId, claims.role) });
  }

  /** Everything but what the kind says. */
  private async findActive(text: string): Promise<TokenClaims | undefined> {
    const claims = this.verified.get(text) ?? (await this.read(text));
    const now = epochSeconds(this.clock.now());
    // This way round, so that a time that is no number is never within.
    if (!claims || !(now + CLOCK_SKEW_SECONDS >= claims.notBefore && now < claims.expiresAt)) return undefined;
    if (!this.feed.isFresh()) await this.feed.whenFresh();
    return this.isSigned(claims) && this.revocations.isValid(claims.idx) ? claims : undefined;
  }

  /** Whether we signed it with a key that is not revoked: its signature may have been checked long ago. */
  private isSigned({ kid, issuedAt }: TokenClaims): boolean {
    const key = this.keys.find(kid);
    return key !== undefined && canHaveSigned(key, issuedAt, epochSeconds(this.clock.now()));
  }

  private read(text: string): Promise<TokenClaims | undefined> {
    return this.verified.read(text, (unread) => this.format.read(unread));
  }
}

function invalid(): AppError {
  return new AppError('token_invalid', 'Invalid or expired token');
}
