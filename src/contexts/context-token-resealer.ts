import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../common/actor.js';
import { SealedTokenRepository } from '../database/repositories/sealed-token.repository.js';
import { TransactionRunner } from '../database/transactions.js';
import { SealedTokenText } from './sealed-token-text.js';

const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** Re-seals the texts of context tokens with the current master key, and digests them with it (decision 9). */
@Injectable()
export class ContextTokenResealer {
  constructor(
    private readonly sealed: SealedTokenRepository,
    private readonly texts: SealedTokenText,
    private readonly transactions: TransactionRunner,
  ) {}

  /**
   * Re-seals all rows, each page of them in one transaction. It may run beside serving instances, be interrupted and be
   * repeated.
   * @param onProgress called after a page with the number of rows done, and of all that are to be done.
   * @returns how many are still sealed with another key: those that cannot be unsealed, which the log names.
   */
  async reseal(onProgress: (done: number, total: number) => void): Promise<number> {
    const prefix = this.texts.currentPrefix;
    const total = await this.sealed.countOthers(prefix);
    let done = 0;
    let doneBefore: number;
    // A pass skips rows that are locked at that moment. So passes follow each other until one re-seals nothing.
    do {
      doneBefore = done;
      for (let afterId: string | undefined = FIRST_ID; afterId;) {
        const page = await this.resealPage(afterId);
        done += page.done;
        afterId = page.lastId;
        if (page.done > 0) onProgress(done, total);
      }
    } while (done > doneBefore);
    return this.sealed.countOthers(prefix);
  }

  private resealPage(afterId: string): Promise<{ done: number; lastId: string | undefined }> {
    return this.transactions.run(async (transaction) => {
      const rows = await this.sealed.lockPage(transaction, this.texts.currentPrefix, afterId);
      const resealed = rows.flatMap((row) => {
        const text = this.texts.open(row);
        return text === undefined ? [] : [{ id: row.id, ...this.texts.keep(row.id, text) }];
      });
      if (resealed.length > 0) {
        await this.sealed.update(transaction, resealed);
        const target = { type: 'tokens', id: null, name: null } as const;
        transaction.record(SYSTEM, { action: 'tokens.resealed', target, changes: { count: resealed.length } });
      }
      return { done: resealed.length, lastId: rows.at(-1)?.id };
    });
  }
}
