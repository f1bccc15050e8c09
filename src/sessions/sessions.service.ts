import { Injectable } from '@nestjs/common';
import { ActivityCounters, type RefreshRefusal } from '../common/activity.js';
import { authenticatedAs, type Actor, type UserActor } from '../common/actor.js';
import { AppError } from '../common/app-error.js';
import type { ChallengeKind } from '../common/challenge-kind.js';
import { Clock } from '../common/clock.js';
import type { PasswordPrincipal } from '../common/principal.js';
import { sessionTarget } from '../common/security-event.js';
import { Config } from '../config/config.js';
import { sha256 } from '../crypto/secrets.js';
import { ChangeFeed } from '../database/changes/change-feed.js';
import { SessionRepository, type RefreshToken } from '../database/repositories/session.repository.js';
import { TokenRepository } from '../database/repositories/token.repository.js';
import { UserRepository } from '../database/repositories/user.repository.js';
import { TransactionRunner } from '../database/transactions.js';
import { SettingsService } from '../settings/settings.service.js';
import { bearerOf } from '../tokens/active-token.js';
import { isOpaqueText } from '../tokens/opaque-text.js';
import { RevocationState } from '../tokens/revocation-state.js';
import { TokenUses } from '../tokens/token-uses.service.js';
import { RefreshTokenCache } from './refresh-token-cache.js';
import { SessionTokens, type AccessTokens, type Amr, type LoginTokens } from './session-tokens.js';
import { normalizeUsername } from '../common/username.js';
import { ChallengesService } from './challenges.service.js';

/** What may come before the tokens of a login. */
export type LoginStep = Exclude<ChallengeKind, 'factor_confirmed'>;

/** What a login comes to: tokens, or the step that comes first with the secret for it. */
export type LoginOutcome = LoginTokens | { readonly step: LoginStep; readonly challenge: string };

/** Login sessions: one for each login, ended as a whole. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly tokens: TokenRepository,
    private readonly users: UserRepository,
    private readonly transactions: TransactionRunner,
    private readonly sessionTokens: SessionTokens,
    private readonly known: RefreshTokenCache,
    private readonly revocations: RevocationState,
    private readonly feed: ChangeFeed,
    private readonly challenges: ChallengesService,
    private readonly settings: SettingsService,
    private readonly uses: TokenUses,
    private readonly activity: ActivityCounters,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** @param actor whose password was just checked. */
  async logIn(actor: UserActor<PasswordPrincipal>): Promise<LoginOutcome> {
    const step = nextStep(actor.principal);
    return step ? { step, challenge: await this.challenges.open(actor, step) } : this.open(actor, null);
  }

  /** Sets the new password that `logIn` asked for, and goes on with the login. @throws as `ChallengesService.setPassword`. */
  async setPassword(actor: Actor, secret: string, username: string, newPassword: string): Promise<LoginOutcome> {
    return this.logIn(await this.challenges.setPassword(actor, secret, username, newPassword));
  }

  /** Opens the session of a login of which every step is done. @param amr as of `SessionTokens.open`. */
  async open(actor: UserActor<PasswordPrincipal>, amr: Amr): Promise<LoginTokens> {
    return this.sessionTokens.open(actor, await this.settings.get('v1AccessTokenSeconds'), amr);
  }

  /**
   * Issues another access and id token.
   * @throws AppError `session_invalid` for a token that is not active, or is another user's; `refresh_limit_exceeded`
   *   for an active one of theirs alone.
   */
  async refresh(actor: Actor, refreshToken: string, username: string): Promise<AccessTokens> {
    try {
      return await this.renew(actor, refreshToken, username);
    } catch (error) {
      this.activity.refreshRefused(refusalOf(error));
      throw error;
    }
  }

  /** Ends the session of a refresh token with all its tokens, a suspended one too. @throws AppError `token_invalid`. */
  async revoke(actor: Actor, refreshToken: string): Promise<void> {
    const refresh = await this.find(refreshToken);
    const ended = refresh && (await this.end(actor, refresh));
    if (!ended) throw new AppError('token_invalid', 'Invalid or expired token');
  }

  /** @returns null where it is unknown, revoked or expired, or its user is disabled. */
  async find(refreshToken: string): Promise<RefreshToken | null> {
    if (!isOpaqueText('session_refresh', refreshToken)) return null;
    return this.sessions.findRefreshToken(sha256(refreshToken), this.clock.now());
  }

  /** As `find`, and null where it is suspended too. @throws AppError `unavailable`. */
  async findActive(refreshToken: string): Promise<RefreshToken | null> {
    const refresh = await this.find(refreshToken);
    if (!refresh) return null;
    await this.feed.whenFresh();
    return this.revocations.isValid(refresh.idx) ? refresh : null;
  }

  /** @returns how many tokens ended; of two calls at once, one gets them all. */
  end(actor: Actor, refresh: RefreshToken): Promise<number> {
    const { userId, sessionId } = refresh;
    const bearer = bearerActor(actor, refresh);
    const ending = { actor: bearer, reason: 'Logged out', at: this.clock.now() };
    return this.transactions.runForUser(userId, async (transaction) => {
      await this.users.lockById(transaction, userId);
      const endedTokens = await this.tokens.revokeOfSession(transaction, ending, sessionId);
      const event = {
        action: 'session.ended',
        target: sessionTarget(sessionId),
        changes: { userId, endedTokens },
      } as const;
      if (endedTokens > 0) transaction.record(bearer, event);
      return endedTokens;
    });
  }

  private async renew(actor: Actor, refreshToken: string, username: string): Promise<AccessTokens> {
    const { accessTokensPerSession: limit } = this.config;
    const refresh = this.known.find(refreshToken) ?? (await this.findActive(refreshToken));
    if (!refresh || refresh.username !== normalizeUsername(username)) throw invalid();
    if (refresh.accessTokensIssued < limit) {
      const expiresIn = await this.settings.get('v1AccessTokenSeconds');
      const tokens = await this.sessionTokens.renew(bearerActor(actor, refresh), refresh, expiresIn, limit);
      if (tokens) {
        this.known.add(refreshToken, refresh);
        this.uses.note({ id: refresh.id, kind: 'session_refresh' }, actor.source.address);
        return tokens;
      }
      this.known.delete(refreshToken);
      // Either others took the last ones, or the session has just been ended.
      if (!(await this.findActive(refreshToken))) throw invalid();
    }
    throw new AppError('refresh_limit_exceeded', 'The refresh token has issued all its access tokens', {
      details: { retryAfterSeconds: 1 },
    });
  }
}

/** Another password first: a code would be asked for again after it. */
function nextStep({ mustChangePassword, secondFactor }: PasswordPrincipal): LoginStep | undefined {
  if (mustChangePassword) return 'new_password';
  return secondFactor && (secondFactor === 'code' ? 'factor_code' : 'factor_setup');
}

/** The client that presents a refresh token acts as its owner. */
function bearerActor(actor: Actor, refresh: RefreshToken): UserActor {
  return authenticatedAs(actor, bearerOf({ ...refresh, kind: 'session_refresh' }));
}

function invalid(): AppError {
  return new AppError('session_invalid', 'The refresh token is not valid for this user');
}

function refusalOf(error: unknown): RefreshRefusal {
  if (!(error instanceof AppError)) return 'failed';
  if (error.code === 'session_invalid') return 'invalid';
  return error.code === 'refresh_limit_exceeded' ? 'limit_exceeded' : 'failed';
}
