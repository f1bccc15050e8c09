import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { LOGIN_TOKEN_KINDS } from '../common/token-kind.js';
import { Config } from '../config/config.js';
import { PasswordHasher } from '../crypto/password-hasher.js';
import type { UserEntity } from '../database/entities/user.entity.js';
import { TokenRepository } from '../database/repositories/token.repository.js';
import { UserRepository, type Credentials } from '../database/repositories/user.repository.js';
import type { Transaction } from '../database/transactions.js';
import { checkPasswordPolicy } from './password-policy.js';

export interface PasswordReplacement {
  readonly userId: number;
  readonly passwordHash: string;
  /** Replace only the password of this version; absent where whichever there is has to go. */
  readonly passwordVersion?: number;
  /** The session that stays. */
  readonly keptSessionId?: string;
}

/** Passwords that users choose themselves. */
@Injectable()
export class PasswordsService {
  constructor(
    private readonly users: UserRepository,
    private readonly tokens: TokenRepository,
    private readonly hasher: PasswordHasher,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError `password_unacceptable`. */
  check(password: string, username: string): void {
    checkPasswordPolicy(password, username, this.config.passwordMinBytes);
  }

  /** @returns the hash to be stored. @throws AppError `password_unacceptable`, `overloaded`. */
  async hash(password: string, username: string): Promise<string> {
    this.check(password, username);
    return this.hasher.hash(password);
  }

  /** Hashes a password that was just found good anew, where BCRYPT_COST is another than when it was set. */
  async renewHash({ id, passwordHash, passwordVersion }: Credentials, password: string): Promise<void> {
    if (this.hasher.isCurrent(passwordHash)) return;
    await this.users.updateHash(id, passwordVersion, await this.hasher.hash(password));
  }

  /**
   * Gives the user another password, which ends the tokens of his logins.
   * @returns the user as he is now; null where he is disabled, gone, or has another password already.
   */
  async replace(transaction: Transaction, replacement: PasswordReplacement): Promise<UserEntity | null> {
    const { userId, passwordHash, passwordVersion, keptSessionId } = replacement;
    const user = await this.users.lockById(transaction, userId);
    if (!user?.enabled || (passwordVersion !== undefined && user.passwordVersion !== passwordVersion)) return null;
    const now = this.clock.now();
    const after: UserEntity = {
      ...user,
      passwordHash,
      passwordVersion: user.passwordVersion + 1,
      passwordChangeRequired: false,
      updatedAt: now,
    };
    await this.users.update(transaction, after);
    transaction.announce({ type: 'credentials_changed', userId });
    if (keptSessionId === undefined) await this.tokens.revokeOfUser(transaction, userId, LOGIN_TOKEN_KINDS, now);
    else {
      const sessionOfUser = { userId, sessionId: keptSessionId };
      await this.tokens.revokeOfUserButSession(transaction, sessionOfUser, LOGIN_TOKEN_KINDS, now);
    }
    return after;
  }
}
