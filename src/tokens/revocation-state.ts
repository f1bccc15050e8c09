import { Injectable } from '@nestjs/common';
import { STATUS_LIST_SIZE } from '@tessera-auth/verifier/protocol/status-list-reference';
import { Clock } from '../common/clock.js';
import type { Change } from '../database/changes/change.js';
import { ChangeFeed, type ChangeSubscriber } from '../database/changes/change-feed.js';
import { TokenRepository } from '../database/repositories/token.repository.js';
import { RevocationBits } from './revocation-bits.js';

const PAGE = 20_000;

/** Which tokens are revoked, in memory. To be trusted only while `ChangeFeed.isFresh`. */
@Injectable()
export class RevocationState implements ChangeSubscriber {
  private bits = new RevocationBits();
  /** Counts loads and changes; the versions below are values of it. */
  private changes = 0;
  /** The version of all lists that have not changed since the last load. */
  private loadedVersion = 0;
  /** The version of each status list at its last change, by its number. */
  private readonly versions = new Map<number, number>();

  constructor(
    private readonly tokens: TokenRepository,
    private readonly clock: Clock,
    feed: ChangeFeed,
  ) {
    feed.subscribe(this);
  }

  isRevoked(idx: number): boolean {
    return this.bits.has(idx);
  }

  /** Grows with each change of the status list of this number, and with each load. */
  version(list: number): number {
    return Math.max(this.loadedVersion, this.versions.get(list) ?? 0);
  }

  /** A copy of the bits (see `RevocationBits.slice`). */
  slice(first: number, count: number): Uint8Array {
    return this.bits.slice(first, count);
  }

  /**
   * Loads all revocations into new bits. Expired tokens are left out, since they are refused for their age. What is
   * revoked during the load is not lost: the feed reads it next, from a snapshot taken before.
   */
  async load(): Promise<void> {
    const bits = new RevocationBits();
    const now = this.clock.now();
    let page: number[] = [];
    do {
      page = await this.tokens.listRevokedIdxs(page.at(-1) ?? -1, now, PAGE);
      for (const idx of page) bits.add(idx);
    } while (page.length === PAGE);
    this.bits = bits;
    this.loadedVersion = ++this.changes;
  }

  apply(change: Change): void {
    if (change.type !== 'tokens_revoked') return;
    const version = ++this.changes;
    for (const idx of change.idxs) {
      if (this.bits.has(idx)) continue;
      this.bits.add(idx);
      this.versions.set(Math.floor(idx / STATUS_LIST_SIZE), version);
    }
  }
}
