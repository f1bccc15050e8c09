import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { SYSTEM } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { ADVISORY_LOCKS } from './advisory-locks.js';
import { managerOf } from './transaction-manager.js';
import { TransactionRunner } from './transactions.js';

const EVERY_MS = 10 * 60_000;
const KEEP_EXPIRED_MS = 24 * 60 * 60_000;
const BATCH = 5_000;

/** Removes what has lost its meaning: changes that everyone has read, and tokens and all about logins that expired a day ago. */
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

  async run(): Promise<void> {
    const now = this.clock.now().getTime();
    // By the clock that wrote them: an instance that is ahead would otherwise delete what others have yet to read.
    await this.deleteBatches('changes', 'seq', `made_at < now() - interval '1 hour'`);
    const before = new Date(now - KEEP_EXPIRED_MS);
    await this.deleteBatches('tokens', 'id', 'expires_at < $1', [before]);
    // They never expire, and no instance remembers them: the database is asked for each.
    await this.deleteBatches('tokens', 'id', `kind = 'context' AND revoked_at < $1`, [before]);
    for (const table of ['sessions', 'challenges', 'reset_codes', 'login_attempts']) {
      await this.deleteBatches(table, 'ctid', 'expires_at < $1', [new Date(now - KEEP_EXPIRED_MS)]);
    }
  }

  /** In small transactions, so that it never holds up a request; of several instances, one works at a time. */
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
        // The changes are no record of anything: what they tell of was recorded when it happened.
        if (count > 0 && table !== 'changes') {
          const target = { type: 'table', id: table, name: null } as const;
          transaction.record(SYSTEM, { action: 'expired.deleted', target, changes: { rows: count } });
        }
        return count;
      });
    } while (deleted === BATCH);
  }
}
