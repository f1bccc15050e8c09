import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../common/actor.js';
import { AppError } from '../common/app-error.js';
import { Config } from '../config/config.js';
import { randomSecret } from '../crypto/secrets.js';
import { UsersService } from './users.service.js';

@Injectable()
export class FirstAdminService {
  constructor(
    private readonly users: UsersService,
    private readonly config: Config,
  ) {}

  /**
   * Creates the first admin where there is no user at all.
   * @returns their name, and the password where it was generated here, which is told this once; null where there are
   *   users already.
   * @throws Error that names the setting, where its password is refused.
   */
  async ensure(): Promise<{ username: string; generatedPassword?: string } | null> {
    const { bootstrapAdminUsername: username, bootstrapAdminPassword: given } = this.config;
    const password = given ?? randomSecret(144);
    if (!(await this.create(username, password))) return null;
    return given ? { username } : { username, generatedPassword: password };
  }

  private async create(username: string, password: string): Promise<boolean> {
    try {
      return await this.users.createFirstUser(SYSTEM, {
        username,
        password,
        passwordIsTemporary: false,
        role: 'admin',
      });
    } catch (cause) {
      if (!(cause instanceof AppError && cause.code === 'password_unacceptable')) throw cause;
      throw new Error(`BOOTSTRAP_ADMIN_PASSWORD cannot be taken: ${cause.message}.`, { cause });
    }
  }
}
