import { Injectable, Logger } from '@nestjs/common';
import { SYSTEM } from '../common/actor.js';
import type { TotpFactorEntity } from '../database/entities/totp-factor.entity.js';
import { TotpFactorRepository } from '../database/repositories/totp-factor.repository.js';
import type { Transaction } from '../database/transaction.js';
import { TransactionRunner } from '../database/transactions.js';
import { SealedTotpSecret } from './sealed-totp-secret.js';

const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** Re-seals the keys of authenticator apps with the current master key (decision 9). */
@Injectable()
export class TotpResealer {
  private readonly logger = new Logger(TotpResealer.name);

  constructor(
    private readonly factors: TotpFactorRepository,
    private readonly secrets: SealedTotpSecret,
    private readonly transactions: TransactionRunner,
  ) {}

  /**
   * Re-seals all rows, each page of them in one transaction. It may run beside serving instances, be interrupted and be
   * repeated.
   * @returns how many it re-sealed, and how many are still sealed with another key, which the log names or somebody else
   *   had locked.
   */
  async reseal(): Promise<{ done: number; left: number }> {
    let done = 0;
    for (let afterId: string | undefined = FIRST_ID; afterId;) {
      const page = await this.resealPage(afterId);
      done += page.done;
      afterId = page.lastId;
    }
    return { done, left: await this.factors.countOthers(this.secrets.currentPrefix) };
  }

  private resealPage(afterId: string): Promise<{ done: number; lastId: string | undefined }> {
    return this.transactions.run(async (transaction) => {
      const rows = await this.factors.lockOthers(transaction, this.secrets.currentPrefix, afterId);
      let done = 0;
      for (const row of rows) if (await this.resealOne(transaction, row)) done++;
      const target = { type: 'factors', id: null, name: null } as const;
      if (done > 0) transaction.record(SYSTEM, { action: 'factors.resealed', target, changes: { count: done } });
      return { done, lastId: rows.at(-1)?.id };
    });
  }

  private async resealOne(transaction: Transaction, row: TotpFactorEntity): Promise<boolean> {
    let secret: string;
    try {
      secret = this.secrets.unseal(row);
    } catch (error) {
      this.logger.error({ msg: 'The key of an authenticator app cannot be unsealed', userId: row.userId, err: error });
      return false;
    }
    await this.factors.updateSecret(transaction, row.id, this.secrets.seal(row.id, secret));
    return true;
  }
}
