import { Injectable } from '@nestjs/common';
import { Clock, epochSeconds } from '../common/clock.js';
import type { Change } from '../database/changes/change.js';
import { ChangeFeed, type ChangeSubscriber } from '../database/changes/change-feed.js';
import { TokenRepository, type Revoked } from '../database/repositories/token.repository.js';

/** Is called with revocations as they reach this instance; the same one may come twice. */
export interface RevocationListener {
  revoked(idxs: readonly number[]): void;
  /** Nothing counts any more that the key of this name signed. */
  keyRevoked(kid: string): void;
  /** Revocations may have been missed: what was built from the earlier ones must be reloaded as a whole. */
  reset(): void;
}

/** Less than the time for which the table `changes` keeps its rows. */
const MAX_RESUME_AGE_SECONDS = 25 * 60;
/** With more than this, the status lists are the shorter way. */
const MAX_RESUMED = 10_000;
const POSITION = /^(\d{1,18})-(\d{1,12})$/;

/** Revocations in the order in which they reach this instance, for those who follow them over the network. */
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

  /** Adds a listener. @returns a function that removes it. */
  subscribe(listener: RevocationListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Whether the listeners were called with all that was committed more than a second ago. */
  isFresh(): boolean {
    return this.feed.isFresh();
  }

  /**
   * The position of this moment: a follower who has everything up to now goes on from it with `since`. It holds a
   * transaction id, not a sequence number, because sequence numbers commit out of order. All transactions below that id
   * have ended, and the listeners were called with what they revoked.
   * @returns `<transaction id>-<seconds since 1970>`.
   */
  position(): string {
    return `${this.feed.horizonNow()}-${epochSeconds(this.clock.now())}`;
  }

  /**
   * What was revoked since `position`, perhaps with some that was revoked before. To be called after `subscribe`: what is
   * revoked between the two calls then comes twice instead of never.
   * @param position of this or of another instance.
   * @returns undefined where the position is malformed or too old, or where more than MAX_RESUMED tokens were revoked.
   */
  async since(position: string): Promise<Revoked | undefined> {
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
    for (const listener of this.listeners) {
      if (change.type === 'tokens_revoked') listener.revoked(change.idxs);
      if (change.type === 'signing_key_revoked') listener.keyRevoked(change.kid);
    }
  }
}
