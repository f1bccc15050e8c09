import { LRUCache } from 'lru-cache';
import { AppError } from '../common/app-error.js';

export interface RateLimitRules {
  /** How many calls may come at once. */
  readonly burst: number;
  /** After so long there may be another one. */
  readonly intervalMs: number;
}

/** How many keys are kept; the one that was used longest ago is dropped first. About 200 bytes each. */
const MAX_KEYS = 50_000;

/** Limits how often something may be done, counted by a key and by this instance alone (a leaky bucket). */
export class RateLimit {
  /** When all calls of a key will have been worked off, in milliseconds since 1970. */
  private readonly emptyAt = new LRUCache<string, number>({ max: MAX_KEYS });

  constructor(private readonly rules: RateLimitRules) {}

  /** @throws AppError `too_many_attempts` that says after how many seconds the next call would pass. */
  take(key: string, now: Date): void {
    const { burst, intervalMs } = this.rules;
    const emptyAt = Math.max(this.emptyAt.get(key) ?? 0, now.getTime()) + intervalMs;
    const waitMs = emptyAt - now.getTime() - burst * intervalMs;
    if (waitMs > 0) {
      throw new AppError('too_many_attempts', 'Too many attempts; try again later', {
        details: { retryAfterSeconds: Math.ceil(waitMs / 1000) },
      });
    }
    this.emptyAt.set(key, emptyAt);
  }

  /** Drops the count of the key. */
  reset(key: string): void {
    this.emptyAt.delete(key);
  }
}
