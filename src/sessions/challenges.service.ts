import { Injectable } from '@nestjs/common';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import type { Principal } from '../common/principal.js';
import { randomSecret, sha256 } from '../crypto/secrets.js';
import { ChallengeRepository } from '../database/repositories/challenge.repository.js';
import { TransactionRunner } from '../database/transactions.js';
import { PasswordsService } from '../passwords/passwords.service.js';
import { UsersService } from '../users/users.service.js';

const SECRET_BITS = 256;
const LIFETIME_MS = 15 * 60_000;

/** What a user has to do before he may log in: choose a password of his own in place of a temporary one. */
@Injectable()
export class ChallengesService {
  constructor(
    private readonly challenges: ChallengeRepository,
    private readonly users: UsersService,
    private readonly passwords: PasswordsService,
    private readonly transactions: TransactionRunner,
    private readonly clock: Clock,
  ) {}

  /** @returns a secret that is good once, for this user, within 15 minutes. */
  async open({ userId, passwordVersion }: Principal): Promise<string> {
    const secret = randomSecret(SECRET_BITS);
    const expiresAt = new Date(this.clock.now().getTime() + LIFETIME_MS);
    const secretDigest = sha256(secret);
    await this.challenges.insert({ secretDigest, userId, passwordVersion: passwordVersion!, expiresAt });
    return secret;
  }

  /**
   * Sets the new password, which ends all older logins.
   * @returns the user, who has thereby proved himself.
   * @throws AppError `session_invalid`, `password_unacceptable`, `overloaded`.
   */
  async answer(secret: string, username: string, newPassword: string): Promise<Principal> {
    this.passwords.check(newPassword, username);
    const secretDigest = sha256(secret);
    const challenge = await this.challenges.findOpen(secretDigest, this.clock.now());
    const user = await this.users.findByUsername(username);
    if (!challenge || !user?.enabled || user.id !== challenge.userId) throw invalid();
    const passwordHash = await this.passwords.hash(newPassword, user.username);
    const { userId, passwordVersion } = challenge;
    return this.transactions.run(async (transaction) => {
      const after = await this.passwords.replace(transaction, { userId, passwordHash, passwordVersion });
      if (!after || !(await this.challenges.delete(transaction, secretDigest))) throw invalid();
      const { role, passwordVersion: version } = after;
      return { userId, username: after.username, role, authenticatedBy: 'password', passwordVersion: version };
    });
  }
}

function invalid(): AppError {
  return new AppError('session_invalid', 'The session is unknown, used or expired');
}
