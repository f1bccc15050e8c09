import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Clock } from '../common/clock.js';
import { ChangeFeed } from '../database/changes/change-feed.js';
import type { ApiKeyRow } from '../database/repositories/api-key.repository.js';
import { RevocationState } from '../tokens/revocation-state.js';

const MAX_ROWS = 10_000;

/**
 * Spares a look at a token that works a query: until it expires or is revoked or suspended, nothing about it changes. One that is
 * not the caller's is never here, so that it takes the same way as one that never was.
 */
@Injectable()
export class ApiKeyCache {
  private readonly rows = new LRUCache<string, { row: ApiKeyRow; idx: number }>({ max: MAX_ROWS });

  constructor(
    private readonly revocations: RevocationState,
    private readonly feed: ChangeFeed,
    private readonly clock: Clock,
  ) {}

  /** @returns undefined too where its end might not have been heard of yet. */
  find(userId: number, id: string): ApiKeyRow | undefined {
    if (!this.feed.isFresh()) return undefined;
    const key = keyOf(userId, id);
    const known = this.rows.get(key);
    if (!known) return undefined;
    if (this.revocations.isValid(known.idx) && known.row.endsAt > this.clock.now()) return known.row;
    this.rows.delete(key);
    return undefined;
  }

  /** @param idx the token's place in the revocation bits. */
  add(userId: number, row: ApiKeyRow, idx: number): void {
    this.rows.set(keyOf(userId, row.id), { row, idx });
  }
}

function keyOf(userId: number, id: string): string {
  return `${userId}/${id}`;
}
