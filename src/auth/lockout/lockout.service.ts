import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { Clock } from '../../common/clock.js';
import { userTarget } from '../../common/security-event.js';
import { KeyedDigests } from '../../crypto/keyed-digests.js';
import { LoginAttemptsRepository, type LoginAttempt } from '../../database/repositories/login-attempts.repository.js';
import type { Credentials } from '../../database/repositories/user.repository.js';
import { normalizeUsername } from '../../common/username.js';
import { networkOf } from '../../common/network.js';

export type LoginRefusal = 'unknown user' | 'wrong password' | 'disabled user';

/**
 * Slows the guessing of passwords, by account and network. It is asked once the password was checked, and so takes the
 * same time for every outcome: a guess that was right, but came too early, looks like any wrong one.
 */
@Injectable()
export class LockoutService {
  constructor(
    private readonly attempts: LoginAttemptsRepository,
    private readonly digests: KeyedDigests,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes note of a login, and records it where it is refused.
   * @param user whose name it is; null where there is none.
   * @param refusal why it is not to pass in any case; absent where the password was right.
   * @returns whether it may pass: its password was right, and it came not too soon after too many wrong ones.
   */
  async settle(actor: Actor, username: string, user: Credentials | null, refusal?: LoginRefusal): Promise<boolean> {
    const attempt: LoginAttempt = {
      account: this.digests.digest('login attempts', normalizeUsername(username)),
      network: networkOf(actor.source.address ?? ''),
      now: this.clock.now(),
    };
    const reason = refusal ?? 'too many wrong passwords';
    const refused = { actor, event: { action: 'login.refused', target: userTarget(user), reason } } as const;
    if (refusal === undefined) return this.attempts.admit(refused, attempt);
    await this.attempts.countFailure(refused, attempt);
    return false;
  }
}
