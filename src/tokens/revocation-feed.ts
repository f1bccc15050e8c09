import { Injectable } from '@nestjs/common';
import { Clock, epochSeconds } from '../common/clock.js';
import type { Change } from '../database/changes/change.js';
import { ChangeFeed, type ChangeSubscriber } from '../database/changes/change-feed.js';
import { TokenRepository } from '../database/repositories/token.repository.js';

/** Is called with what happens to tokens, in the order in which it reaches this instance; the same may come twice. */
export interface RevocationListener {
  revoked(idxs: readonly number[]): void;
  suspended(idxs: readonly number[]): void;
  /** These were suspended; what was revoked stays so. */
  restored(idxs: readonly number[]): void;
  /** Nothing counts any more that the key of this name signed. */
  keyRevoked(kid: string): void;
  /** Something may have been missed: what was built from the earlier calls must be reloaded as a whole. */
  reset(): void;
}

/** Less than the time for which the table `changes` keeps its rows. */
const MAX_RESUME_AGE_SECONDS = 25 * 60;
/** With more than this, the status lists are the shorter way. */
const MAX_RESUMED = 10_000;
const POSITION = /^(\d{1,18})-(\d{1,12})$/;

/** What happens to tokens, in the order in which it reaches this instance, for those who follow it over the network. */
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
   * have ended, and the listeners were called with what they changed.
   * @returns `<transaction id>-<seconds since 1970>`.
   */
  position(): string {
    return `${this.feed.horizonNow()}-${epochSeconds(this.clock.now())}`;
  }

  /**
   * Tells `listener` in order what happened since `position`, perhaps with some that happened before. To be called after
   * `subscribe`: what happens between the two calls then comes twice instead of never.
   * @param position of this or of another instance.
   * @returns false, having told nothing, where the position is malformed or too old, or where it was about more than
   *   MAX_RESUMED tokens.
   */
  async tellSince(position: string, listener: RevocationListener): Promise<boolean> {
    const [, horizon, seconds] = POSITION.exec(position) ?? [];
    const ageSeconds = epochSeconds(this.clock.now()) - Number(seconds);
    if (horizon === undefined || ageSeconds > MAX_RESUME_AGE_SECONDS) return false;
    const changes = await this.tokens.listChangesSince(horizon, MAX_RESUMED);
    for (const change of changes ?? []) tell(listener, change);
    return changes !== undefined;
  }

  load(): Promise<void> {
    for (const listener of this.listeners) listener.reset();
    return Promise.resolve();
  }

  apply(change: Change): void {
    for (const listener of this.listeners) tell(listener, change);
  }
}

function tell(listener: RevocationListener, change: Change): void {
  if (change.type === 'tokens_revoked') listener.revoked(change.idxs);
  if (change.type === 'tokens_suspended') listener.suspended(change.idxs);
  if (change.type === 'tokens_restored') listener.restored(change.idxs);
  if (change.type === 'token_chunks_changed') listener.reset();
  if (change.type === 'signing_key_revoked') listener.keyRevoked(change.kid);
}
