import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CHANGES_CHANNEL } from './changes/change-channel.js';
import { isAppliedInOrder } from './changes/change.js';
import { ChangeFeed } from './changes/change-feed.js';
import { AuditEventRepository } from './repositories/audit-event.repository.js';
import { EventRecorder } from './event-recorder.js';
import { Transaction } from './transaction.js';
import { UserTurns } from './user-turns.js';
import { bindManager, managerOf } from './transaction-manager.js';

@Injectable()
export class TransactionRunner {
  constructor(
    private readonly dataSource: DataSource,
    private readonly feed: ChangeFeed,
    private readonly recorder: EventRecorder,
    private readonly auditEvents: AuditEventRepository,
    private readonly turns: UserTurns,
  ) {}

  /** Commits what `work` did, or nothing of it where it throws. */
  async run<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const transaction = new Transaction();
    const result = await this.dataSource.transaction(async (manager) => {
      bindManager(transaction, manager);
      const result = await work(transaction);
      await this.insertEvents(transaction);
      await this.append(transaction);
      return result;
    });
    await this.apply(transaction);
    this.recorder.committed(transaction.events);
    return result;
  }

  /** As `run`, for what one user does or has done to them. @throws AppError `overloaded` as `UserTurns.take`. */
  runForUser<T>(userId: number, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.turns.take(userId, () => this.run(work));
  }

  private async apply({ changes }: Transaction): Promise<void> {
    this.feed.apply(changes.filter((change) => !isAppliedInOrder(change)));
    // Where no read succeeds, nothing is trusted until one does.
    if (changes.some(isAppliedInOrder)) await this.feed.readAgain().catch(() => undefined);
  }

  /** With the act or not at all: what cannot be recorded is not done. */
  private async insertEvents(transaction: Transaction): Promise<void> {
    if (transaction.events.length === 0) return;
    await this.auditEvents.insert(
      transaction,
      transaction.events.map((recorded) => this.recorder.payloadOf(recorded)),
    );
  }

  private async append(transaction: Transaction): Promise<void> {
    const { changes } = transaction;
    if (changes.length === 0) return;
    await managerOf(transaction).query(
      `WITH appended AS (
         INSERT INTO changes (xid, change)
         SELECT pg_current_xact_id()::text::bigint, change FROM jsonb_array_elements($1::jsonb) AS change
       )
       SELECT pg_notify($2, '')`,
      [JSON.stringify(changes), CHANGES_CHANNEL],
    );
  }
}
