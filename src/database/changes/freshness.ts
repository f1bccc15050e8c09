import { performance } from 'node:perf_hooks';
import { AppError } from '../../common/app-error.js';
import { BucketCounts } from '../../common/bucket-counts.js';

/** What is in memory is not trusted when the last read began longer ago. */
const MAX_AGE_MS = 1_000;
/** How long a request waits for a read before its response is 503. */
const MAX_WAIT_MS = 1_000;
const LAG_BOUNDS_MS = [5, 25, 100, 250, 500, 1_000, 2_500];

/** How old the last read is, and the requests that wait for another. All times are monotonic milliseconds. */
export class Freshness {
  /** From the beginning of the transaction that made a change until it was read. */
  readonly lagsMs = new BucketCounts(LAG_BOUNDS_MS);
  /** How many waits for a read were in vain: requests that were refused, as a rule. */
  refusals = 0;
  private readAt = -Infinity;
  /** What ends the wait of each, with the earliest moment at which a read may have begun that ends it. */
  private readonly waiters = new Map<() => void, number>();

  get ageMs(): number {
    return performance.now() - this.readAt;
  }

  isFresh(): boolean {
    return this.ageMs < MAX_AGE_MS;
  }

  /** Waits where the last read is too old. @throws AppError `unavailable` where none makes it fresh within MAX_WAIT_MS. */
  async whenFresh(): Promise<void> {
    if (this.isFresh()) return;
    await this.whenReadSince(performance.now() - MAX_AGE_MS);
    if (!this.isFresh()) throw this.stateUnknown();
  }

  /** Waits for a read that begins after this call. @throws AppError `unavailable` where none succeeds within MAX_WAIT_MS. */
  async whenReadAgain(): Promise<void> {
    const askedAt = performance.now();
    await this.whenReadSince(askedAt);
    if (this.readAt < askedAt) throw this.stateUnknown();
  }

  /** To be called when a read has succeeded. */
  read(startedAt: number): void {
    this.readAt = startedAt;
    for (const [done, earliest] of this.waiters) if (startedAt >= earliest) done();
  }

  private async whenReadSince(earliest: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.waiters.delete(done);
        resolve();
      };
      const timer = setTimeout(done, MAX_WAIT_MS);
      this.waiters.set(done, earliest);
    });
  }

  private stateUnknown(): AppError {
    this.refusals++;
    return new AppError('unavailable', 'The state of revocation is not known at the moment', {
      details: { retryAfterSeconds: 1 },
    });
  }
}
