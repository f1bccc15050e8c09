import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { AppError } from '../../common/app-error.js';
import { Config } from '../../config/config.js';
import type { Change } from './change.js';
import { ChangeReader } from './change-reader.js';

/** Keeps something in memory in step with the database. */
export interface ChangeSubscriber {
  /** Reads the whole state anew. */
  load(): Promise<void>;
  /** Applies one change, at once; the same change may come twice. */
  apply(change: Change): void;
}

/** Past this age of the last reading the instance does not trust what it has in memory. */
const MAX_AGE_MS = 1_000;
/** Reads without being notified this often, because notifications are lost when a connection breaks. */
const POLL_MS = 150;
/** A reading that takes longer is given up and its connection replaced, in time for another within MAX_AGE_MS. */
const READ_TIMEOUT_MS = 350;
const RETRY_MS = 50;
const FIRST_TRIES = 20;
/** How long a request waits for a late reading before it is told 503. */
const PATIENCE_MS = 1_000;
/** After a longer silence everything is loaded anew: cheaper than to catch up, and the log does not keep all. */
const MAX_GAP_MS = 5_000;

/**
 * Brings every committed change to this instance's memory.
 *
 * Sequence numbers commit out of order, so a reader that remembers the last number misses a late one. This one
 * remembers its snapshot instead: each reading takes the changes of exactly those transactions that the reading before
 * did not see (decision 2).
 */
@Injectable()
export class ChangeFeed implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(ChangeFeed.name);
  private readonly subscribers: ChangeSubscriber[] = [];
  private readonly waiters = new Set<() => void>();
  private reader: ChangeReader | undefined;
  private snapshot: string | undefined;
  /** Monotonic milliseconds at which the last successful reading began. */
  private readAt = -Infinity;
  /** The same by the database's clock, since a monotonic one may stand still while the machine is suspended. */
  private databaseTimeMs = Infinity;
  private notified = false;
  private endPause: () => void = () => undefined;
  private stopping = false;
  private reading: Promise<void> = Promise.resolve();

  constructor(private readonly config: Config) {}

  /** To be called before the application has started. */
  subscribe(subscriber: ChangeSubscriber): void {
    this.subscribers.push(subscriber);
  }

  /** Whether everything committed more than a second ago is known to be applied. */
  isFresh(): boolean {
    return performance.now() - this.readAt < MAX_AGE_MS;
  }

  /**
   * Waits a moment for the next reading where the last one is too old.
   * @throws AppError `unavailable` where none comes: a revoked token is never accepted because a wire was down.
   */
  async whenFresh(): Promise<void> {
    if (this.isFresh()) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.waiters.delete(done);
        resolve();
      };
      const timer = setTimeout(done, PATIENCE_MS);
      this.waiters.add(done);
    });
    if (!this.isFresh()) {
      throw new AppError('unavailable', 'The state of revocation is not known at the moment', {
        details: { retryAfterSeconds: 1 },
      });
    }
  }

  /** Every transaction below it has ended, and its changes were applied here. */
  horizonNow(): bigint {
    return this.snapshot === undefined ? 0n : xminOf(this.snapshot);
  }

  /** Applies changes that this instance has itself just committed. */
  apply(changes: readonly Change[]): void {
    for (const change of changes) for (const subscriber of this.subscribers) subscriber.apply(change);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.readFirst();
    this.reading = this.readForever();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.endPause();
    this.reader?.close();
    await this.reading;
  }

  /** At start a machine is busy and connections are new: there is time for more than one try. */
  private async readFirst(): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.read();
      } catch (error) {
        this.dropReader();
        if (tries === FIRST_TRIES) throw error;
        await delay(RETRY_MS);
      }
    }
  }

  private async readForever(): Promise<void> {
    let failing = false;
    while (!this.stopping) {
      try {
        await this.read();
        if (failing) this.logger.log('Reading changes again');
        failing = false;
        await this.pause();
      } catch (error) {
        this.dropReader();
        if (this.stopping) return;
        if (!failing) this.logger.warn({ msg: 'Changes cannot be read', err: error });
        failing = true;
        await delay(RETRY_MS);
      }
    }
  }

  private async read(): Promise<void> {
    this.reader ??= await ChangeReader.connect(
      this.config.databaseUrl!,
      READ_TIMEOUT_MS,
      () => this.onNotified(),
      () => this.onLost(),
    );
    const { reader } = this;
    if (this.snapshot === undefined || performance.now() - this.readAt > MAX_GAP_MS) await this.reload(reader);
    await this.readOn(reader);
  }

  private async readOn(reader: ChangeReader): Promise<void> {
    const seen = this.snapshot!;
    this.notified = false;
    const startedAt = performance.now();
    const { snapshot, databaseTimeMs, changes } = await reader.read(seen);
    if (databaseTimeMs - this.databaseTimeMs > MAX_GAP_MS || xminOf(snapshot) < xminOf(seen)) {
      this.snapshot = undefined;
      throw new Error('This machine stood still, or the database was restored: everything is loaded anew');
    }
    this.apply(changes);
    this.snapshot = snapshot;
    this.readAt = startedAt;
    this.databaseTimeMs = databaseTimeMs;
    for (const done of this.waiters) done();
  }

  private async reload(reader: ChangeReader): Promise<void> {
    // Taken before loading, so that what commits meanwhile is in the next reading.
    const snapshot = await reader.currentSnapshot();
    await Promise.all(this.subscribers.map((subscriber) => subscriber.load()));
    this.snapshot = snapshot;
    this.databaseTimeMs = Infinity;
  }

  private onNotified(): void {
    this.notified = true;
    this.endPause();
  }

  private onLost(): void {
    this.dropReader();
    this.onNotified();
  }

  private dropReader(): void {
    this.reader?.close();
    this.reader = undefined;
  }

  private async pause(): Promise<void> {
    if (this.notified) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, POLL_MS);
      this.endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** A smaller one than before: the database was restored to an earlier state. */
function xminOf(snapshot: string): bigint {
  return BigInt(snapshot.split(':', 1)[0]!);
}
