import { createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import type { BasicPrincipal } from '../common/principal.js';
import type { Change } from '../database/changes/change.js';
import { ChangeFeed, type ChangeSubscriber } from '../database/changes/change-feed.js';

const LIFETIME_MS = 60_000;
const MAX_LOGINS = 10_000;

/**
 * Spares a caller who proves himself by Basic on every call a hash each time: a good login is remembered for a minute
 * under a digest keyed with a key of this process, and forgotten when the user or his password changes.
 */
@Injectable()
export class LoginCache implements ChangeSubscriber {
  private readonly key = randomBytes(32);
  private readonly logins = new Map<string, { principal: BasicPrincipal; until: number }>();
  private readonly underWay = new Map<string, Promise<BasicPrincipal>>();
  private voided = 0;

  constructor(
    private readonly clock: Clock,
    private readonly feed: ChangeFeed,
  ) {
    feed.subscribe(this);
  }

  /**
   * The login that is remembered, or else the result of `check`, which is remembered where it is good and no change
   * came in meanwhile. Calls at once with the same credentials share one check.
   */
  async findOrCheck(username: string, password: string, check: () => Promise<BasicPrincipal>): Promise<BasicPrincipal> {
    if (!this.feed.isFresh()) return check();
    const digest = this.digest(username, password);
    const login = this.logins.get(digest);
    if (login && login.until > this.clock.now().getTime()) return login.principal;
    this.logins.delete(digest);
    const known = this.underWay.get(digest);
    if (known) return known;
    const checked = this.checkAndRemember(digest, check);
    this.underWay.set(digest, checked);
    try {
      return await checked;
    } finally {
      if (this.underWay.get(digest) === checked) this.underWay.delete(digest);
    }
  }

  load(): Promise<void> {
    this.voided++;
    this.underWay.clear();
    this.logins.clear();
    return Promise.resolve();
  }

  apply(change: Change): void {
    if (change.type !== 'credentials_changed' && change.type !== 'role_changed') return;
    this.voided++;
    // Who comes now must not share a check that began before the change.
    this.underWay.clear();
    for (const [digest, { principal }] of this.logins) {
      if (principal.userId === change.userId) this.logins.delete(digest);
    }
  }

  private async checkAndRemember(digest: string, check: () => Promise<BasicPrincipal>): Promise<BasicPrincipal> {
    const voidedBefore = this.voided;
    const principal = await check();
    if (this.voided === voidedBefore) {
      if (this.logins.size >= MAX_LOGINS) this.logins.delete(this.logins.keys().next().value!);
      this.logins.set(digest, { principal, until: this.clock.now().getTime() + LIFETIME_MS });
    }
    return principal;
  }

  private digest(username: string, password: string): string {
    // The length keeps "a" + "b:c" and "a:b" + "c" apart.
    return createHmac('sha256', this.key).update(`${username.length}:${username}${password}`).digest('base64');
  }
}
