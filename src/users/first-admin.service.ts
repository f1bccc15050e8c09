import { Injectable } from '@nestjs/common';
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
   * Makes the first admin where there is no user at all.
   * @returns his name, and his password where it was made up here: the only time that it is known; null where there
   *   are users already.
   */
  async ensure(): Promise<{ username: string; generatedPassword?: string } | null> {
    const { bootstrapAdminUsername: username, bootstrapAdminPassword: given } = this.config;
    const password = given ?? randomSecret(144);
    const made = await this.users.createFirstUser({ username, password, passwordIsTemporary: false, role: 'admin' });
    if (!made) return null;
    return given ? { username } : { username, generatedPassword: password };
  }
}
