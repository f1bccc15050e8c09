import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '../../config/config.js';
import type { Change } from './change.js';
import { ChangeReader, xmaxOf, xminOf } from './change-reader.js';
import type { ChangeSubscriber } from './change-subscriber.js';
import { Freshness } from './freshness.js';

/** The feed reads this often without a notification, because notifications are lost when a connection breaks. */
const POLL_MS = 150;
/** A read that takes longer is abandoned and its connection replaced: time for another try while it is still fresh. */
const READ_TIMEOUT_MS = 350;
const RETRY_MS = 50;
const FIRST_TRIES = 20;
/** After a longer gap all state is reloaded: cheaper than to catch up, and rows of `changes` go after an hour. */
const MAX_GAP_MS = 5_000;

/**
 * Applies every committed change to this instance's memory (decision 2). Sequence numbers commit out of order: a reader
 * that goes on after the last number would miss a transaction that commits late. This one keeps the snapshot of its last
 * read. The next read returns the changes of exactly those transactions that the snapshot did not see.
 */
@Injectable()
export class ChangeFeed implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(ChangeFeed.name);
  private readonly subscribers: ChangeSubscriber[] = [];
  readonly freshness = new Freshness();
  private reader: ChangeReader | undefined;
  private snapshot: string | undefined;
  private highestIndex = -1;
  /** When the last read began, by the database's clock: ours may stand still while the machine is suspended. */
  private databaseTimeMs = Infinity;
  private notified = false;
  private endPause: () => void = () => undefined;
  private stopping = false;
  private reading: Promise<void> = Promise.resolve();

  constructor(private readonly config: Config) {}

  /** Adds a subscriber; to be called before the application has started. */
  subscribe(subscriber: ChangeSubscriber): void {
    this.subscribers.push(subscriber);
  }

  /** Whether every change is applied that was committed more than a second ago. */
  isFresh(): boolean {
    return this.freshness.isFresh();
  }

  /** Milliseconds since the last successful reading began; Infinity before there was one. */
  ageMs(): number {
    return this.freshness.ageMs;
  }

  /**
   * Waits up to a second for the next read where the last one is too old.
   * @throws AppError `unavailable` where none comes: a revoked token is never accepted because a connection is down.
   */
  whenFresh(): Promise<void> {
    return this.freshness.whenFresh();
  }

  /** Reads at once, or again where a read has begun. @throws AppError `unavailable` where none succeeds in time. */
  readAgain(): Promise<void> {
    const read = this.freshness.whenReadAgain();
    this.onNotified();
    return read;
  }

  /** The highest index in the revocation bits that any token had when the last read began; -1 where there was none. */
  highestIdx(): number {
    return this.highestIndex;
  }

  /** A transaction id: all transactions below it have ended, and their changes are applied here. 0 before a read. */
  horizonNow(): bigint {
    return this.snapshot === undefined ? 0n : xminOf(this.snapshot);
  }

  /** A transaction id: what the last read saw has one below it. 0 before a read. */
  seenBelow(): bigint {
    return this.snapshot === undefined ? 0n : xmaxOf(this.snapshot);
  }

  /** Applies changes that this instance has just committed itself, without waiting for the next read. */
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

  /** Tries several times: when a machine starts it is busy, and the first connection may take too long. */
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
    if (this.snapshot === undefined || this.freshness.ageMs > MAX_GAP_MS) await this.reload(reader);
    await this.readChanges(reader);
  }

  private async readChanges(reader: ChangeReader): Promise<void> {
    const seen = this.snapshot!;
    this.notified = false;
    const startedAt = performance.now();
    const { snapshot, databaseTimeMs, highestIdx, changes, lagsMs } = await reader.read(seen);
    if (databaseTimeMs - this.databaseTimeMs > MAX_GAP_MS || xminOf(snapshot) < xminOf(seen)) {
      this.snapshot = undefined;
      throw new Error('This machine was suspended, or the database was restored: all state is reloaded');
    }
    this.apply(changes);
    for (const lagMs of lagsMs) this.freshness.lagsMs.add(lagMs);
    this.snapshot = snapshot;
    this.highestIndex = highestIdx;
    this.databaseTimeMs = databaseTimeMs;
    this.freshness.read(startedAt);
  }

  private async reload(reader: ChangeReader): Promise<void> {
    // Taken before the load, so that the next read returns what commits meanwhile.
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
