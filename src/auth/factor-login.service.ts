import { Injectable } from '@nestjs/common';
import { authenticatedAs, type Actor } from '../common/actor.js';
import { TransactionRunner } from '../database/transactions.js';
import { ChallengesService } from '../sessions/challenges.service.js';
import { PASSWORD_AND_CODE, type LoginTokens } from '../sessions/session-tokens.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { loggedInPrincipalOf } from '../users/password-principal.js';
import { FactorCheck, type FactorCode } from './factor-check.service.js';

/** A response to a challenge: its secret, and whose it is. */
export interface ChallengeResponse {
  readonly session: string;
  readonly username: string;
}

export interface FactorLogin {
  readonly tokens: LoginTokens;
  /** Issued in the place of the recovery code that was used, if one was. */
  readonly recoveryCode?: string;
}

/** The last step of a login with a second factor. */
@Injectable()
export class FactorLoginService {
  constructor(
    private readonly challenges: ChallengesService,
    private readonly sessions: SessionsService,
    private readonly check: FactorCheck,
    private readonly transactions: TransactionRunner,
  ) {}

  /** Logs in by a code. @throws AppError `session_invalid`, `confirmation_code_invalid` as `FactorCheck.check`; `token_limit_reached`. */
  async respond(actor: Actor, { session, username }: ChallengeResponse, code: FactorCode): Promise<FactorLogin> {
    const { challenge, user } = await this.challenges.find('factor_code', session, username);
    const { actor: checked, recoveryCode } = await this.check.check(actor, loggedInPrincipalOf(user), code, challenge);
    const tokens = await this.sessions.open(checked, PASSWORD_AND_CODE);
    return { tokens, ...(recoveryCode !== undefined && { recoveryCode }) };
  }

  /** Logs in after a factor was set up on the way. @throws AppError `session_invalid`, `token_limit_reached`. */
  async finishSetup(actor: Actor, { session, username }: ChallengeResponse): Promise<FactorLogin> {
    const { challenge, user } = await this.challenges.find('factor_confirmed', session, username);
    await this.transactions.run((transaction) => this.challenges.spend(transaction, challenge));
    const loggedIn = authenticatedAs(actor, loggedInPrincipalOf(user));
    return { tokens: await this.sessions.open(loggedIn, PASSWORD_AND_CODE) };
  }
}
