import { Injectable, Logger } from '@nestjs/common';
import { AppError } from '../common/app-error.js';
import type { Principal } from '../common/principal.js';
import { PasswordHasher } from '../crypto/password-hasher.js';
import { SettingsService } from '../settings/settings.service.js';
import { TokensService } from '../tokens/tokens.service.js';
import { PasswordsService } from '../passwords/passwords.service.js';
import { UsersService } from '../users/users.service.js';
import { LockoutService } from './lockout/lockout.service.js';
import { LoginCache } from './login-cache.js';

/** Proves who calls. Unknown user, wrong password and disabled user are one answer in one time. */
@Injectable()
export class AuthService {
  private readonly logger = new Logger(AuthService.name);

  constructor(
    private readonly users: UsersService,
    private readonly tokens: TokensService,
    private readonly settings: SettingsService,
    private readonly hasher: PasswordHasher,
    private readonly passwords: PasswordsService,
    private readonly remembered: LoginCache,
    private readonly lockout: LockoutService,
  ) {}

  /**
   * Checks a password, of which every family counts the wrong ones together.
   * @param address where the call comes from.
   * @returns who he is; with `mustChangePassword` where the password is good for nothing but choosing another.
   * @throws AppError `credentials_invalid`, `overloaded`.
   */
  async checkLogin(username: string, password: string, address: string): Promise<Principal> {
    const user = await this.users.findCredentials(username);
    const matched = await this.hasher.matches(password, user?.passwordHash);
    const admitted = await this.lockout.settle(username, address, matched && user?.enabled === true);
    if (!user || !admitted) {
      this.logger.log({ msg: 'Login refused', userId: user?.id });
      throw new AppError('credentials_invalid', 'Invalid username or password');
    }
    await this.passwords.renewHash(user, password);
    const { id: userId, role, passwordVersion, passwordChangeRequired } = user;
    return {
      userId,
      username: user.username,
      role,
      authenticatedBy: 'password',
      passwordVersion,
      ...(passwordChangeRequired && { mustChangePassword: true }),
    };
  }

  /** As `checkLogin`, where nothing but a lasting password will do. @throws AppError `password_change_required` too. */
  async checkPassword(username: string, password: string, address: string): Promise<Principal> {
    const principal = await this.checkLogin(username, password, address);
    if (principal.mustChangePassword) throw new AppError('password_change_required', 'Password change required');
    return principal;
  }

  /** As `checkPassword`, for callers who send their password with every call. */
  async checkBasic(username: string, password: string, address: string): Promise<Principal> {
    return this.remembered.findOrCheck(username, password, async () => ({
      ...(await this.checkPassword(username, password, address)),
      authenticatedBy: 'basic',
    }));
  }

  /** @throws AppError `token_invalid`, `unavailable`. */
  checkToken(text: string): Promise<Principal> {
    return this.tokens.verify(text);
  }

  /**
   * Gives one login token, as long-lived as the global timeout says now.
   * @param login whose password was just checked.
   */
  async issueLoginToken(login: Principal): Promise<string> {
    const token = await this.tokens.issue('login', login, await this.settings.getTokenTimeout());
    this.logger.log({ msg: 'Logged in', userId: login.userId });
    return token;
  }
}
