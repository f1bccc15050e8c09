import { Injectable } from '@nestjs/common';
import { v7 as uuidV7 } from 'uuid';
import type { Actor } from '../common/actor.js';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import { SECRET_SET, userTarget } from '../common/security-event.js';
import { Config } from '../config/config.js';
import type { UserEntity } from '../database/entities/user.entity.js';
import { TotpFactorRepository } from '../database/repositories/totp-factor.repository.js';
import { UserRepository } from '../database/repositories/user.repository.js';
import type { Transaction } from '../database/transaction.js';
import { FactorMails } from './factor-mails.js';
import { RecoveryCodesService } from './recovery-codes.service.js';
import { SealedTotpSecret } from './sealed-totp-secret.js';
import { matchTotpCode, newTotpSecret, otpauthUri } from './totp.js';

/** So long a user has for setting up their app. */
const PENDING_MS = 15 * 60_000;

/** The key of an authenticator app, which is told this once. */
export interface TotpKey {
  /** In base32. */
  readonly secret: string;
  readonly otpauthUri: string;
}

/** An authenticator app that counts from now on. */
export interface ConfirmedFactor {
  /** The user as they are now. */
  readonly user: UserEntity;
  readonly recoveryCodes: readonly string[];
}

/** Authenticator apps (RFC 6238): one for each user. */
@Injectable()
export class TotpFactorsService {
  constructor(
    private readonly factors: TotpFactorRepository,
    private readonly users: UserRepository,
    private readonly recoveryCodes: RecoveryCodesService,
    private readonly secrets: SealedTotpSecret,
    private readonly mails: FactorMails,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** The user whose factors are to change: until the transaction ends nobody else changes them. */
  lockUser(transaction: Transaction, userId: number): Promise<UserEntity | null> {
    return this.users.lockById(transaction, userId);
  }

  /** Begins to set up an app. One that counts already does so until the new one is confirmed. @param user whose row is locked. */
  async begin(actor: Actor, transaction: Transaction, user: UserEntity): Promise<TotpKey> {
    const id = uuidV7();
    const secret = newTotpSecret();
    const factor = { id, userId: user.id, sealedSecret: this.secrets.seal(id, secret), createdAt: this.clock.now() };
    await this.factors.insertPending(transaction, factor);
    transaction.record(actor, { action: 'user.second_factor_begun', target: userTarget(user) });
    const service = `Tessera ${new URL(this.config.publicUrl).hostname}`;
    return { secret, otpauthUri: otpauthUri(secret, service, user.username) };
  }

  /**
   * Confirms the app that is being set up by a code of it, which is then used up. From the commit on no login of the user
   * succeeds without a second factor: those that are under way are void.
   * @param user whose row is locked.
   * @returns null where the code is wrong.
   * @throws AppError `invalid_request` where no app is being set up.
   */
  async confirm(
    actor: Actor,
    transaction: Transaction,
    user: UserEntity,
    { code, deviceName }: { readonly code: string; readonly deviceName: string | null },
  ): Promise<ConfirmedFactor | null> {
    const at = this.clock.now();
    const pending = await this.factors.findPending(transaction, user.id, new Date(at.getTime() - PENDING_MS));
    if (!pending) throw nothingBegun();
    const matched = matchTotpCode(this.secrets.unseal(pending), code, at, 0);
    if (!matched) return null;
    await this.factors.confirm(transaction, pending, { ...matched, at }, deviceName);
    const after = { ...user, secondFactor: true, passwordVersion: user.passwordVersion + 1, updatedAt: at };
    await this.users.update(transaction, after);
    transaction.announce({ type: 'credentials_changed', userId: user.id });
    const changes = { secret: SECRET_SET, deviceName };
    transaction.record(actor, { action: 'user.second_factor_enabled', target: userTarget(user), changes });
    await this.mails.send(transaction, user, 'enabled');
    return { user: after, recoveryCodes: await this.recoveryCodes.issue(transaction, user) };
  }

  /** Uses a code of the user's app up. @returns whether it was right, and no code of its step or a later one was used before. */
  async useCode(transaction: Transaction, userId: number, code: string): Promise<boolean> {
    const factor = await this.factors.findActive(transaction, userId);
    if (!factor) return false;
    const at = this.clock.now();
    const matched = matchTotpCode(this.secrets.unseal(factor), code, at, factor.drift);
    return matched !== undefined && this.factors.accept(transaction, factor.id, { ...matched, at });
  }
}

function nothingBegun(): AppError {
  const text = 'No authenticator app is being set up, or for longer than 15 minutes';
  return new AppError('invalid_request', `${text}: call /v1/associate-software-token first`);
}
