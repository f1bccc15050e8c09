import { inflateRawSync } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { STATUS_LIST_SIZE } from '@tessera-auth/verifier/protocol/status-list-reference';
import { encodeStatuses, type StatusListClaim } from '@tessera-auth/verifier/protocol/status-bits';
import { Clock } from '../common/clock.js';
import type { IncidentAction } from '../common/incident.js';
import { BITS_PER_CHUNK, type Change } from '../database/changes/change.js';
import { ChangeFeed } from '../database/changes/change-feed.js';
import type { ChangeSubscriber } from '../database/changes/change-subscriber.js';
import { IncidentChunkRepository } from '../database/repositories/incident-chunk.repository.js';
import { TokenRepository } from '../database/repositories/token.repository.js';
import { RevocationBits } from './revocation-bits.js';

const PAGE = 20_000;

/** Which tokens are revoked or suspended, in memory. To be trusted only while `ChangeFeed.isFresh`. */
@Injectable()
export class RevocationState implements ChangeSubscriber {
  private revoked = new RevocationBits();
  /** Some of these may be revoked as well. */
  private suspended = new RevocationBits();
  /** Counts loads and changes; the versions below are values of it. */
  private changes = 0;
  /** The version of all lists that have not changed since the last load. */
  private loadedVersion = 0;
  /** The version of each status list at its last change, by its number. */
  private readonly versions = new Map<number, number>();

  constructor(
    private readonly tokens: TokenRepository,
    private readonly incidents: IncidentChunkRepository,
    private readonly clock: Clock,
    feed: ChangeFeed,
  ) {
    feed.subscribe(this);
  }

  /** Whether the token is neither revoked nor suspended. Its age is not looked at. */
  isValid(idx: number): boolean {
    return !this.revoked.has(idx) && !this.suspended.has(idx);
  }

  /** Grows with each change of the status list of this number, and with each load. */
  version(list: number): number {
    return Math.max(this.loadedVersion, this.versions.get(list) ?? 0);
  }

  /** The statuses of `count` tokens from index `first` on, as of this call. Both are multiples of BITS_PER_CHUNK. */
  encode(first: number, count: number): Promise<StatusListClaim> {
    return encodeStatuses(this.revoked.slice(first, count), this.suspended.slice(first, count));
  }

  /**
   * Loads everything into new bits. Expired tokens are left out, since they are refused for their age. What changes
   * during the load is not lost: the feed reads it next, from a snapshot taken before.
   */
  async load(): Promise<void> {
    const [revoked, suspended] = [new RevocationBits(), new RevocationBits()];
    // Before the rows: what is marked in between and no longer due, the rows then say.
    const due = await this.incidents.listDue();
    await this.loadInto(revoked, (...page) => this.tokens.listRevokedIdxs(...page));
    await this.loadInto(suspended, (...page) => this.tokens.listSuspendedIdxs(...page));
    this.revoked = revoked;
    this.suspended = suspended;
    for (const { action, chunk, bits } of due) this.changeChunk(action, chunk, bits);
    this.loadedVersion = ++this.changes;
  }

  apply(change: Change): void {
    if (change.type === 'tokens_revoked') this.change(change.idxs, (idx) => this.revoked.add(idx));
    if (change.type === 'tokens_suspended') this.change(change.idxs, (idx) => this.suspended.add(idx));
    if (change.type === 'tokens_restored') this.change(change.idxs, (idx) => this.suspended.delete(idx));
    if (change.type !== 'token_chunks_changed') return;
    for (const { number, bits } of change.chunks) {
      this.changeChunk(change.action, number, inflateRawSync(Buffer.from(bits, 'base64')));
    }
  }

  private async loadInto(
    bits: RevocationBits,
    list: (afterIdx: number, now: Date, limit: number) => Promise<number[]>,
  ): Promise<void> {
    const now = this.clock.now();
    let page: number[] = [];
    do {
      page = await list(page.at(-1) ?? -1, now, PAGE);
      for (const idx of page) bits.add(idx);
    } while (page.length === PAGE);
  }

  /** @param apply whether it changed anything: a change may come twice, and no list need be made again for that. */
  private change(idxs: readonly number[], apply: (idx: number) => boolean): void {
    const version = ++this.changes;
    for (const idx of idxs) {
      if (apply(idx)) this.versions.set(Math.floor(idx / STATUS_LIST_SIZE), version);
    }
  }

  private changeChunk(action: IncidentAction, number: number, bits: Uint8Array): void {
    if (action === 'revoke') this.revoked.addChunk(number, bits);
    else if (action === 'suspend') this.suspended.addChunk(number, bits);
    else this.suspended.deleteChunk(number, bits);
    this.versions.set(Math.floor((number * BITS_PER_CHUNK) / STATUS_LIST_SIZE), ++this.changes);
  }
}
