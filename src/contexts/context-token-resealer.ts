import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../common/actor.js';
import { SealedTokenRepository } from '../database/repositories/sealed-token.repository.js';
import { TransactionRunner } from '../database/transactions.js';
import { SealedTokenText } from './sealed-token-text.js';

const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** Seals the texts of context tokens with the current master key, and digests them with it. */
@Injectable()
export class ContextTokenResealer {
  constructor(
    private readonly sealed: SealedTokenRepository,
    private readonly texts: SealedTokenText,
    private readonly transactions: TransactionRunner,
  ) {}

  /**
   * Beside living instances; each page of rows is done as a whole or not at all, so it may be interrupted and repeated.
   * @param onProgress is told how many are done, and of how many.
   * @returns how many are still sealed with another key: those that do not open, which the log names.
   */
  async reseal(onProgress: (done: number, total: number) => void): Promise<number> {
    const prefix = this.texts.currentPrefix;
    const total = await this.sealed.countOthers(prefix);
    let done = 0;
    let doneBefore: number;
    // A pass leaves out what somebody else has locked at that moment; the pass that finds nothing to do is the last.
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
      const anew = rows.flatMap((row) => {
        const text = this.texts.open(row);
        return text === undefined ? [] : [{ id: row.id, ...this.texts.keep(row.id, text) }];
      });
      if (anew.length > 0) {
        await this.sealed.update(transaction, anew);
        const target = { type: 'tokens', id: null, name: null } as const;
        transaction.record(SYSTEM, { action: 'tokens.resealed', target, changes: { count: anew.length } });
      }
      return { done: anew.length, lastId: rows.at(-1)?.id };
    });
  }
}
