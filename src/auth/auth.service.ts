import { Injectable, Logger } from '@nestjs/common';
import { AppError } from '../common/app-error.js';
import type { Principal } from '../common/principal.js';
import { PasswordHasher } from '../crypto/password-hasher.js';
import { SettingsService } from '../settings/settings.service.js';
import { TokensService } from '../tokens/tokens.service.js';
import { UsersService } from '../users/users.service.js';
import { RememberedLogins } from './remembered-logins.js';

/** Proves who calls. Unknown user, wrong password and disabled user are one answer in one time. */
@Injectable()
export class AuthService {
  private readonly logger = new Logger(AuthService.name);

  constructor(
    private readonly users: UsersService,
    private readonly tokens: TokensService,
    private readonly settings: SettingsService,
    private readonly hasher: PasswordHasher,
    private readonly remembered: RememberedLogins,
  ) {}

  /** @throws AppError `credentials_invalid`, `password_change_required`, `overloaded`. */
  async checkPassword(username: string, password: string): Promise<Principal> {
    const user = await this.users.findByUsername(username);
    const matched = await this.hasher.matches(password, user?.passwordHash);
    if (!user || !matched || !user.enabled) {
      this.logger.log({ msg: 'Login refused', userId: user?.id });
      throw new AppError('credentials_invalid', 'Invalid username or password');
    }
    if (user.passwordChangeRequired) throw new AppError('password_change_required', 'Password change required');
    const { id: userId, role, passwordVersion } = user;
    return { userId, username: user.username, role, provedBy: 'password', passwordVersion };
  }

  /** As `checkPassword`, for callers who send their password with every call. */
  async checkBasic(username: string, password: string): Promise<Principal> {
    return this.remembered.findOrCheck(username, password, async () => ({
      ...(await this.checkPassword(username, password)),
      provedBy: 'basic',
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
    const token = await this.tokens.issue('api2', login, await this.settings.getTokenTimeout());
    this.logger.log({ msg: 'Logged in', userId: login.userId });
    return token;
  }
}
