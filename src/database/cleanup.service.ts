import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { SYSTEM } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { ENDED_TOKEN_RETENTION_DAYS } from '../common/retention.js';
import { firstIdAt } from '../common/time-ordered-id.js';
import { TOKEN_KINDS } from '../common/token-kind.js';
import { ADVISORY_LOCKS } from './advisory-locks.js';
import { SettingRepository } from './repositories/setting.repository.js';
import { managerOf } from './transaction-manager.js';
import { TransactionRunner } from './transactions.js';

const EVERY_MS = 10 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
/** The overview shows half of them. */
const KEPT_HOURS_MS = 2 * DAY_MS;
/** Not told of: what they announced and counted was recorded when it happened. */
const UNTOLD = ['changes', 'activity_hours'];
/** More than clocks differ: what is marked as expired is active by no instance's clock. */
const EXPIRED_FOR_CERTAIN_MS = 10 * 60_000;
/** More than clocks differ, and than a transaction takes: no token is issued any more with an id from before. */
const ISSUED_FOR_CERTAIN_MS = 10 * 60_000;
const BATCH = 5_000;

/**
 * As the indexes have it. A revoked JWT stays for as long as it would have lived: its row is what refuses it after a
 * restart. Context tokens never expire, and a revoked one needs no row to be refused: each use of one reads the database.
 */
const ENDED_TOKENS = [
  'revoked_at IS NULL AND expired AND kind = ANY ($2) AND expires_at < $1',
  'revoked_at IS NOT NULL AND kind = ANY ($2) AND expires_at < $1',
  `revoked_at IS NOT NULL AND kind = 'context' AND revoked_at < $1`,
].map((where) => `SELECT id FROM tokens WHERE ${where}`);

/**
 * Gives tokens that were never used their place among the uses, marks those that have expired, and deletes rows that
 * nothing reads any more: changes an hour after they were made; counts by the hour after two days;
 * tokens and sessions `endedTokenRetentionDays` after they ended; challenges, codes and counts of failed logins a day
 * after they expired.
 */
@Injectable()
export class CleanupService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(CleanupService.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly transactions: TransactionRunner,
    private readonly settings: SettingRepository,
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

  /** Does all that is due. Rows that another instance is deleting are left to it. */
  async run(): Promise<void> {
    const now = this.clock.now().getTime();
    // By the database's clock, which set `made_at`: an instance whose clock is ahead would delete unread changes.
    await this.deleteBatches('changes', 'seq', `made_at < now() - interval '1 hour'`);
    await this.deleteBatches('activity_hours', 'ctid', 'hour < $1', [new Date(now - KEPT_HOURS_MS)]);
    await this.placeUnused(new Date(now - ISSUED_FOR_CERTAIN_MS));
    await this.markExpired(new Date(now - EXPIRED_FOR_CERTAIN_MS));
    const endedBefore = new Date(now - (await this.retentionDays()) * DAY_MS);
    await this.deleteTokens(endedBefore);
    await this.deleteBatches('sessions', 'ctid', 'expires_at < $1', [endedBefore]);
    for (const table of ['challenges', 'reset_codes', 'login_attempts']) {
      await this.deleteBatches(table, 'ctid', 'expires_at < $1', [new Date(now - DAY_MS)]);
    }
  }

  private async retentionDays(): Promise<number> {
    return Number((await this.settings.findValue('endedTokenRetentionDays')) ?? ENDED_TOKEN_RETENTION_DAYS);
  }

  /** @param before up to which moment of issue. */
  private placeUnused(before: Date): Promise<void> {
    const due = `
      SELECT id, kind, expired, revoked_at IS NOT NULL AS revoked FROM tokens
      WHERE id > (SELECT up_to FROM token_use_progress) AND id < $1 ORDER BY id LIMIT ${BATCH}`;
    const also = `
      placed AS (
        INSERT INTO token_uses (token_id, kind, expired, revoked) SELECT id, kind, expired, revoked FROM done ORDER BY id
        ON CONFLICT (token_id) DO NOTHING
      ), moved AS (
        UPDATE token_use_progress SET up_to = last.id FROM (SELECT id FROM done ORDER BY id DESC LIMIT 1) AS last
      )`;
    return this.inBatches(due, [firstIdAt(before)], { also });
  }

  private markExpired(before: Date): Promise<void> {
    const due = `
      SELECT id FROM tokens
      WHERE kind = ANY ($2) AND revoked_at IS NULL AND NOT expired AND expires_at < $1
      LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`;
    const marked = `UPDATE tokens SET expired = true WHERE id IN (${due}) RETURNING id`;
    const also = 'uses AS (UPDATE token_uses SET expired = true FROM done WHERE token_id = done.id)';
    return this.inBatches(marked, [before, TOKEN_KINDS], { also });
  }

  private deleteTokens(before: Date): Promise<void> {
    const due = `${ENDED_TOKENS.join(' UNION ALL ')} LIMIT ${BATCH}`;
    const gone = `DELETE FROM tokens WHERE id IN (${due}) RETURNING id`;
    const also = 'uses AS (DELETE FROM token_uses USING done WHERE token_id = done.id)';
    return this.inBatches(gone, [before, TOKEN_KINDS], { deletedFrom: 'tokens', also });
  }

  private deleteBatches(table: string, key: string, where: string, values: unknown[] = []): Promise<void> {
    const due = `SELECT ${key} FROM ${table} WHERE ${where} LIMIT ${BATCH}`;
    const gone = `DELETE FROM ${table} WHERE ${key} IN (${due}) RETURNING 1`;
    return this.inBatches(gone, values, UNTOLD.includes(table) ? {} : { deletedFrom: table });
  }

  /**
   * Repeats a statement in small transactions, so that no request has to wait. Only one instance does so at a time.
   * @param statement has a row for each that it was done with, BATCH at most.
   * @param deletedFrom the table of which it is told that rows were deleted.
   * @param also a CTE that goes on with these rows, `done`.
   */
  private async inBatches(
    statement: string,
    values: unknown[],
    { deletedFrom, also }: { deletedFrom?: string; also?: string } = {},
  ): Promise<void> {
    let done: number;
    do {
      done = await this.transactions.run(async (transaction) => {
        const manager = managerOf(transaction);
        const [lock] = await manager.query<{ held: boolean }[]>('SELECT pg_try_advisory_xact_lock($1) AS held', [
          ADVISORY_LOCKS.cleanup,
        ]);
        if (!lock?.held) return 0;
        const [{ count }] = await manager.query<[{ count: number }]>(
          `WITH done AS (${statement})${also ? `, ${also}` : ''} SELECT count(*)::integer AS count FROM done`,
          values,
        );
        if (count > 0 && deletedFrom !== undefined) {
          const target = { type: 'table', id: deletedFrom, name: null } as const;
          transaction.record(SYSTEM, { action: 'expired.deleted', target, changes: { rows: count } });
        }
        return count;
      });
    } while (done === BATCH);
  }
}
