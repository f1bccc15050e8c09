import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { KeyedDigests } from '../../crypto/keyed-digests.js';
import { LoginAttemptsRepository, type LoginAttempt } from '../../database/repositories/login-attempts.repository.js';
import { normalizeUsername } from '../../common/username.js';
import { networkOf } from '../../common/network.js';

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
   * Takes note of a login.
   * @param address where it comes from.
   * @returns whether it may pass: `proved`, and not too soon after too many wrong ones.
   */
  async settle(username: string, address: string, proved: boolean): Promise<boolean> {
    const attempt: LoginAttempt = {
      account: this.digests.digest('login attempts', normalizeUsername(username)),
      network: networkOf(address),
      now: this.clock.now(),
    };
    if (proved) return this.attempts.admit(attempt);
    await this.attempts.countFailure(attempt);
    return false;
  }
}
