import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import { userTarget } from '../common/security-event.js';
import type { UserEntity } from '../database/entities/user.entity.js';
import { RecoveryCodeRepository } from '../database/repositories/recovery-code.repository.js';
import { UserRepository } from '../database/repositories/user.repository.js';
import type { Transaction } from '../database/transaction.js';
import { FactorMails } from './factor-mails.js';
import { digestRecoveryCode, newRecoveryCode } from './recovery-code.js';

const CODES = 10;

/** Codes for those who have lost their second factor (NIST SP 800-63B-4, section 4.2.1). */
@Injectable()
export class RecoveryCodesService {
  constructor(
    private readonly codes: RecoveryCodeRepository,
    private readonly users: UserRepository,
    private readonly mails: FactorMails,
  ) {}

  /** @returns the user's only codes from now on, which are stored nowhere. */
  async issue(transaction: Transaction, { id }: UserEntity): Promise<string[]> {
    const codes = Array.from({ length: CODES }, newRecoveryCode);
    await this.codes.deleteOfUser(transaction, id);
    await this.codes.insert(transaction, id, digestsOf(id, codes));
    return codes;
  }

  /**
   * Uses a code up, and tells the user by mail.
   * @returns the code that is issued in its place; null where it is none of the user's.
   */
  async use(actor: Actor, transaction: Transaction, userId: number, code: string): Promise<string | null> {
    const user = await this.users.lockById(transaction, userId);
    if (!user || !(await this.codes.use(transaction, userId, digestRecoveryCode(userId, code)))) return null;
    const next = newRecoveryCode();
    await this.codes.insert(transaction, userId, digestsOf(userId, [next]));
    transaction.record(actor, { action: 'user.recovery_code_used', target: userTarget(user) });
    await this.mails.send(transaction, user, 'recovery_code_used');
    return next;
  }
}

function digestsOf(userId: number, codes: readonly string[]): Buffer[] {
  return codes.map((code) => digestRecoveryCode(userId, code));
}
