import { describe, expect, it } from '@jest/globals';
import type { AppError } from '../common/app-error.js';
import { RateLimit } from './rate-limit.js';

const at = (ms: number): Date => new Date(1_800_000_000_000 + ms);

/** @returns what is told: the seconds to wait, or 0 where the call passes. */
function take(limit: RateLimit, key: string, ms: number): number {
  try {
    limit.take(key, at(ms));
    return 0;
  } catch (error) {
    return (error as AppError).details.retryAfterSeconds!;
  }
}

describe('RateLimit', () => {
  it('lets a burst pass, and then one call in each interval', () => {
    const limit = new RateLimit({ burst: 3, intervalMs: 10_000 });
    expect([0, 0, 0, 0].map((ms) => take(limit, 'a', ms))).toEqual([0, 0, 0, 10]);
    expect([9_999, 10_000, 10_000, 20_000].map((ms) => take(limit, 'a', ms))).toEqual([1, 0, 10, 0]);
  });

  it('lets the call pass that comes after as many seconds as it says, and none before', () => {
    const limit = new RateLimit({ burst: 2, intervalMs: 7_500 });
    for (let ms = 0; ms < 60_000; ms += 350) {
      const seconds = take(limit, 'a', ms);
      if (seconds === 0) continue;
      expect(take(limit, 'a', ms + (seconds - 1) * 1000)).toBeGreaterThan(0);
      ms += seconds * 1000;
      expect(take(limit, 'a', ms)).toBe(0);
    }
  });

  it('counts each key for itself, and from zero after a reset', () => {
    const limit = new RateLimit({ burst: 1, intervalMs: 10_000 });
    expect(['a', 'b', 'a', 'b'].map((key) => take(limit, key, 0))).toEqual([0, 0, 10, 10]);
    limit.reset('a');
    expect(['a', 'b'].map((key) => take(limit, key, 0))).toEqual([0, 10]);
  });
});
