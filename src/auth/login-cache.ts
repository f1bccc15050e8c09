import { createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { AppError, type ErrorCode } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import type { BasicPrincipal } from '../common/principal.js';
import type { Change } from '../database/changes/change.js';
import { ChangeFeed } from '../database/changes/change-feed.js';
import type { ChangeSubscriber } from '../database/changes/change-subscriber.js';
import { LockoutService } from './lockout/lockout.service.js';

const LIFETIME_MS = 60_000;
/** From this age on, a call checks the password again, beside using the cached login. */
const RENEWAL_AGE_MS = 30_000;
/** Such a check begins at most this often. */
const RENEWAL_PAUSE_MS = 5_000;
const MAX_LOGINS = 10_000;
const REFUSALS: ReadonlySet<ErrorCode> = new Set([
  'credentials_invalid',
  'password_change_required',
  'second_factor_required',
]);

/** Credentials, and the network that they come from. */
export interface BasicLogin {
  readonly username: string;
  readonly password: string;
  readonly network: string;
}

interface CachedLogin {
  readonly principal: BasicPrincipal;
  /** As the lockout counts it, in hex. */
  readonly account: string;
  readonly network: string;
  readonly expiresAt: number;
  renewAt: number;
}

type Check = () => Promise<BasicPrincipal>;

/**
 * Caches logins by Basic, so that callers who send their password with every call do not cost a hash each time. A login
 * is valid for a minute, for the network that it came from alone, and is checked again before the minute ends. It is
 * found by a digest under a key of this process. It is dropped when the user, the password or what else a login takes
 * changes, and when the account is locked for the network.
 */
@Injectable()
export class LoginCache implements ChangeSubscriber {
  private readonly key = randomBytes(32);
  private readonly logins = new LRUCache<string, CachedLogin>({ max: MAX_LOGINS });
  private readonly underWay = new Map<string, Promise<BasicPrincipal>>();
  /** How many changes have come in. */
  private changes = 0;

  constructor(
    private readonly lockout: LockoutService,
    private readonly clock: Clock,
    private readonly feed: ChangeFeed,
  ) {
    feed.subscribe(this);
  }

  /**
   * The cached login, or else the result of `check`. That is cached where it succeeds, unless a change came in while it
   * ran: it may have read what was true before. Calls at once with the same credentials share one check.
   */
  async findOrCheck(login: BasicLogin, check: Check): Promise<BasicPrincipal> {
    if (!this.feed.isFresh()) return check();
    const digest = this.digest(login);
    const cached = this.logins.get(digest);
    const now = this.clock.now().getTime();
    if (cached && cached.expiresAt > now) {
      if (cached.renewAt <= now) this.renew(digest, login, check);
      return cached.principal;
    }
    this.logins.delete(digest);
    return this.checkOnce(digest, login, check);
  }

  load(): Promise<void> {
    this.drop(() => true);
    return Promise.resolve();
  }

  apply(change: Change): void {
    if (change.type === 'credentials_changed' || change.type === 'role_changed') {
      this.drop(({ principal }) => principal.userId === change.userId);
    } else if (change.type === 'second_factor_roles_changed') {
      this.drop(() => true);
    } else if (change.type === 'login_locked') {
      this.drop(({ account, network }) => account === change.account && network === change.network);
    }
  }

  private drop(isMeant: (login: CachedLogin) => boolean): void {
    this.changes++;
    // A call that comes after the change must not share a check that began before it.
    this.underWay.clear();
    for (const [digest, login] of this.logins) if (isMeant(login)) this.logins.delete(digest);
  }

  /** Checks the password again. The call that begins it uses the cached login and does not wait. */
  private renew(digest: string, login: BasicLogin, check: Check): void {
    const cached = this.logins.get(digest)!;
    cached.renewAt = this.clock.now().getTime() + RENEWAL_PAUSE_MS;
    this.checkOnce(digest, login, check).catch((error: unknown) => {
      // Any other error, such as an overload, says nothing about the password. The login stays; a later call tries again.
      const isRefused = error instanceof AppError && REFUSALS.has(error.code);
      if (isRefused && this.logins.get(digest) === cached) this.logins.delete(digest);
    });
  }

  private async checkOnce(digest: string, login: BasicLogin, check: Check): Promise<BasicPrincipal> {
    const known = this.underWay.get(digest);
    if (known) return known;
    const checked = this.checkAndCache(digest, login, check);
    this.underWay.set(digest, checked);
    try {
      return await checked;
    } finally {
      if (this.underWay.get(digest) === checked) this.underWay.delete(digest);
    }
  }

  private async checkAndCache(
    digest: string,
    { username, network }: BasicLogin,
    check: Check,
  ): Promise<BasicPrincipal> {
    const changesBefore = this.changes;
    const principal = await check();
    if (this.changes === changesBefore) {
      const now = this.clock.now().getTime();
      const account = this.lockout.accountOf(username).toString('hex');
      const times = { expiresAt: now + LIFETIME_MS, renewAt: now + RENEWAL_AGE_MS };
      this.logins.set(digest, { principal, account, network, ...times });
    }
    return principal;
  }

  private digest({ username, password, network }: BasicLogin): string {
    // As JSON, in which no other three texts are the same text.
    const text = JSON.stringify([network, username, password]);
    return createHmac('sha256', this.key).update(text).digest('base64');
  }
}
