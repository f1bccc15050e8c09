import { Injectable } from '@nestjs/common';
import { Clock, epochSeconds } from '../common/clock.js';
import type { Change } from '../database/changes/change.js';
import { ChangeFeed, type ChangeSubscriber } from '../database/changes/change-feed.js';
import { TokenRepository } from '../database/repositories/token.repository.js';

/** Hears of revocations as they reach this instance; the same one may come twice. */
export interface RevocationListener {
  revoked(idxs: readonly number[]): void;
  /** Something may have been missed: only the whole state helps. */
  reset(): void;
}

/** Less than what the table `changes` keeps. */
const MAX_RESUME_AGE_SECONDS = 25 * 60;
/** Past so many the whole lists are the shorter way. */
const MAX_RESUMED = 10_000;
const POSITION = /^(\d{1,18})-(\d{1,12})$/;

/** The revocations in the order of their arrival, for those who follow them from elsewhere. */
@Injectable()
export class RevocationFeed implements ChangeSubscriber {
  private readonly listeners = new Set<RevocationListener>();

  constructor(
    private readonly tokens: TokenRepository,
    private readonly feed: ChangeFeed,
    private readonly clock: Clock,
  ) {
    feed.subscribe(this);
  }

  /** @returns ends the subscription. */
  subscribe(listener: RevocationListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Whether all that was committed more than a second ago has been told. */
  isFresh(): boolean {
    return this.feed.isFresh();
  }

  /**
   * Where one can go on later who has heard everything up to now. A transaction horizon and no sequence number, since
   * those commit out of order: all transactions below it have ended, and what they revoked was told.
   */
  position(): string {
    return `${this.feed.horizonNow()}-${epochSeconds(this.clock.now())}`;
  }

  /**
   * What was revoked since `position`, and perhaps some of what was before. To be called after `subscribe`.
   * @param position of this or of another instance.
   * @returns undefined where that is not known any more, or too much.
   */
  async since(position: string): Promise<number[] | undefined> {
    const [, horizon, seconds] = POSITION.exec(position) ?? [];
    const ageSeconds = epochSeconds(this.clock.now()) - Number(seconds);
    if (horizon === undefined || ageSeconds > MAX_RESUME_AGE_SECONDS) return undefined;
    return this.tokens.listRevocationsSince(horizon, MAX_RESUMED);
  }

  load(): Promise<void> {
    for (const listener of this.listeners) listener.reset();
    return Promise.resolve();
  }

  apply(change: Change): void {
    if (change.type === 'tokens_revoked') for (const listener of this.listeners) listener.revoked(change.idxs);
  }
}
