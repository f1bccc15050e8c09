import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { SYSTEM } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { AuditPartitionRepository, monthAfter } from '../database/repositories/audit-partition.repository.js';
import { TransactionRunner } from '../database/transactions.js';
import { SettingsService } from '../settings/settings.service.js';

const EVERY_MS = 10 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
/** How many months after the present one have a partition. */
const MONTHS_AHEAD = 2;

/**
 * Makes the partitions of the months to come, and drops the events of the months that are past their retention. Their
 * hashes stay, so that every checkpoint and every proof of a later event still verifies.
 */
@Injectable()
export class AuditRetentionService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(AuditRetentionService.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly partitions: AuditPartitionRepository,
    private readonly settings: SettingsService,
    private readonly transactions: TransactionRunner,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const run = (): Promise<void> =>
      this.run().catch((err: unknown) => this.logger.warn({ msg: 'Maintenance of the audit log failed', err }));
    await run();
    this.timer = setInterval(() => void run(), EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async run(): Promise<void> {
    await this.createPartitions();
    const days = await this.settings.get('auditRetentionDays');
    if (days !== null) await this.dropBefore(new Date(this.clock.now().getTime() - days * DAY_MS));
  }

  private async createPartitions(): Promise<void> {
    const existing = new Set((await this.partitions.listMonths()).map(Number));
    const wanted = new Set((await this.partitions.listMonthsWithout()).map(Number));
    let month = startOfMonth(this.clock.now());
    for (let ahead = 0; ahead <= MONTHS_AHEAD; ahead++) {
      wanted.add(Number(month));
      month = monthAfter(month);
    }
    for (const missing of wanted) {
      if (!existing.has(missing)) await this.create(new Date(missing));
    }
  }

  private async create(month: Date): Promise<void> {
    await this.transactions.run(async (transaction) => {
      await this.partitions.lock(transaction);
      // Another instance may have made it while this one waited.
      const existing = (await this.partitions.listMonths()).map(Number);
      if (!existing.includes(Number(month))) await this.partitions.create(transaction, month);
    });
  }

  private async dropBefore(limit: Date): Promise<void> {
    for (const month of await this.partitions.listMonths()) {
      if (monthAfter(month) <= limit) await this.drop(month);
    }
  }

  private async drop(month: Date): Promise<void> {
    await this.transactions.run(async (transaction) => {
      await this.partitions.lock(transaction);
      const leaves = await this.partitions.findLeaves(transaction, month);
      if (!leaves) return;
      await this.partitions.drop(transaction, month, leaves);
      const name = month.toISOString().slice(0, 7);
      transaction.record(SYSTEM, {
        action: 'audit.payloads_dropped',
        target: { type: 'audit_month', id: name, name },
        reason: 'retention',
        changes: { leaves: leaves.map(({ epoch, first, last }) => `${epoch}: ${first} to ${last}`) },
      });
    });
  }
}

function startOfMonth(instant: Date): Date {
  return new Date(Date.UTC(instant.getUTCFullYear(), instant.getUTCMonth()));
}
