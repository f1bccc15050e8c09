import { Injectable } from '@nestjs/common';
import { authenticatedAs, type Actor, type UserActor } from '../common/actor.js';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import type { ChallengeEntity } from '../database/entities/challenge.entity.js';
import type { UserEntity } from '../database/entities/user.entity.js';
import { SessionRepository } from '../database/repositories/session.repository.js';
import type { Transaction } from '../database/transaction.js';
import { TransactionRunner } from '../database/transactions.js';
import { TotpFactorsService, type ConfirmedFactor, type TotpKey } from '../factors/totp-factors.service.js';
import { ChallengesService, sessionInvalid } from '../sessions/challenges.service.js';
import { loggedInPrincipalOf } from '../users/password-principal.js';
import { AuthService } from './auth.service.js';

/** An access token is as good as a password for setting up a factor only so long after its login. */
const FRESH_MS = 15 * 60_000;

/** By what a user sets up a factor: the access token of a login, or the secret of a login that waits for it. */
export type SetupCredential = { readonly accessToken: string } | { readonly session: string };

export interface FactorSetup extends TotpKey {
  readonly session?: string | undefined;
}

export interface FinishedSetup extends Pick<ConfirmedFactor, 'recoveryCodes'> {
  readonly session?: string | undefined;
}

/** The first code of an app, and what the user calls it. */
export interface FirstCode {
  readonly code: string;
  readonly deviceName: string | null;
}

/** Who sets up a factor; their row is locked. */
interface Owner {
  readonly actor: UserActor;
  readonly user: UserEntity;
}

/** Setting up an authenticator app, by a user who is logged in or whose login waits for it. */
@Injectable()
export class FactorSetupService {
  constructor(
    private readonly auth: AuthService,
    private readonly challenges: ChallengesService,
    private readonly factors: TotpFactorsService,
    private readonly sessions: SessionRepository,
    private readonly transactions: TransactionRunner,
    private readonly clock: Clock,
  ) {}

  /**
   * Begins to set up an app, in the place of one that was begun before.
   * @throws AppError `token_invalid`, `session_invalid`, `reauthentication_required` for an access token of an old login.
   */
  async begin(actor: Actor, credential: SetupCredential): Promise<FactorSetup> {
    if ('session' in credential) {
      return this.byChallenge(actor, credential.session, async (owner, transaction, challenge) => {
        const key = await this.factors.begin(owner.actor, transaction, owner.user);
        return { ...key, session: await this.challenges.goOn(transaction, challenge) };
      });
    }
    return this.byToken(actor, credential.accessToken, (owner, transaction) =>
      this.factors.begin(owner.actor, transaction, owner.user),
    );
  }

  /**
   * Confirms the app by its first code.
   * @throws AppError as `begin`; `confirmation_code_invalid`, with the secret for another try while there is one;
   *   `invalid_request` where none is being set up.
   */
  async confirm(actor: Actor, credential: SetupCredential, first: FirstCode): Promise<FinishedSetup> {
    const finished =
      'session' in credential
        ? await this.byChallenge(actor, credential.session, (owner, transaction, challenge) =>
            this.confirmChallenge(owner, transaction, challenge, first),
          )
        : await this.byToken(actor, credential.accessToken, ({ actor: owner, user }, transaction) =>
            this.factors.confirm(owner, transaction, user, first),
          );
    if (finished && 'recoveryCodes' in finished) return finished;
    const details = finished?.session === undefined ? {} : { session: finished.session };
    throw new AppError('confirmation_code_invalid', 'The code is not valid', { details });
  }

  /** @returns without recovery codes where the code is wrong. */
  private async confirmChallenge(
    { actor, user }: Owner,
    transaction: Transaction,
    challenge: ChallengeEntity,
    first: FirstCode,
  ): Promise<FinishedSetup | { readonly session: string | undefined }> {
    const confirmed = await this.factors.confirm(actor, transaction, user, first);
    if (!confirmed) return { session: await this.challenges.fail(transaction, challenge) };
    const { passwordVersion } = confirmed.user;
    const session = await this.challenges.goOn(transaction, challenge, { kind: 'factor_confirmed', passwordVersion });
    return { recoveryCodes: confirmed.recoveryCodes, session };
  }

  private async byChallenge<T>(
    actor: Actor,
    secret: string,
    work: (owner: Owner, transaction: Transaction, spent: ChallengeEntity) => Promise<T>,
  ): Promise<T> {
    const challenge = await this.challenges.findOfAnyone('factor_setup', secret);
    const { userId, passwordVersion } = challenge;
    return this.transactions.runForUser(userId, async (transaction) => {
      const user = await this.factors.lockUser(transaction, userId);
      if (!user?.enabled || user.passwordVersion !== passwordVersion) throw sessionInvalid();
      await this.challenges.spend(transaction, challenge);
      return work({ actor: authenticatedAs(actor, loggedInPrincipalOf(user)), user }, transaction, challenge);
    });
  }

  private async byToken<T>(
    actor: Actor,
    accessToken: string,
    work: (owner: Owner, transaction: Transaction) => Promise<T>,
  ): Promise<T> {
    const principal = await this.auth.checkAccessToken(actor, accessToken);
    const startedAt = await this.sessions.findStart(principal.token.id);
    if (!startedAt || this.clock.now().getTime() - startedAt.getTime() > FRESH_MS) throw tooOld();
    return this.transactions.runForUser(principal.userId, async (transaction) => {
      const user = await this.factors.lockUser(transaction, principal.userId);
      if (!user?.enabled) throw new AppError('token_invalid', 'Invalid or expired token');
      return work({ actor: authenticatedAs(actor, principal), user }, transaction);
    });
  }
}

function tooOld(): AppError {
  const text = 'To set up a second factor, log in again first: this login is older than 15 minutes';
  return new AppError('reauthentication_required', text);
}
