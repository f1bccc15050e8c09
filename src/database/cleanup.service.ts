import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { SYSTEM } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { ADVISORY_LOCKS } from './advisory-locks.js';
import { managerOf } from './transaction-manager.js';
import { TransactionRunner } from './transactions.js';

const EVERY_MS = 10 * 60_000;
const KEEP_EXPIRED_MS = 24 * 60 * 60_000;
const BATCH = 5_000;

/**
 * Deletes rows that nothing reads any more: changes an hour after they were made; tokens, sessions, challenges, codes and
 * counts of failed logins a day after they expired; context tokens a day after they were revoked.
 */
@Injectable()
export class CleanupService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(CleanupService.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly transactions: TransactionRunner,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.run().catch((error: unknown) => this.logger.warn({ msg: 'Cleaning up failed', err: error }));
    }, EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Deletes all that is due. Rows that another instance is deleting are left to it. */
  async run(): Promise<void> {
    const now = this.clock.now().getTime();
    // By the database's clock, which set `made_at`: an instance whose clock is ahead would delete unread changes.
    await this.deleteBatches('changes', 'seq', `made_at < now() - interval '1 hour'`);
    const before = new Date(now - KEEP_EXPIRED_MS);
    await this.deleteBatches('tokens', 'id', 'expires_at < $1', [before]);
    // Context tokens never expire. A revoked one needs no row to be refused: each use of one reads the database.
    await this.deleteBatches('tokens', 'id', `kind = 'context' AND revoked_at < $1`, [before]);
    for (const table of ['sessions', 'challenges', 'reset_codes', 'login_attempts']) {
      await this.deleteBatches(table, 'ctid', 'expires_at < $1', [new Date(now - KEEP_EXPIRED_MS)]);
    }
  }

  /** Deletes in small transactions, so that no request has to wait. Only one instance does so at a time. */
  private async deleteBatches(table: string, key: string, where: string, values: unknown[] = []): Promise<void> {
    let deleted: number;
    do {
      deleted = await this.transactions.run(async (transaction) => {
        const manager = managerOf(transaction);
        const [lock] = await manager.query<{ held: boolean }[]>('SELECT pg_try_advisory_xact_lock($1) AS held', [
          ADVISORY_LOCKS.cleanup,
        ]);
        if (!lock?.held) return 0;
        const [, count] = await manager.query<[unknown, number]>(
          `DELETE FROM ${table} WHERE ${key} IN (SELECT ${key} FROM ${table} WHERE ${where} LIMIT ${BATCH})`,
          values,
        );
        // Not for changes: what they announced was recorded when it happened.
        if (count > 0 && table !== 'changes') {
          const target = { type: 'table', id: table, name: null } as const;
          transaction.record(SYSTEM, { action: 'expired.deleted', target, changes: { rows: count } });
        }
        return count;
      });
    } while (deleted === BATCH);
  }
}
