import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Clock } from '../common/clock.js';
import { sha256 } from '../crypto/secrets.js';
import { ChangeFeed } from '../database/changes/change-feed.js';
import type { RefreshToken } from '../database/repositories/session.repository.js';
import { RevocationState } from '../tokens/revocation-state.js';

const MAX_TOKENS = 10_000;

/**
 * Spares a refresh the look-up of a token that has issued others before (decision 26). It tells whose a token is, which
 * never changes: whether it may issue is asked by the statement that does.
 */
@Injectable()
export class RefreshTokenCache {
  private readonly tokens = new LRUCache<string, RefreshToken>({ max: MAX_TOKENS });

  constructor(
    private readonly revocations: RevocationState,
    private readonly feed: ChangeFeed,
    private readonly clock: Clock,
  ) {}

  /** @returns undefined too where its end might not have been heard of yet. */
  find(text: string): RefreshToken | undefined {
    if (!this.feed.isFresh()) return undefined;
    const key = keyOf(text);
    const token = this.tokens.get(key);
    if (!token) return undefined;
    if (this.revocations.isValid(token.idx) && token.expiresAt > this.clock.now()) return token;
    this.tokens.delete(key);
    return undefined;
  }

  add(text: string, token: RefreshToken): void {
    this.tokens.set(keyOf(text), token);
  }

  delete(text: string): void {
    this.tokens.delete(keyOf(text));
  }
}

/** The secret itself is not kept. */
function keyOf(text: string): string {
  return sha256(text).toString('base64');
}
