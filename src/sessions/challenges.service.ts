import { Injectable } from '@nestjs/common';
import { authenticatedAs, type Actor, type UserActor } from '../common/actor.js';
import { AppError } from '../common/app-error.js';
import type { ChallengeKind } from '../common/challenge-kind.js';
import { Clock } from '../common/clock.js';
import type { PasswordPrincipal } from '../common/principal.js';
import { userTarget } from '../common/security-event.js';
import { randomSecret, sha256 } from '../crypto/secrets.js';
import type { ChallengeEntity } from '../database/entities/challenge.entity.js';
import { ChallengeRepository } from '../database/repositories/challenge.repository.js';
import type { Credentials } from '../database/repositories/user.repository.js';
import type { Transaction } from '../database/transaction.js';
import { TransactionRunner } from '../database/transactions.js';
import { PasswordsService } from '../passwords/passwords.service.js';
import { passwordPrincipalOf } from '../users/password-principal.js';
import { UsersService } from '../users/users.service.js';

const SECRET_BITS = 256;
const LIFETIME_MS = 15 * 60_000;
/** So many wrong codes end a challenge. */
const MAX_FAILURES = 3;

/** A login that waits for its next step, and whose it is. */
export interface FoundChallenge {
  readonly challenge: ChallengeEntity;
  readonly user: Credentials;
}

/** What users have to do before they are logged in, step by step. Each step has a secret of its own. */
@Injectable()
export class ChallengesService {
  constructor(
    private readonly challenges: ChallengeRepository,
    private readonly users: UsersService,
    private readonly passwords: PasswordsService,
    private readonly transactions: TransactionRunner,
    private readonly clock: Clock,
  ) {}

  /** @returns a secret that is valid once, for this user and step, within 15 minutes. */
  async open(actor: UserActor<PasswordPrincipal>, kind: ChallengeKind): Promise<string> {
    const { userId, username, passwordVersion } = actor.principal;
    const expiresAt = new Date(this.clock.now().getTime() + LIFETIME_MS);
    return this.transactions.run(async (transaction) => {
      const changes = kind === 'new_password' ? {} : { changes: { step: kind } };
      transaction.record(actor, {
        action: 'login.challenged',
        target: userTarget({ id: userId, username }),
        ...changes,
      });
      return this.insert(transaction, { userId, passwordVersion, kind, failures: 0, expiresAt });
    });
  }

  /** @throws AppError `session_invalid` for a secret that is none of this user and step, or is used or expired. */
  async find(kind: ChallengeKind, secret: string, username: string): Promise<FoundChallenge> {
    const challenge = await this.findOfAnyone(kind, secret);
    const { user } = await this.users.findCredentials(username);
    if (!user?.enabled || user.id !== challenge.userId || user.passwordVersion !== challenge.passwordVersion) {
      throw sessionInvalid();
    }
    return { challenge, user };
  }

  /** As `find`, whoever's it is: the caller has to see that the user is enabled and the password still the same. */
  async findOfAnyone(kind: ChallengeKind, secret: string): Promise<ChallengeEntity> {
    const challenge = await this.challenges.findOpen(kind, sha256(secret), this.clock.now());
    if (!challenge) throw sessionInvalid();
    return challenge;
  }

  /** Uses a challenge up: of many that do so at once, one does. @throws AppError `session_invalid`. */
  async spend(transaction: Transaction, { secretDigest }: ChallengeEntity): Promise<void> {
    if (!(await this.challenges.delete(transaction, secretDigest))) throw sessionInvalid();
  }

  /**
   * Goes on to a step of the same login after a challenge that was spent.
   * @returns the secret of that step, which ends when the challenge would have.
   */
  goOn(
    transaction: Transaction,
    spent: ChallengeEntity,
    changes: Partial<Pick<ChallengeEntity, 'kind' | 'passwordVersion'>> = {},
  ): Promise<string> {
    return this.insert(transaction, { ...spent, ...changes });
  }

  /** Counts a wrong code against a challenge that was spent. @returns the secret for another try; undefined after the last. */
  async fail(transaction: Transaction, spent: ChallengeEntity): Promise<string | undefined> {
    const failures = spent.failures + 1;
    return failures < MAX_FAILURES ? this.insert(transaction, { ...spent, failures }) : undefined;
  }

  /**
   * Sets the new password, which ends all older logins.
   * @returns the user as an actor, since they have authenticated themselves by it.
   * @throws AppError `session_invalid`, `password_unacceptable`, `overloaded`.
   */
  async setPassword(
    actor: Actor,
    secret: string,
    username: string,
    newPassword: string,
  ): Promise<UserActor<PasswordPrincipal>> {
    this.passwords.check(newPassword, username);
    const { challenge, user } = await this.find('new_password', secret, username);
    const passwordHash = await this.passwords.hash(newPassword, user.username);
    const { userId, passwordVersion } = challenge;
    return this.transactions.run(async (transaction) => {
      const replacement = { userId, passwordHash, passwordVersion, action: 'user.password_changed' } as const;
      const after = await this.passwords.replace(actor, transaction, replacement);
      if (!after) throw sessionInvalid();
      await this.spend(transaction, challenge);
      return authenticatedAs(actor, passwordPrincipalOf({ ...after, secondFactorRequired: user.secondFactorRequired }));
    });
  }

  private async insert(transaction: Transaction, challenge: Omit<ChallengeEntity, 'secretDigest'>): Promise<string> {
    const secret = randomSecret(SECRET_BITS);
    await this.challenges.insert(transaction, { ...challenge, secretDigest: sha256(secret) });
    return secret;
  }
}

export function sessionInvalid(): AppError {
  return new AppError('session_invalid', 'The session is unknown, used or expired');
}
