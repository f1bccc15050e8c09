import { Injectable } from '@nestjs/common';
import { authenticatedAs, type Actor, type UserActor } from '../common/actor.js';
import { AppError } from '../common/app-error.js';
import { networkOf } from '../common/network.js';
import type { BasicPrincipal, BearerPrincipal, PasswordPrincipal } from '../common/principal.js';
import { PasswordHasher } from '../crypto/password-hasher.js';
import type { Credentials } from '../database/repositories/user.repository.js';
import { SettingsService } from '../settings/settings.service.js';
import { TokensService } from '../tokens/tokens.service.js';
import { PasswordsService } from '../passwords/passwords.service.js';
import { passwordPrincipalOf } from '../users/password-principal.js';
import { UsersService } from '../users/users.service.js';
import { refuseFurtherSteps } from './further-steps.js';
import { LockoutService, type LoginAttempt, type LoginRefusal } from './lockout/lockout.service.js';
import { LoginCache } from './login-cache.js';

/** Authenticates callers. Unknown user, wrong password and disabled user get the same refusal in the same time. */
@Injectable()
export class AuthService {
  constructor(
    private readonly users: UsersService,
    private readonly tokens: TokensService,
    private readonly settings: SettingsService,
    private readonly hasher: PasswordHasher,
    private readonly passwords: PasswordsService,
    private readonly cache: LoginCache,
    private readonly lockout: LockoutService,
  ) {}

  /**
   * Checks a password. Wrong ones are counted together, whichever family they come through.
   * @returns who it is, and what the login needs besides: the password alone then serves for that step alone.
   * @throws AppError `credentials_invalid`, `overloaded`.
   */
  async checkLogin(actor: Actor, username: string, password: string): Promise<PasswordPrincipal> {
    const [{ user, passwordHash }, attempt] = await Promise.all([
      this.users.findCredentials(username),
      this.lockout.begin(actor, username),
    ]);
    const matched = await this.matches(password, passwordHash, attempt);
    const result = { user, refusal: refusalOf(user, matched), goesOn: user?.secondFactor ?? false };
    const passes = await this.lockout.settle(actor, attempt, result);
    if (!user || !passes) throw new AppError('credentials_invalid', 'Invalid username or password');
    const principal = passwordPrincipalOf(user);
    await this.passwords.renewHash(authenticatedAs(actor, principal), user, password);
    return principal;
  }

  /** As `checkLogin`, for callers who send their password with every call. Who needs a further step is refused. */
  async checkBasic(actor: Actor, username: string, password: string): Promise<BasicPrincipal> {
    const network = networkOf(actor.source.address ?? '');
    return this.cache.findOrCheck({ username, password, network }, async () => {
      const principal = await this.checkLogin(actor, username, password);
      refuseFurtherSteps(principal);
      return { ...principal, authenticatedBy: 'basic' };
    });
  }

  /** As `checkToken`, for the access token of a login session alone. */
  async checkAccessToken(actor: Actor, text: string): Promise<BearerPrincipal> {
    const principal = await this.tokens.verify(actor, text);
    if (principal.token.kind !== 'session_access') throw new AppError('token_invalid', 'Invalid or expired token');
    return principal;
  }

  /** A context token opens nothing here. @throws AppError `token_invalid`, `unavailable`. */
  checkToken(actor: Actor, text: string): Promise<BearerPrincipal> {
    return this.tokens.verify(actor, text);
  }

  /**
   * Issues one login token, with the lifetime that the setting has now.
   * @param actor whose password was just checked.
   */
  async issueLoginToken(actor: UserActor): Promise<string> {
    return this.tokens.issue(actor, 'login', await this.settings.get('api2TokenSeconds'));
  }

  /** While the account is locked, the password is not compared. The refusal takes as long as if it were. */
  private async matches(password: string, passwordHash: string, { isLocked, place }: LoginAttempt): Promise<boolean> {
    if (!isLocked) return this.hasher.matches(password, passwordHash, place);
    await this.hasher.imitateMatching(passwordHash, place);
    return false;
  }
}

function refusalOf(user: Credentials | null, matched: boolean): LoginRefusal | undefined {
  if (!user) return 'unknown user';
  if (!matched) return 'wrong password';
  return user.enabled ? undefined : 'disabled user';
}
