import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import { SECRET_SET, userTarget } from '../common/security-event.js';
import { LOGIN_TOKEN_KINDS } from '../common/token-kind.js';
import { Config } from '../config/config.js';
import { PasswordHasher } from '../crypto/password-hasher.js';
import type { UserEntity } from '../database/entities/user.entity.js';
import { TokenRepository } from '../database/repositories/token.repository.js';
import { UserRepository, type Credentials } from '../database/repositories/user.repository.js';
import type { Transaction } from '../database/transaction.js';
import { TransactionRunner } from '../database/transactions.js';
import { checkPasswordPolicy } from './password-policy.js';

export interface PasswordReplacement {
  readonly userId: number;
  readonly passwordHash: string;
  /** Replace only the password of this version; absent where whichever there is has to go. */
  readonly passwordVersion?: number;
  /** The session that stays. */
  readonly keptSessionId?: string;
  /** How it came to it. */
  readonly action: 'user.password_changed' | 'user.password_reset';
}

/** Of the tokens that end with the password before. */
const REASONS = {
  'user.password_changed': 'Password changed',
  'user.password_reset': 'Password reset',
} as const satisfies Record<PasswordReplacement['action'], string>;

/** Passwords that users choose themselves. */
@Injectable()
export class PasswordsService {
  constructor(
    private readonly users: UserRepository,
    private readonly tokens: TokenRepository,
    private readonly transactions: TransactionRunner,
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

  /**
   * Hashes a password that was just found right again where BCRYPT_COST has changed since it was set. Where there is no
   * time for it now, the next login does it.
   */
  async renewHash(actor: Actor, user: Credentials, password: string): Promise<void> {
    if (this.hasher.isCurrent(user.passwordHash)) return;
    const passwordHash = await this.hasher.hash(password).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'overloaded') return undefined;
      throw error;
    });
    if (passwordHash === undefined) return;
    await this.transactions.run(async (transaction) => {
      if (!(await this.users.updateHash(transaction, user, passwordHash))) return;
      transaction.record(actor, { action: 'user.password_rehashed', target: userTarget(user) });
    });
  }

  /**
   * Replaces the user's password, which ends the tokens of their logins.
   * @returns the user as they are now; null where they are disabled, gone, or have another password already.
   */
  async replace(actor: Actor, transaction: Transaction, replacement: PasswordReplacement): Promise<UserEntity | null> {
    const { userId, passwordHash, passwordVersion, action } = replacement;
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
    const endedTokens = await this.endLogins(actor, transaction, replacement, now);
    transaction.record(actor, { action, target: userTarget(after), changes: { password: SECRET_SET, endedTokens } });
    return after;
  }

  private endLogins(
    actor: Actor,
    transaction: Transaction,
    { userId, keptSessionId: sessionId, action }: PasswordReplacement,
    at: Date,
  ): Promise<number> {
    const ending = { actor, reason: REASONS[action], at };
    return sessionId === undefined
      ? this.tokens.revokeOfUser(transaction, ending, userId, LOGIN_TOKEN_KINDS)
      : this.tokens.revokeOfUserButSession(transaction, ending, { userId, sessionId }, LOGIN_TOKEN_KINDS);
  }
}
