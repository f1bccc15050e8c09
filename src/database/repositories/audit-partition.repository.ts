import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ADVISORY_LOCKS } from '../advisory-locks.js';
import type { Transaction } from '../transaction.js';
import { managerOf } from '../transaction-manager.js';

/** The leaves of one epoch, from the first to the last of a partition. */
export interface LeafRange {
  readonly epoch: number;
  readonly first: number;
  readonly last: number;
}

/** How long a change of partitions waits for a lock: whoever records an event waits behind it. */
const LOCK_TIMEOUT = '500ms';

/** The partitions of the audit log: one for each month of events, by UTC. A month is given as its first instant. */
@Injectable()
export class AuditPartitionRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Until the transaction ends nobody seals, and no lock is waited for longer than half a second. */
  async lock(transaction: Transaction): Promise<void> {
    await managerOf(transaction).query(`SET LOCAL lock_timeout = '${LOCK_TIMEOUT}'`);
    await managerOf(transaction).query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_LOCKS.auditSealer]);
  }

  /** The months that have a partition, from the oldest on. */
  async listMonths(): Promise<Date[]> {
    const rows = await this.dataSource.query<{ name: string }[]>(
      `SELECT relname AS name FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
       WHERE inhparent = 'audit_events'::regclass AND relname ~ '^audit_events_[0-9]{4}_[0-9]{2}$' ORDER BY relname`,
    );
    return rows.map(({ name }) => new Date(`${name.slice(-7).replace('_', '-')}-01T00:00:00.000Z`));
  }

  /** The months of the events that no partition of a month took. */
  async listMonthsWithout(): Promise<Date[]> {
    const rows = await this.dataSource.query<{ month: Date }[]>(
      `SELECT DISTINCT date_trunc('month', time, 'UTC') AS month FROM audit_events_default`,
    );
    return rows.map(({ month }) => month);
  }

  /** Makes the partition of a month, and moves there what is already in the default one. */
  async create(transaction: Transaction, month: Date): Promise<void> {
    const [name, from, to] = [nameOf(month), month.toISOString(), monthAfter(month).toISOString()];
    const manager = managerOf(transaction);
    await manager.query('LOCK TABLE audit_events_default IN ACCESS EXCLUSIVE MODE');
    await manager.query(`CREATE TABLE ${name} (LIKE audit_events INCLUDING ALL)`);
    await manager.query(
      `WITH moved AS (DELETE FROM audit_events_default WHERE time >= $1 AND time < $2 RETURNING *)
       INSERT INTO ${name} SELECT * FROM moved`,
      [from, to],
    );
    await manager.query(`ALTER TABLE audit_events ATTACH PARTITION ${name} FOR VALUES FROM ('${from}') TO ('${to}')`);
  }

  /** @returns the leaves of a month's events; undefined where some of them have none yet. */
  async findLeaves(transaction: Transaction, month: Date): Promise<LeafRange[] | undefined> {
    const [row] = await managerOf(transaction).query<{ unsealed: boolean }[]>(
      `SELECT EXISTS (SELECT FROM unsealed_audit_events WHERE time >= $1 AND time < $2) AS unsealed`,
      [month, monthAfter(month)],
    );
    if (row!.unsealed) return undefined;
    return managerOf(transaction).query<LeafRange[]>(
      `SELECT epoch::float8 AS epoch, first::float8 AS first, last::float8 AS last
       FROM audit_epochs, LATERAL (
         SELECT min(leaf) AS first, max(leaf) AS last FROM ${nameOf(month)} AS event
         WHERE event.epoch = audit_epochs.epoch AND leaf IS NOT NULL
       ) AS leaves WHERE last IS NOT NULL ORDER BY epoch`,
    );
  }

  /** Drops a month's events; their hashes stay in the tree. */
  async drop(transaction: Transaction, month: Date, leaves: readonly LeafRange[]): Promise<void> {
    await managerOf(transaction).query(`DROP TABLE ${nameOf(month)}`);
    await managerOf(transaction).query(
      `UPDATE audit_epochs SET first_kept_leaf = GREATEST(first_kept_leaf, dropped.last + 1)
       FROM unnest($1::bigint[], $2::bigint[]) AS dropped (epoch, last) WHERE audit_epochs.epoch = dropped.epoch`,
      [leaves.map(({ epoch }) => epoch), leaves.map(({ last }) => last)],
    );
  }
}

export function monthAfter(month: Date): Date {
  return new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1));
}

function nameOf(month: Date): string {
  return `audit_events_${month.toISOString().slice(0, 7).replace('-', '_')}`;
}
