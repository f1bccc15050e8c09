import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import type { Role } from '../common/roles.js';
import { userTarget } from '../common/security-event.js';
import type { UserEntity } from '../database/entities/user.entity.js';
import { RecoveryCodeRepository } from '../database/repositories/recovery-code.repository.js';
import {
  SecondFactorRepository,
  type FactorOfUser,
  type FactorState,
} from '../database/repositories/second-factor.repository.js';
import { TotpFactorRepository } from '../database/repositories/totp-factor.repository.js';
import { UserRepository } from '../database/repositories/user.repository.js';
import type { Transaction } from '../database/transaction.js';
import { TransactionRunner } from '../database/transactions.js';
import { FactorMails } from './factor-mails.js';

/** Second factors as operators see them: who has one, who must have one, and removing one that is lost. */
@Injectable()
export class SecondFactorsService {
  constructor(
    private readonly factors: SecondFactorRepository,
    private readonly totpFactors: TotpFactorRepository,
    private readonly recoveryCodes: RecoveryCodeRepository,
    private readonly users: UserRepository,
    private readonly mails: FactorMails,
    private readonly transactions: TransactionRunner,
    private readonly clock: Clock,
  ) {}

  /** Users who have one, in the order of their ids. */
  list(afterUserId: number, limit: number): Promise<FactorOfUser[]> {
    return this.factors.list(afterUserId, limit);
  }

  /** @throws AppError `user_not_found`. */
  async get(userId: number): Promise<FactorState> {
    return (await this.factors.findState(userId)) ?? unknownUser();
  }

  /** Says whether the user must have one, whatever their role. @throws AppError `user_not_found`. */
  async setRequired(actor: Actor, userId: number, required: boolean): Promise<FactorState> {
    await this.transactions.runForUser(userId, async (transaction) => {
      const user = (await this.users.lockById(transaction, userId)) ?? unknownUser();
      if (user.secondFactorRequired === required) return;
      const changes = { required: { from: user.secondFactorRequired, to: required } };
      await this.change(transaction, user, { secondFactorRequired: required });
      const action = 'user.second_factor_requirement_changed';
      transaction.record(actor, { action, target: userTarget(user), changes });
    });
    return this.get(userId);
  }

  /**
   * Removes the user's factor and their recovery codes: their password is enough again, unless a factor is required. Does
   * nothing where they have none.
   * @throws AppError `user_not_found`.
   */
  async reset(actor: Actor, userId: number): Promise<void> {
    await this.transactions.runForUser(userId, async (transaction) => {
      const user = (await this.users.lockById(transaction, userId)) ?? unknownUser();
      if ((await this.totpFactors.deleteOfUser(transaction, userId)) === 0) return;
      await this.recoveryCodes.deleteOfUser(transaction, userId);
      await this.change(transaction, user, { secondFactor: false });
      transaction.record(actor, { action: 'user.second_factor_reset', target: userTarget(user) });
      await this.mails.send(transaction, user, 'reset');
    });
  }

  /** Whose users must have one, in alphabetical order. */
  listRoles(): Promise<Role[]> {
    return this.factors.listRoles();
  }

  /** Says whose users must have one. @returns as `listRoles`. */
  async setRoles(actor: Actor, roles: readonly Role[]): Promise<Role[]> {
    const after = [...new Set(roles)].sort();
    await this.transactions.run(async (transaction) => {
      const before = await this.factors.replaceRoles(transaction, after);
      transaction.announce({ type: 'second_factor_roles_changed' });
      const target = { type: 'setting', id: 'secondFactorRoles', name: null } as const;
      const changes = { before, after };
      transaction.record(actor, { action: 'settings.changed', target, changes });
    });
    return after;
  }

  /** Logins that are under way, and what of them is cached, are void. */
  private async change(transaction: Transaction, user: UserEntity, changes: Partial<UserEntity>): Promise<void> {
    const passwordVersion = user.passwordVersion + 1;
    await this.users.update(transaction, { ...user, ...changes, passwordVersion, updatedAt: this.clock.now() });
    transaction.announce({ type: 'credentials_changed', userId: user.id });
  }
}

function unknownUser(): never {
  throw new AppError('user_not_found', 'There is no user of this id');
}
