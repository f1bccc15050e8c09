import { performance } from 'node:perf_hooks';
import { AppError } from '../common/app-error.js';
import { QueueLanes, type Lane, type QueuedJob, type QueuePlace } from './queue-lanes.js';

export interface FairQueueOptions {
  /** How many jobs run at once. */
  readonly slots: number;
  /** A job that would wait longer is refused. */
  readonly limitMs: number;
  /** Monotonic milliseconds. */
  readonly now?: () => number;
}

/** A burst may wait so many times the limit. What is more than a burst is a flood: while it lasts, the limit holds. */
const BURST_FACTOR = 2;
/** The part of the slots, and of the room to wait, that reserved lanes have where open lanes want them too. */
const RESERVED_SHARE = 3 / 4;
const MAX_RETRY_AFTER_MS = 60_000;
/** While jobs wait, those that have waited too long are looked for this often, however long the running ones take. */
const SWEEP_MS = 100;
/** Each refused job is promised a little more time than it takes, since not every job is as fast as it was measured. */
const RETRY_MARGIN = 1.1;

/**
 * A queue that is bounded by time and shared fairly (decision 14). Lanes take turns, so a full lane holds up no other.
 * Where more jobs wait than there is time for, the last job of the longest lane is refused: of an open lane first,
 * as long as the reserved ones, which strangers cannot enter, do not take more than their share.
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
   * @throws AppError `overloaded`, with the seconds after which there is time for the job; and whatever `task` throws.
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

  /** How many jobs run and how many wait. */
  load(): { running: number; waiting: number } {
    return { running: this.running, waiting: this.open.size + this.reserved.size };
  }

  /** How many milliseconds a job would wait that is added to this lane now. */
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
      // One job may always wait, however slow the jobs are.
      if (!last || this.workMs <= Math.max(last.expectedMs, this.maxWaitMs * this.options.slots)) return;
      this.isFlooded = true;
      group.removeLast(last);
      this.refuse(group, last);
    }
  }

  /** Refuses jobs that have waited too long: later jobs of shorter lanes have overtaken them, or jobs were slow. */
  private refuseOverdue(): void {
    for (const group of [this.open, this.reserved]) {
      for (const job of group.shiftBefore(this.now() - this.maxWaitMs)) {
        this.isFlooded = true;
        this.refuse(group, job);
      }
    }
  }

  /** Promises each refused job a time of its own, so that there is room when it comes back. */
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
