import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Change } from '../database/changes/change.js';
import { ChangeFeed } from '../database/changes/change-feed.js';
import type { ChangeSubscriber } from '../database/changes/change-subscriber.js';
import type { Admission, InsertedTokens, NewToken } from '../database/repositories/inserted-tokens.js';
import { UserTurns } from '../database/user-turns.js';
import { SettingsService } from '../settings/settings.service.js';

const MAX_CEILINGS = 10_000;

type Insert = (admission: Admission) => Promise<InsertedTokens | null>;

/**
 * Keeps each user to so many active tokens of a kind. Places in the revocation bits are given out in order, one
 * sequence for all users: who had `n` tokens when the places reached `p` cannot have more than the limit before they
 * reach `p` + limit - `n`. Up to that ceiling nothing is counted (decision 21).
 */
@Injectable()
export class TokenLimits implements ChangeSubscriber {
  private readonly ceilings = new LRUCache<string, number>({ max: MAX_CEILINGS });
  /** Counts how often they were all forgotten. */
  private era = 0;

  constructor(
    private readonly settings: SettingsService,
    private readonly turns: UserTurns,
    private readonly feed: ChangeFeed,
  ) {
    feed.subscribe(this);
  }

  /**
   * Issues tokens of different kinds to one user.
   * @param insert inserts their rows; is called again where it returns null below a ceiling, which may be passed.
   * @returns what `insert` returns at last.
   * @throws AppError `token_limit_reached`, `overloaded` as `UserTurns.take`, and whatever `insert` throws.
   */
  keep(userId: number, tokens: readonly NewToken[], insert: Insert): Promise<InsertedTokens | null> {
    const key = `${userId}/${tokens.map(({ kind }) => kind).join()}`;
    return this.turns.take(userId, () => this.insertWithin(key, insert));
  }

  load(): Promise<void> {
    this.forget();
    return Promise.resolve();
  }

  apply(change: Change): void {
    if (change.type === 'setting_changed' && change.name === 'maxTokensPerUser') this.forget();
  }

  private async insertWithin(key: string, insert: Insert): Promise<InsertedTokens | null> {
    const ceiling = this.ceilings.get(key);
    if (ceiling !== undefined && ceiling > this.feed.highestIdx()) {
      const inserted = await insert({ ceiling });
      if (inserted) return inserted;
    }
    const { era } = this;
    const limit = await this.settings.get('maxTokensPerUser');
    const inserted = await insert({ limit });
    if (inserted && era === this.era) this.ceilings.set(key, ceilingAfter(inserted, limit));
    return inserted;
  }

  private forget(): void {
    this.era++;
    this.ceilings.clear();
  }
}

/** @param inserted with `active`, as a statement that counted has it. */
function ceilingAfter({ idxs, active = 0 }: InsertedTokens, limit: number): number {
  return Math.min(...idxs.values()) + limit - active - 1;
}
