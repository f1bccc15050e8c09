import { Injectable } from '@nestjs/common';
import { AppError } from '../common/app-error.js';
import {
  UserListRepository,
  type UserFilter,
  type UserPage,
  type UserPosition,
} from '../database/repositories/user-list.repository.js';
import { UserRepository, type UserProfile } from '../database/repositories/user.repository.js';

/** Reads users for those who operate the service. */
@Injectable()
export class UserProfilesService {
  constructor(
    private readonly users: UserRepository,
    private readonly lists: UserListRepository,
  ) {}

  /** @throws AppError `user_not_found`. */
  async getUser(id: number): Promise<UserProfile> {
    const user = await this.users.findById(id);
    if (!user) throw new AppError('user_not_found', 'There is no user of this id');
    return { ...user, lastLoginAt: await this.users.findLastLogin(id) };
  }

  /** Whether more than one enabled user is an admin. */
  hasSecondAdmin(): Promise<boolean> {
    return this.users.hasSecondAdmin();
  }

  /** In the order of their ids; with a query, in that of the texts by which they are found. */
  listUsers(filter: UserFilter, after: UserPosition | undefined, limit: number): Promise<UserPage> {
    return this.lists.listPage(filter, after, limit);
  }
}
