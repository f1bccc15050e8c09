import { Injectable } from '@nestjs/common';
import type { Actor, UserActor } from '../common/actor.js';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import type { CookiePrincipal, PasswordPrincipal, Principal } from '../common/principal.js';
import { Config } from '../config/config.js';
import { ConsoleSessionsService, type OpenedConsoleSession } from '../sessions/console-sessions.service.js';
import { TokenUses } from '../tokens/token-uses.service.js';
import { AuthService } from './auth.service.js';
import { FactorCheck, type FactorCode } from './factor-check.service.js';

/** For so long after it was sent a password stands for dangerous acts. */
const FRESH_MS = 5 * 60_000;

/** What a login to the console sends besides user name and password. */
export interface ConsoleLogin {
  /** What replaces a temporary password. */
  readonly newPassword?: string | undefined;
  /** Of the second factor. */
  readonly code?: FactorCode | undefined;
}

export interface OpenedByLogin extends OpenedConsoleSession {
  /** Issued in the place of the recovery code that was used, if one was. */
  readonly recoveryCode?: string;
}

/** Authenticates whoever uses the console. */
@Injectable()
export class ConsoleAuthService {
  constructor(
    private readonly sessions: ConsoleSessionsService,
    private readonly auth: AuthService,
    private readonly factors: FactorCheck,
    private readonly uses: TokenUses,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * Opens a session.
   * @param actor whose password was just checked.
   * @throws AppError as `ConsoleSessionsService.logIn`; `second_factor_required` where a code is missing, or a factor must
   *   be set up first; `confirmation_code_invalid`.
   */
  async logIn(actor: UserActor<PasswordPrincipal>, { newPassword, code }: ConsoleLogin): Promise<OpenedByLogin> {
    const { mustChangePassword, secondFactor } = actor.principal;
    if (!secondFactor || (mustChangePassword && newPassword === undefined))
      return this.sessions.logIn(actor, newPassword);
    if (secondFactor === 'setup' || !code) throw factorRequired(secondFactor);
    const { actor: checked, recoveryCode } = await this.factors.check(actor, actor.principal, code);
    const opened = await this.sessions.logIn(checked, newPassword);
    return { ...opened, ...(recoveryCode !== undefined && { recoveryCode }) };
  }

  /**
   * Notes that the session was used from where the actor is.
   * @param secret of the cookie; undefined where there is none.
   * @throws AppError `login_required`, `unavailable`.
   */
  async checkCookie({ source }: Actor, secret: string | undefined): Promise<CookiePrincipal> {
    const principal = secret !== undefined && this.config.console && (await this.sessions.find(secret));
    if (!principal) throw new AppError('login_required', 'There is no session, or it has ended: log in');
    this.uses.note(principal.token, source.address);
    return principal;
  }

  /** Whoever sent their password or a token with the request has authenticated themselves just now. @throws AppError `reauthentication_required`. */
  requireFreshPassword(principal: Principal): void {
    if (principal.authenticatedBy !== 'cookie') return;
    if (this.clock.now().getTime() - principal.passwordCheckedAt.getTime() <= FRESH_MS) return;
    throw new AppError('reauthentication_required', 'This needs your password again: you sent it over 5 minutes ago');
  }

  /**
   * Checks the password of the actor once more, as a login does.
   * @throws AppError `credentials_invalid`, `overloaded`, `login_required`.
   */
  async reauthenticate(actor: UserActor<CookiePrincipal>, password: string): Promise<CookiePrincipal> {
    const { userId } = await this.auth.checkLogin(actor, actor.principal.username, password);
    if (userId !== actor.principal.userId) throw new AppError('login_required', 'The session has ended');
    return this.sessions.confirmPassword(actor);
  }
}

/** A code that is missing is named as a field, by which the page knows what to ask for. */
function factorRequired(secondFactor: 'code' | 'setup'): AppError {
  if (secondFactor === 'setup') {
    return new AppError('second_factor_required', 'This user must set up a second factor first: log in at /v1/login');
  }
  const text = 'This user has a second factor: send a code of it too, as code or recoveryCode';
  const details = { fields: [{ field: 'code', message: 'A code of the second factor is needed' }] };
  return new AppError('second_factor_required', text, { details });
}
