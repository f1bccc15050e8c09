import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ChangeFeed } from './changes/change-feed.js';

/** What this instance needs in order to serve, as it is now. */
export interface Readiness {
  readonly shuttingDown: boolean;
  /** How long the database took to respond; undefined where it did not in time. */
  readonly databaseMs: number | undefined;
  /** How old what this instance knows of revocations is. */
  readonly changeFeedAgeMs: number;
  readonly changeFeedIsFresh: boolean;
}

/** Sooner than the health checks of common orchestrators give up. */
const TIMEOUT_MS = 1_000;

@Injectable()
export class ReadinessService implements BeforeApplicationShutdown {
  private stopping = false;
  private asking: Promise<number | undefined> | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly feed: ChangeFeed,
  ) {}

  /** Nobody can ask before the migrations are done: the service listens only then. */
  async look(): Promise<Readiness> {
    // Anyone may ask: one question to the database at a time is enough for all of them.
    this.asking ??= this.askDatabase().finally(() => (this.asking = undefined));
    const databaseMs = await this.asking;
    const { feed } = this;
    return {
      shuttingDown: this.stopping,
      databaseMs,
      changeFeedAgeMs: feed.ageMs(),
      changeFeedIsFresh: feed.isFresh(),
    };
  }

  beforeApplicationShutdown(): void {
    this.stopping = true;
  }

  private async askDatabase(): Promise<number | undefined> {
    const startedAt = performance.now();
    const response = this.dataSource.query('SELECT 1').then(
      () => performance.now() - startedAt,
      () => undefined,
    );
    return Promise.race([response, delay(TIMEOUT_MS, undefined, { ref: false })]);
  }
}
