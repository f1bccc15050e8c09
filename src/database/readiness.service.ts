import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AppError } from '../common/app-error.js';
import { ChangeFeed } from './changes/change-feed.js';

@Injectable()
export class ReadinessService implements BeforeApplicationShutdown {
  private stopping = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly feed: ChangeFeed,
  ) {}

  /**
   * Nobody can ask before the migrations are done: the service listens only then.
   * @throws AppError `unavailable` that says what is missing.
   */
  async check(): Promise<void> {
    if (this.stopping) throw notReady('The service is shutting down');
    if (!this.feed.isFresh()) throw notReady('The revocation log has not been read for a second');
    await this.dataSource.query('SELECT 1').catch((cause: unknown) => {
      throw notReady('The database is not reached', cause);
    });
  }

  beforeApplicationShutdown(): void {
    this.stopping = true;
  }
}

function notReady(message: string, cause?: unknown): AppError {
  return new AppError('unavailable', message, { details: { retryAfterSeconds: 1 }, cause });
}
