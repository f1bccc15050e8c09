import { performance } from 'node:perf_hooks';
import { AppError } from '../../common/app-error.js';

/** What is in memory is not trusted when the last read began longer ago. */
const MAX_AGE_MS = 1_000;
/** How long a request waits for a read before its response is 503. */
const MAX_WAIT_MS = 1_000;

/** How old the last read is, and the requests that wait for another. All times are monotonic milliseconds. */
export class Freshness {
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
    if (!this.isFresh()) throw stateUnknown();
  }

  /** Waits for a read that begins after this call. @throws AppError `unavailable` where none succeeds within MAX_WAIT_MS. */
  async whenReadAgain(): Promise<void> {
    const askedAt = performance.now();
    await this.whenReadSince(askedAt);
    if (this.readAt < askedAt) throw stateUnknown();
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
}

function stateUnknown(): AppError {
  return new AppError('unavailable', 'The state of revocation is not known at the moment', {
    details: { retryAfterSeconds: 1 },
  });
}
