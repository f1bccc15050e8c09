import { performance } from 'node:perf_hooks';
import { AppError } from '../common/app-error.js';
import { QueueLanes, type Lane, type QueuedJob, type QueuePlace } from './queue-lanes.js';

export interface FairQueueOptions {
  /** How many jobs run at once. */
  readonly slots: number;
  /** Who would wait longer is refused. */
  readonly limitMs: number;
  /** Monotonic milliseconds. */
  readonly now?: () => number;
}

/** A burst may wait so many times the limit. Once it is more than that, it is a flood, and the limit holds. */
const BURST_FACTOR = 2;
/** Of four jobs that begin, and of the room to wait, three parts are for reserved lanes where both kinds want them. */
const RESERVED_SHARE = 3 / 4;
const MAX_RETRY_AFTER_MS = 60_000;
/** While something waits, whoever has waited too long is looked for this often, however long the jobs take. */
const SWEEP_MS = 100;
/** Whoever is told to come back gets a little more time than their job takes: not all is as fast as it was measured. */
const RETRY_MARGIN = 1.1;

/**
 * A queue that is bounded by time and shared fairly. Lanes take turns, so that a lane that is full holds up no other.
 * Where more waits than there is time for, the last job of the longest lane is refused; open lanes give way to reserved
 * ones, which strangers cannot enter.
 */
export class FairQueue {
  private readonly open = new QueueLanes();
  private readonly reserved = new QueueLanes();
  private readonly now: () => number;
  private running = 0;
  private begun = 0;
  private isFlooded = false;
  private sweep: NodeJS.Timeout | undefined;

  constructor(private readonly options: FairQueueOptions) {
    this.now = options.now ?? (() => performance.now());
  }

  /**
   * Runs `task` when it is its lane's turn.
   * @param expectedMs how long the task takes.
   * @throws AppError `overloaded`, with the seconds after which there is time for it; and whatever `task` throws.
   */
  run<T>(place: QueuePlace, expectedMs: number, task: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const start = (): void => {
        this.running++;
        void task()
          .then(resolve, reject)
          .finally(() => {
            this.running--;
            this.startWaiting();
          });
      };
      this.lanesOf(place.lane).add({ ...place, expectedMs, start, refuse: reject });
      this.startWaiting();
      this.refuseSurplus();
    });
  }

  /** How long a job would wait that came to this lane now, in milliseconds. */
  waitMs(lane: Lane): number {
    if (this.running < this.options.slots) return 0;
    const group = this.lanesOf(lane);
    const ahead = group.workBefore(lane.key);
    const [other, share] = lane.isReserved ? [this.open, 1 - RESERVED_SHARE] : [this.reserved, RESERVED_SHARE];
    return (ahead + Math.min(other.workMs, (ahead * share) / (1 - share))) / this.options.slots;
  }

  private startWaiting(): void {
    this.refuseOverdue();
    while (this.running < this.options.slots) {
      const job = this.next();
      if (!job) break;
      job.start();
    }
    if (this.workMs === 0) this.isFlooded = false;
    else this.sweep ??= setTimeout(() => this.sweepNow(), SWEEP_MS).unref();
  }

  private sweepNow(): void {
    this.sweep = undefined;
    this.startWaiting();
  }

  private next(): QueuedJob | undefined {
    const isOpensTurn = this.begun++ % 4 >= 4 * RESERVED_SHARE;
    return isOpensTurn ? (this.open.shift() ?? this.reserved.shift()) : (this.reserved.shift() ?? this.open.shift());
  }

  private refuseSurplus(): void {
    for (;;) {
      const reservedHasTooMuch = this.reserved.workMs > RESERVED_SHARE * this.workMs;
      const group = reservedHasTooMuch || this.open.workMs === 0 ? this.reserved : this.open;
      const last = group.lastOfLongest();
      // One may wait, however slow the jobs are.
      if (!last || this.workMs <= Math.max(last.expectedMs, this.maxWaitMs * this.options.slots)) return;
      this.isFlooded = true;
      group.removeLast(last);
      this.refuse(group, last);
    }
  }

  /** Those that later jobs of shorter lanes have overtaken, or that were slower than expected. */
  private refuseOverdue(): void {
    for (const group of [this.open, this.reserved]) {
      for (const job of group.shiftBefore(this.now() - this.maxWaitMs)) {
        this.isFlooded = true;
        this.refuse(group, job);
      }
    }
  }

  /** Each is told a time of their own, so that those who come back find room. */
  private refuse(group: QueueLanes, { expectedMs, refuse }: QueuedJob): void {
    const { slots } = this.options;
    const now = this.now();
    const free = Math.max(group.promisedUntil, now + this.workMs / slots) + (RETRY_MARGIN * expectedMs) / slots;
    group.promisedUntil = Math.min(free, now + MAX_RETRY_AFTER_MS);
    const retryAfterSeconds = Math.max(1, Math.ceil((group.promisedUntil - now) / 1000));
    refuse(
      new AppError('overloaded', 'Too many logins at once; try again shortly', { details: { retryAfterSeconds } }),
    );
  }

  private lanesOf({ isReserved }: Lane): QueueLanes {
    return isReserved ? this.reserved : this.open;
  }

  private get workMs(): number {
    return this.open.workMs + this.reserved.workMs;
  }

  private get maxWaitMs(): number {
    return this.options.limitMs * (this.isFlooded ? 1 : BURST_FACTOR);
  }
}
