import { Injectable } from '@nestjs/common';
import { AppError } from '../common/app-error.js';
import type { Principal } from '../common/principal.js';
import { SessionRepository } from '../database/repositories/session.repository.js';
import { TransactionRunner } from '../database/transactions.js';
import { TokensService } from '../tokens/tokens.service.js';
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
    private readonly tokens: TokensService,
    private readonly sessions: SessionRepository,
    private readonly passwords: PasswordsService,
    private readonly transactions: TransactionRunner,
  ) {}

  /**
   * Sets a new password, which ends all logins but the one whose access token is used.
   * @param address where the call comes from.
   * @throws AppError `credentials_invalid` for a bad token or a wrong previous password, `password_unacceptable`,
   *   `overloaded`, `unavailable`.
   */
  async change({ accessToken, previousPassword, newPassword }: PasswordChange, address: string): Promise<void> {
    const { username, token } = await this.verify(accessToken);
    this.passwords.check(newPassword, username);
    const { userId, passwordVersion } = await this.auth.checkLogin(username, previousPassword, address);
    const passwordHash = await this.passwords.hash(newPassword, username);
    await this.transactions.run(async (transaction) => {
      // The lock on the user's row comes first, as everywhere; so the token cannot be revoked after it was looked at.
      const keptSessionId = (await this.sessions.lockByToken(transaction, userId, token!.id)) ?? refuse();
      const replacement = { userId, passwordHash, passwordVersion, keptSessionId };
      if (!(await this.passwords.replace(transaction, replacement))) refuse();
    });
  }

  private async verify(accessToken: string): Promise<Principal> {
    try {
      const principal = await this.tokens.verify(accessToken);
      if (principal.token?.kind === 'session_access') return principal;
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'token_invalid')) throw error;
    }
    return refuse();
  }
}

function refuse(): never {
  throw new AppError('credentials_invalid', 'Invalid username or password');
}
