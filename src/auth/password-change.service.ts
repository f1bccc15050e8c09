import { Injectable } from '@nestjs/common';
import { authenticatedAs, type Actor } from '../common/actor.js';
import { AppError } from '../common/app-error.js';
import type { BearerPrincipal } from '../common/principal.js';
import { SessionRepository } from '../database/repositories/session.repository.js';
import { TransactionRunner } from '../database/transactions.js';
import { PasswordsService } from '../passwords/passwords.service.js';
import { AuthService } from './auth.service.js';

export interface PasswordChange {
  readonly accessToken: string;
  readonly previousPassword: string;
  readonly newPassword: string;
}

@Injectable()
export class PasswordChangeService {
  constructor(
    private readonly auth: AuthService,
    private readonly sessions: SessionRepository,
    private readonly passwords: PasswordsService,
    private readonly transactions: TransactionRunner,
  ) {}

  /**
   * Sets a new password, which ends all logins but the one whose access token is used.
   * @throws AppError `credentials_invalid` for a bad token or a wrong previous password, `password_unacceptable`,
   *   `overloaded`, `unavailable`.
   */
  async change(actor: Actor, { accessToken, previousPassword, newPassword }: PasswordChange): Promise<void> {
    const bearer = await this.verify(actor, accessToken);
    const { username, token } = bearer;
    this.passwords.check(newPassword, username);
    const { userId, passwordVersion } = await this.auth.checkLogin(actor, username, previousPassword);
    const passwordHash = await this.passwords.hash(newPassword, username);
    await this.transactions.runForUser(userId, async (transaction) => {
      // The lock on the user's row comes first, as everywhere; so the token cannot be revoked after it was looked at.
      const keptSessionId = (await this.sessions.lockByToken(transaction, userId, token.id)) ?? refuse();
      const action = 'user.password_changed';
      const replacement = { userId, passwordHash, passwordVersion, keptSessionId, action } as const;
      if (!(await this.passwords.replace(authenticatedAs(actor, bearer), transaction, replacement))) refuse();
    });
  }

  private async verify(actor: Actor, accessToken: string): Promise<BearerPrincipal> {
    try {
      return await this.auth.checkAccessToken(actor, accessToken);
    } catch (error) {
      if (error instanceof AppError && error.code === 'token_invalid') refuse();
      throw error;
    }
  }
}

function refuse(): never {
  throw new AppError('credentials_invalid', 'Invalid username or password');
}
