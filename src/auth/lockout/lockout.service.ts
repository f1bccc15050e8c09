import { performance } from 'node:perf_hooks';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { Clock } from '../../common/clock.js';
import { networkOf } from '../../common/network.js';
import { userTarget } from '../../common/security-event.js';
import { normalizeUsername } from '../../common/username.js';
import { KeyedDigests } from '../../crypto/keyed-digests.js';
import type { QueuePlace } from '../../crypto/queue-lanes.js';
import { ChangeFeed } from '../../database/changes/change-feed.js';
import { LoginAttemptsRepository, type AttemptKey } from '../../database/repositories/login-attempts.repository.js';
import type { Credentials } from '../../database/repositories/user.repository.js';
import { LOCKOUT_LIMITS, standingOf } from './lockout-rules.js';

export type LoginRefusal = 'unknown user' | 'wrong password' | 'disabled user' | 'wrong code';

/** How an attempt went. */
export interface AttemptResult {
  /** Whose name it is; null where there is none. */
  readonly user: Pick<Credentials, 'id' | 'username'> | null;
  /** Why it is not to pass in any case; absent where what was sent is right. */
  readonly refusal?: LoginRefusal | undefined;
  /** Whether a second factor is to follow: until then the wrong passwords and codes in a row stay counted. */
  readonly goesOn?: boolean;
}

/** An attempt to log in, before its password is looked at. */
export interface LoginAttempt extends AttemptKey {
  readonly at: Date;
  /** A right password would be refused too, so none is compared. */
  readonly isLocked: boolean;
  /** Where its password check waits: networks that the account knows have a lane that strangers cannot enter. */
  readonly place: QueuePlace;
}

/** Slows the guessing of passwords and codes, by account and network. */
@Injectable()
export class LockoutService {
  constructor(
    private readonly attempts: LoginAttemptsRepository,
    private readonly feed: ChangeFeed,
    private readonly digests: KeyedDigests,
    private readonly clock: Clock,
  ) {}

  /** The account as it is counted: a digest of the user name, whether there is such a user or not. */
  accountOf(username: string): Buffer {
    return this.digests.digest('login attempts', normalizeUsername(username));
  }

  async begin({ source }: Actor, username: string): Promise<LoginAttempt> {
    const key = { account: this.accountOf(username), network: networkOf(source.address ?? '') };
    const [at, since] = [this.clock.now(), performance.now()];
    const { isLocked, isKnown } = standingOf(await this.attempts.findPast(key), at);
    const lane = isKnown
      ? { key: key.account.toString('hex'), isReserved: true }
      : { key: key.network, isReserved: false };
    return { ...key, at, isLocked, place: { lane, since } };
  }

  /**
   * Counts how the attempt went, and records it where it is refused.
   * @returns whether the login may pass. Of many attempts at once, one with the right password does not pass where enough
   *   wrong ones were counted before it.
   */
  async settle(
    actor: Actor,
    { account, network, at, isLocked }: LoginAttempt,
    { user, refusal, goesOn = false }: AttemptResult,
  ): Promise<boolean> {
    const reason = isLocked || refusal === undefined ? 'too many wrong passwords' : refusal;
    const refused = { actor, event: { action: 'login.refused', target: userTarget(user), reason } } as const;
    // The time at which the lock was seen: it may have ended since, and the attempt would count as one more failure.
    const now = isLocked ? at : this.clock.now();
    const attempt = { account, network, now, limits: LOCKOUT_LIMITS };
    if (refusal === undefined) {
      return goesOn ? this.attempts.mayGoOn(refused, attempt) : this.attempts.admit(refused, attempt);
    }
    const change = await this.attempts.countFailure(refused, attempt);
    if (change) this.feed.apply([change]);
    return false;
  }
}
