import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock, epochSeconds } from '../common/clock.js';
import type { Change } from '../database/changes/change.js';
import { ChangeFeed } from '../database/changes/change-feed.js';
import type { ChangeSubscriber } from '../database/changes/change-subscriber.js';
import { TokenChangeRepository } from '../database/repositories/token-change.repository.js';
import { MAX_KNOWN, RevocationHistory } from './revocation-history.js';

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
/** A position of another instance may lie ahead of what this one has read: by as much as it reads in this time. */
const CATCH_UP_MS = 400;
const POSITION = /^(\d{1,18})-(\d{1,12})$/;

/** What happens to tokens, in the order in which it reaches this instance, for those who follow it over the network. */
@Injectable()
export class RevocationFeed implements ChangeSubscriber {
  private readonly listeners = new Set<RevocationListener>();
  private readonly history = new RevocationHistory();

  constructor(
    private readonly changes: TokenChangeRepository,
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
   * The position of this moment: a follower who has everything up to now goes on from it with `tellSince`. It holds a
   * transaction id, not a sequence number, because sequence numbers commit out of order. All transactions below that id
   * have ended, and the listeners were called with what they changed.
   * @returns `<transaction id>-<seconds since 1970>`.
   */
  position(): string {
    return `${this.feed.horizonNow()}-${epochSeconds(this.clock.now())}`;
  }

  /** Waits a moment where `position`, of another instance, lies ahead of what this one has read. */
  async catchUpWith(position: string): Promise<void> {
    const horizon = this.horizonOf(position);
    if (horizon !== undefined && horizon > this.feed.seenBelow()) await delay(CATCH_UP_MS, undefined, { ref: false });
  }

  /**
   * Tells `listener` what came of all that happened since `position`, perhaps with some that happened before. It costs
   * the database nothing. To be called right before `subscribe`: what happens between the two calls is told never.
   * @param position of this or of another instance.
   * @returns false, having told nothing, where the position is malformed, too old or ahead, or where it was about more
   *   than MAX_KNOWN tokens and keys.
   */
  tellSince(position: string, listener: RevocationListener): boolean {
    const horizon = this.horizonOf(position);
    // Ahead: the database was restored, or nobody ever gave out this position.
    if (horizon === undefined || horizon > this.feed.seenBelow()) return false;
    const outcome = this.history.since(horizon);
    if (!outcome) return false;
    for (const kid of outcome.kids) listener.keyRevoked(kid);
    listener.revoked(outcome.revoked);
    listener.suspended(outcome.suspended);
    listener.restored(outcome.restored);
    return true;
  }

  async load(): Promise<void> {
    this.history.reset(await this.changes.listLatest(MAX_KNOWN));
    for (const listener of this.listeners) listener.reset();
  }

  apply(change: Change): void {
    // Changes of this instance that it has not read yet are applied again when it reads them.
    this.history.add(change, this.feed.seenBelow());
    for (const listener of this.listeners) tell(listener, change);
  }

  /** @returns undefined for what is malformed or too old. */
  private horizonOf(position: string): bigint | undefined {
    const [, horizon, seconds] = POSITION.exec(position) ?? [];
    const ageSeconds = epochSeconds(this.clock.now()) - Number(seconds);
    return horizon === undefined || ageSeconds > MAX_RESUME_AGE_SECONDS ? undefined : BigInt(horizon);
  }
}

function tell(listener: RevocationListener, change: Change): void {
  if (change.type === 'tokens_revoked') listener.revoked(change.idxs);
  if (change.type === 'tokens_suspended') listener.suspended(change.idxs);
  if (change.type === 'tokens_restored') listener.restored(change.idxs);
  if (change.type === 'token_chunks_changed') listener.reset();
  if (change.type === 'signing_key_revoked') listener.keyRevoked(change.kid);
}
