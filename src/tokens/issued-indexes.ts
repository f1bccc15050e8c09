import { Injectable } from '@nestjs/common';
import { ChangeFeed } from '../database/changes/change-feed.js';

/** The indexes in the revocation bits that tokens can have. They are given out one after another, from 0 on. */
@Injectable()
export class IssuedIndexes {
  constructor(private readonly feed: ChangeFeed) {}

  /**
   * Whether a token may have this index. The database is asked again about one that this instance has not heard of.
   * @throws AppError `unavailable` where the database does not answer.
   */
  async includes(idx: number): Promise<boolean> {
    if (idx > this.feed.highestIdx()) await this.feed.readAgain();
    return idx <= this.feed.highestIdx();
  }
}
