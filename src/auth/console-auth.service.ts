import { Injectable } from '@nestjs/common';
import type { Actor, UserActor } from '../common/actor.js';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import type { CookiePrincipal, Principal } from '../common/principal.js';
import { Config } from '../config/config.js';
import { ConsoleSessionsService } from '../sessions/console-sessions.service.js';
import { TokenUses } from '../tokens/token-uses.service.js';
import { AuthService } from './auth.service.js';

/** For so long after it was sent a password stands for dangerous acts. */
const FRESH_MS = 5 * 60_000;

/** Authenticates whoever uses the console. */
@Injectable()
export class ConsoleAuthService {
  constructor(
    private readonly sessions: ConsoleSessionsService,
    private readonly auth: AuthService,
    private readonly uses: TokenUses,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

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
