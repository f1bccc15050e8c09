import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import { AppError } from '../common/app-error.js';
import { Config } from '../config/config.js';
import { FairQueue } from './fair-queue.js';
import { HashTimes } from './hash-times.js';
import { preciseDelay } from './precise-delay.js';
import type { Lane, QueuePlace } from './queue-lanes.js';

/** bcrypt reads no further: a longer password would be cut silently. */
export const MAX_PASSWORD_BYTES = 72;

/** For setting a password: its user has authenticated before. */
const NEW_PASSWORDS: Lane = { key: 'new passwords', isReserved: true };

/** No refusal comes sooner, so a client that waits for it before it tries again does so once in this time at most. */
const REFUSAL_MS = 1_000;
/** A refusal that is held back takes memory. Those beyond this number are sent at once. */
const MAX_HELD_BACK = 1_000;

interface WorkerResult<Result> {
  readonly result: Result;
  readonly wasWarm: boolean;
}

/**
 * Runs bcrypt in low-priority threads, one for each processor, so that logins hold up nothing else. A job that would
 * wait too long is refused (`FairQueue`).
 */
@Injectable()
export class PasswordHasher implements OnApplicationShutdown {
  private readonly pool: Piscina;
  private readonly times = new HashTimes();
  private readonly queue: FairQueue;
  /** For imitations: they wait as in `queue`, and then for a time, not for a thread. */
  private readonly idleQueue: FairQueue;
  private heldBack = 0;

  constructor(private readonly config: Config) {
    const slots = availableParallelism();
    const limitMs = config.loginQueueSeconds * 1000;
    this.queue = new FairQueue({ slots, limitMs });
    this.idleQueue = new FairQueue({ slots, limitMs });
    this.pool = new Piscina({
      filename: new URL('./bcrypt-worker.js', import.meta.url).href,
      minThreads: 0,
      maxThreads: slots,
      idleTimeout: 30_000,
    });
  }

  /** @throws AppError `overloaded`. */
  hash(password: string): Promise<string> {
    const cost = this.config.bcryptCost;
    return this.run<string>({ lane: NEW_PASSWORDS, since: performance.now() }, cost, { password, cost });
  }

  /**
   * Takes the same time whatever the outcome.
   * @param place where the check waits.
   * @throws AppError `overloaded`.
   */
  async matches(password: string, hash: string, place: QueuePlace): Promise<boolean> {
    const comparable = Buffer.byteLength(password) <= MAX_PASSWORD_BYTES && password.isWellFormed();
    const matched = await this.run<boolean>(place, costOf(hash), { password: comparable ? password : '', hash });
    return comparable && matched;
  }

  /**
   * Takes as long as `matches`, without a thread. Where too little was measured lately to know how long that is, it
   * does the work.
   * @throws AppError `overloaded`, as `matches` would.
   */
  async imitateMatching(hash: string, place: QueuePlace): Promise<void> {
    const cost = costOf(hash);
    const ms = this.times.sampleMs(cost);
    if (ms === undefined) {
      await this.matches('', hash, place);
      return;
    }
    const waitMs = this.queue.waitMs(place.lane);
    if (waitMs > 0) await delay(waitMs);
    await this.enqueue(this.idleQueue, place, cost, () => preciseDelay(ms));
  }

  /** How many passwords are being hashed and how many wait, without those that are only imitated. */
  load(): { running: number; waiting: number } {
    return this.queue.load();
  }

  /** Whether the hash has the BCRYPT_COST of now. */
  isCurrent(hash: string): boolean {
    return costOf(hash) === this.config.bcryptCost;
  }

  /** @returns a hash that no password matches, of the same cost as `like`, or of BCRYPT_COST. */
  decoy(like: string | null): string {
    const cost = (like !== null && costOf(like)) || this.config.bcryptCost;
    return `$2b$${String(cost).padStart(2, '0')}$${'.'.repeat(53)}`;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.destroy();
  }

  private run<Result>(place: QueuePlace, cost: number, task: object): Promise<Result> {
    return this.enqueue(this.queue, place, cost, async () => {
      const startedAt = performance.now();
      const { result, wasWarm } = (await this.pool.run(task)) as WorkerResult<Result>;
      if (wasWarm) this.times.note(cost, performance.now() - startedAt);
      return result;
    });
  }

  private async enqueue<T>(queue: FairQueue, place: QueuePlace, cost: number, task: () => Promise<T>): Promise<T> {
    try {
      return await queue.run(place, this.times.expectedMs(cost), task);
    } catch (error) {
      if (error instanceof AppError && error.code === 'overloaded') await this.holdBack(place);
      throw error;
    }
  }

  /** Refusals at once would let a flood grow until reading it leaves no time for hashes. */
  private async holdBack({ since }: QueuePlace): Promise<void> {
    const ms = REFUSAL_MS - (performance.now() - since);
    if (ms <= 0 || this.heldBack >= MAX_HELD_BACK) return;
    this.heldBack++;
    await delay(ms);
    this.heldBack--;
  }
}

/** `$2b$10$...` has cost 10; a text that is no bcrypt hash has 0: it matches nothing, at once. */
function costOf(hash: string): number {
  return Number(/^\$2[aby]\$(\d\d)\$/.exec(hash)?.[1] ?? 0);
}
