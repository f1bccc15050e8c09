import { Injectable, Logger } from '@nestjs/common';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import type { Principal } from '../common/principal.js';
import { Config } from '../config/config.js';
import { sha256 } from '../crypto/secrets.js';
import { SessionRepository, type RefreshToken } from '../database/repositories/session.repository.js';
import { TokenRepository } from '../database/repositories/token.repository.js';
import { UserRepository } from '../database/repositories/user.repository.js';
import { TransactionRunner } from '../database/transactions.js';
import { SettingsService } from '../settings/settings.service.js';
import { SessionTokens, type AccessTokens, type LoginTokens } from './session-tokens.js';
import { normalizeUsername } from '../common/username.js';
import { ChallengesService } from './challenges.service.js';

/** What a login comes to: tokens, or the secret with which a new password is to be chosen first. */
export type LoginOutcome = LoginTokens | { readonly challenge: string };

/** Login sessions: one for each login, ended as a whole. */
@Injectable()
export class SessionsService {
  private readonly logger = new Logger(SessionsService.name);

  constructor(
    private readonly sessions: SessionRepository,
    private readonly tokens: TokenRepository,
    private readonly users: UserRepository,
    private readonly transactions: TransactionRunner,
    private readonly sessionTokens: SessionTokens,
    private readonly challenges: ChallengesService,
    private readonly settings: SettingsService,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** @param login whose password was just checked. */
  async logIn(login: Principal): Promise<LoginOutcome> {
    return login.mustChangePassword ? { challenge: await this.challenges.open(login) } : this.open(login);
  }

  /** Sets the new password that `logIn` asked for, and logs in. @throws as `ChallengesService.answer`. */
  async answerChallenge(secret: string, username: string, newPassword: string): Promise<LoginTokens> {
    return this.open(await this.challenges.answer(secret, username, newPassword));
  }

  /**
   * Gives another access and id token.
   * @throws AppError `session_invalid` for a token that is bad or another user's, and only for a good one
   *   `refresh_limit_exceeded`.
   */
  async refresh(refreshToken: string, username: string): Promise<AccessTokens> {
    const { accessTokensPerSession: limit } = this.config;
    const refresh = await this.findActive(refreshToken);
    if (!refresh || refresh.username !== normalizeUsername(username)) throw invalid();
    if (refresh.accessTokensIssued < limit) {
      const tokens = await this.sessionTokens.renew(refresh, await this.settings.getTokenTimeout(), limit);
      if (tokens) return tokens;
      // Either others took the last ones, or the session has just been ended.
      if (!(await this.findActive(refreshToken))) throw invalid();
    }
    throw new AppError('refresh_limit_exceeded', 'The refresh token has given all its access tokens', {
      details: { retryAfterSeconds: 1 },
    });
  }

  /** Ends the session of a refresh token with all its tokens. @throws AppError `token_invalid`. */
  async revoke(refreshToken: string): Promise<void> {
    const refresh = await this.findActive(refreshToken);
    const ended = refresh && (await this.end(refresh));
    if (!ended) throw new AppError('token_invalid', 'Invalid or expired token');
    this.logger.log({ msg: 'Session ended', userId: refresh.userId });
  }

  private async open(login: Principal): Promise<LoginTokens> {
    const tokens = await this.sessionTokens.open(login, await this.settings.getTokenTimeout());
    this.logger.log({ msg: 'Logged in', userId: login.userId });
    return tokens;
  }

  /** @returns null where it is unknown, revoked or expired, or its user is disabled. */
  findActive(refreshToken: string): Promise<RefreshToken | null> {
    return this.sessions.findRefreshToken(sha256(refreshToken), this.clock.now());
  }

  /** @returns how many tokens ended; of two calls at once, one gets them all. */
  end({ userId, sessionId }: RefreshToken): Promise<number> {
    return this.transactions.run(async (transaction) => {
      await this.users.lockById(transaction, userId);
      return this.tokens.revokeOfSession(transaction, sessionId, this.clock.now());
    });
  }
}

function invalid(): AppError {
  return new AppError('session_invalid', 'The refresh token is not good for this user');
}
