import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Change } from './changes/change.js';
import { ChangeFeed } from './changes/change-feed.js';
import { CHANGES_CHANNEL } from './changes/change-channel.js';

/** One database transaction, and the changes that it announces when it commits. */
export class Transaction {
  readonly changes: Change[] = [];

  constructor(readonly manager: EntityManager) {}

  /** Every instance will have applied `change` moments after the commit, and this one before `run` returns. */
  announce(change: Change): void {
    this.changes.push(change);
  }
}

@Injectable()
export class TransactionRunner {
  constructor(
    private readonly dataSource: DataSource,
    private readonly feed: ChangeFeed,
  ) {}

  /** Commits what `work` did, or nothing of it where it throws. */
  async run<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const { result, changes } = await this.dataSource.transaction(async (manager) => {
      const transaction = new Transaction(manager);
      const result = await work(transaction);
      await this.append(transaction);
      return { result, changes: transaction.changes };
    });
    this.feed.apply(changes);
    return result;
  }

  private async append({ manager, changes }: Transaction): Promise<void> {
    if (changes.length === 0) return;
    await manager.query(
      `INSERT INTO changes (xid, change)
       SELECT pg_current_xact_id()::text::bigint, change FROM jsonb_array_elements($1::jsonb) AS change`,
      [JSON.stringify(changes)],
    );
    await manager.query('SELECT pg_notify($1, $2)', [CHANGES_CHANNEL, '']);
  }
}
