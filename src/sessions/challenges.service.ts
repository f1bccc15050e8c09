import { Injectable } from '@nestjs/common';
import { authenticatedAs, type Actor, type UserActor } from '../common/actor.js';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import type { PasswordPrincipal } from '../common/principal.js';
import { userTarget } from '../common/security-event.js';
import { randomSecret, sha256 } from '../crypto/secrets.js';
import type { UserEntity } from '../database/entities/user.entity.js';
import { ChallengeRepository } from '../database/repositories/challenge.repository.js';
import { TransactionRunner } from '../database/transactions.js';
import { PasswordsService } from '../passwords/passwords.service.js';
import { UsersService } from '../users/users.service.js';

const SECRET_BITS = 256;
const LIFETIME_MS = 15 * 60_000;

/** What a user has to do before they may log in: choose a password of their own in place of a temporary one. */
@Injectable()
export class ChallengesService {
  constructor(
    private readonly challenges: ChallengeRepository,
    private readonly users: UsersService,
    private readonly passwords: PasswordsService,
    private readonly transactions: TransactionRunner,
    private readonly clock: Clock,
  ) {}

  /** @returns a secret that is valid once, for this user, within 15 minutes. */
  async open(actor: UserActor<PasswordPrincipal>): Promise<string> {
    const { userId, username, passwordVersion } = actor.principal;
    const secret = randomSecret(SECRET_BITS);
    const expiresAt = new Date(this.clock.now().getTime() + LIFETIME_MS);
    const secretDigest = sha256(secret);
    await this.transactions.run(async (transaction) => {
      await this.challenges.insert(transaction, { secretDigest, userId, passwordVersion, expiresAt });
      transaction.record(actor, { action: 'login.challenged', target: userTarget({ id: userId, username }) });
    });
    return secret;
  }

  /**
   * Sets the new password, which ends all older logins.
   * @returns the user as an actor, since they have authenticated themselves by it.
   * @throws AppError `session_invalid`, `password_unacceptable`, `overloaded`.
   */
  async complete(
    actor: Actor,
    secret: string,
    username: string,
    newPassword: string,
  ): Promise<UserActor<PasswordPrincipal>> {
    this.passwords.check(newPassword, username);
    const secretDigest = sha256(secret);
    const challenge = await this.challenges.findOpen(secretDigest, this.clock.now());
    const user = await this.users.findByUsername(username);
    if (!challenge || !user?.enabled || user.id !== challenge.userId) throw invalid();
    const passwordHash = await this.passwords.hash(newPassword, user.username);
    const { userId, passwordVersion } = challenge;
    return this.transactions.run(async (transaction) => {
      const replacement = { userId, passwordHash, passwordVersion, action: 'user.password_changed' } as const;
      const after = await this.passwords.replace(actor, transaction, replacement);
      if (!after || !(await this.challenges.delete(transaction, secretDigest))) throw invalid();
      return authenticatedAs(actor, passwordPrincipalOf(after));
    });
  }
}

function passwordPrincipalOf({ id, username, role, passwordVersion }: UserEntity): PasswordPrincipal {
  return { userId: id, username, role, authenticatedBy: 'password', passwordVersion };
}

function invalid(): AppError {
  return new AppError('session_invalid', 'The session is unknown, used or expired');
}
