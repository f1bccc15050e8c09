import { createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import type { Principal } from '../common/principal.js';
import type { Change } from '../database/changes/change.js';
import { ChangeFeed, type ChangeSubscriber } from '../database/changes/change-feed.js';

const LIFE_MS = 60_000;
const MAX_LOGINS = 10_000;

/**
 * Spares a caller who proves himself by Basic on every call a hash each time: a good login is remembered for a minute
 * under a digest keyed with a key of this process, and forgotten when the user or his password changes.
 */
@Injectable()
export class RememberedLogins implements ChangeSubscriber {
  private readonly key = randomBytes(32);
  private readonly logins = new Map<string, { principal: Principal; until: number }>();
  private voided = 0;

  constructor(
    private readonly clock: Clock,
    private readonly feed: ChangeFeed,
  ) {
    feed.subscribe(this);
  }

  /** @returns undefined too where a change might not have been heard of yet. */
  find(username: string, password: string): Principal | undefined {
    if (!this.feed.isFresh()) return undefined;
    const digest = this.digest(username, password);
    const login = this.logins.get(digest);
    if (login && login.until > this.clock.now().getTime()) return login.principal;
    this.logins.delete(digest);
    return undefined;
  }

  /**
   * To be called before the password is checked.
   * @returns remembers the login, unless a change came in while it was being checked.
   */
  beginCheck(): (username: string, password: string, principal: Principal) => void {
    const voidedBefore = this.voided;
    return (username, password, principal) => {
      if (this.voided !== voidedBefore) return;
      if (this.logins.size >= MAX_LOGINS) this.logins.delete(this.logins.keys().next().value!);
      const until = this.clock.now().getTime() + LIFE_MS;
      this.logins.set(this.digest(username, password), { principal, until });
    };
  }

  load(): Promise<void> {
    this.voided++;
    this.logins.clear();
    return Promise.resolve();
  }

  apply(change: Change): void {
    if (change.type !== 'credentials_changed' && change.type !== 'role_changed') return;
    this.voided++;
    for (const [digest, { principal }] of this.logins) {
      if (principal.userId === change.userId) this.logins.delete(digest);
    }
  }

  private digest(username: string, password: string): string {
    // The length keeps "a" + "b:c" and "a:b" + "c" apart.
    return createHmac('sha256', this.key).update(`${username.length}:${username}${password}`).digest('base64');
  }
}
