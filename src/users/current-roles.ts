import { Injectable } from '@nestjs/common';
import type { Role } from '../common/roles.js';
import type { Change } from '../database/changes/change.js';
import { ChangeFeed } from '../database/changes/change-feed.js';
import type { ChangeSubscriber } from '../database/changes/change-subscriber.js';
import { UserRepository } from '../database/repositories/user.repository.js';

/**
 * The roles of those users whose role ever changed, in memory. A token carries its user's role at the time of issue;
 * where it is not listed here, it still holds.
 */
@Injectable()
export class CurrentRoles implements ChangeSubscriber {
  private changed = new Map<number, { role: Role; roleVersion: number }>();

  constructor(
    private readonly users: UserRepository,
    feed: ChangeFeed,
  ) {
    feed.subscribe(this);
  }

  /** @param issued the role in the token. */
  of(userId: number, issued: Role): Role {
    return this.changed.get(userId)?.role ?? issued;
  }

  async load(): Promise<void> {
    this.changed = new Map((await this.users.listChangedRoles()).map(({ id, ...current }) => [id, current]));
  }

  apply(change: Change): void {
    if (change.type !== 'role_changed') return;
    const { userId, role, roleVersion } = change;
    if (roleVersion > (this.changed.get(userId)?.roleVersion ?? 0)) this.changed.set(userId, { role, roleVersion });
  }
}
