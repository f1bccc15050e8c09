import { Injectable } from '@nestjs/common';
import { authenticatedAs, type Actor, type UserActor } from '../common/actor.js';
import { AppError } from '../common/app-error.js';
import type { PasswordPrincipal } from '../common/principal.js';
import type { ChallengeEntity } from '../database/entities/challenge.entity.js';
import type { Transaction } from '../database/transaction.js';
import { TransactionRunner } from '../database/transactions.js';
import { RecoveryCodesService } from '../factors/recovery-codes.service.js';
import { TotpFactorsService } from '../factors/totp-factors.service.js';
import { ChallengesService } from '../sessions/challenges.service.js';
import { LockoutService } from './lockout/lockout.service.js';

/** What a user sends as their second factor: a code of their authenticator app, or a recovery code. */
export type FactorCode = { readonly code: string } | { readonly recoveryCode: string };

export interface CheckedFactor {
  readonly actor: UserActor<PasswordPrincipal>;
  /** Issued in the place of the recovery code that was used, if one was. */
  readonly recoveryCode?: string;
}

interface TriedCode {
  readonly isRight: boolean;
  readonly recoveryCode?: string;
  /** The secret of the challenge that goes on. */
  readonly session?: string | undefined;
}

/** Checks codes of second factors. Wrong ones are counted with the wrong passwords of the lockout. */
@Injectable()
export class FactorCheck {
  constructor(
    private readonly totpFactors: TotpFactorsService,
    private readonly recoveryCodes: RecoveryCodesService,
    private readonly challenges: ChallengesService,
    private readonly lockout: LockoutService,
    private readonly transactions: TransactionRunner,
  ) {}

  /**
   * Uses a code up.
   * @param principal whose password is right.
   * @param challenge that the code responds to, if any: it is spent.
   * @returns the user, who has done whatever their login needs.
   * @throws AppError `confirmation_code_invalid`, with the secret for another try while there is one; `session_invalid`.
   */
  async check(
    actor: Actor,
    principal: PasswordPrincipal,
    code: FactorCode,
    challenge?: ChallengeEntity,
  ): Promise<CheckedFactor> {
    const { secondFactor: _, ...loggedIn } = principal;
    const user = authenticatedAs(actor, loggedIn);
    const attempt = await this.lockout.begin(actor, principal.username);
    const { isRight, recoveryCode, session } = await this.transactions.run(async (transaction) => {
      if (challenge) await this.challenges.spend(transaction, challenge);
      // While the account is locked, a right code is refused too: so none is used up.
      const used = attempt.isLocked ? { isRight: false } : await this.use(user, transaction, code);
      if (used.isRight || !challenge) return used;
      return { ...used, session: await this.challenges.fail(transaction, challenge) };
    });
    const refusal = isRight ? undefined : 'wrong code';
    const { userId: id, username } = principal;
    const passes = await this.lockout.settle(actor, attempt, { user: { id, username }, refusal });
    if (!passes) {
      const details = session === undefined ? {} : { session };
      throw new AppError('confirmation_code_invalid', 'The code is not valid, or was used before', { details });
    }
    return { actor: user, ...(recoveryCode !== undefined && { recoveryCode }) };
  }

  private async use(
    actor: UserActor<PasswordPrincipal>,
    transaction: Transaction,
    code: FactorCode,
  ): Promise<TriedCode> {
    const { userId } = actor.principal;
    if ('code' in code) return { isRight: await this.totpFactors.useCode(transaction, userId, code.code) };
    const recoveryCode = await this.recoveryCodes.use(actor, transaction, userId, code.recoveryCode);
    return recoveryCode === null ? { isRight: false } : { isRight: true, recoveryCode };
  }
}
