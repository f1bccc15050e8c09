import { Injectable } from '@nestjs/common';
import { ChangeFeed } from '../database/changes/change-feed.js';

/** Which indexes in the revocation bits tokens can have: those that were given out, one after another. */
@Injectable()
export class IssuedIndexes {
  constructor(private readonly feed: ChangeFeed) {}

  /**
   * Whether a token may have this index. One that was issued elsewhere a moment ago is looked for in the database.
   * @throws AppError `unavailable` where the database does not answer.
   */
  async includes(idx: number): Promise<boolean> {
    if (idx > this.feed.highestIdx()) await this.feed.readAgain();
    return idx <= this.feed.highestIdx();
  }
}
