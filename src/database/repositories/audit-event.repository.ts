import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { parse as parseUuid, version as uuidVersion, validate as isUuid } from 'uuid';
import type { Transaction } from '../transaction.js';
import { managerOf } from '../transaction-manager.js';
import { insertEvents } from './audit-event-statement.js';

export interface StoredEvent {
  readonly id: string;
  readonly time: Date;
  /** The exact text that is hashed. */
  readonly payload: string;
}

/** An event with its place in the tree, where it has one. */
export interface PlacedEvent {
  readonly payload: string;
  readonly epoch: number | null;
  readonly leaf: number | null;
}

/** The events of the audit log. They are added and given their leaf; nothing else of them ever changes. */
@Injectable()
export class AuditEventRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @param payloads the events in canonical JSON; the database itself reads the columns for search from them. */
  async insert(transaction: Transaction, payloads: readonly string[]): Promise<void> {
    await managerOf(transaction).query(insertEvents('unnest($1::text[])'), [payloads]);
  }

  async find(id: string): Promise<PlacedEvent | undefined> {
    if (!isUuid(id) || uuidVersion(id) !== 7) return undefined;
    // The time that the id has in itself says which partition to look in.
    const [row] = await this.dataSource.query<PlacedEvent[]>(
      `SELECT payload, epoch::float8 AS epoch, leaf::float8 AS leaf FROM audit_events WHERE id = $1 AND time = $2`,
      [id, new Date(Buffer.from(parseUuid(id)).readUIntBE(0, 6))],
    );
    return row;
  }

  async hasUnsealed(): Promise<boolean> {
    const [row] = await this.dataSource.query<{ found: boolean }[]>(
      'SELECT EXISTS (SELECT FROM audit_events WHERE leaf IS NULL) AS found',
    );
    return row!.found;
  }

  /** How many events have no leaf, up to `limit`. */
  async countUnsealed(limit: number): Promise<number> {
    const [row] = await this.dataSource.query<{ events: number }[]>(
      'SELECT count(*)::int AS events FROM (SELECT FROM audit_events WHERE leaf IS NULL LIMIT $1) AS unsealed',
      [limit],
    );
    return row!.events;
  }

  /** When the oldest event without a leaf happened. */
  async findOldestUnsealed(): Promise<Date | null> {
    const [row] = await this.dataSource.query<{ time: Date }[]>(
      'SELECT time FROM audit_events WHERE leaf IS NULL ORDER BY time, id LIMIT 1',
    );
    return row?.time ?? null;
  }

  /** Events without a leaf, from the oldest on. */
  listUnsealed(transaction: Transaction, limit: number): Promise<StoredEvent[]> {
    return managerOf(transaction).query<StoredEvent[]>(
      `SELECT id, time, payload FROM audit_events WHERE leaf IS NULL ORDER BY time, id LIMIT $1`,
      [limit],
    );
  }

  /** Gives `events` the leaves from `first` on, in this order. @throws Error where one of them has a leaf already. */
  async setLeaves(
    transaction: Transaction,
    epoch: number,
    first: number,
    events: readonly StoredEvent[],
  ): Promise<void> {
    const times = events.map(({ time }) => time.getTime());
    // TypeORM answers an UPDATE with [rows, count].
    const [, placed] = await managerOf(transaction).query<[unknown, number]>(
      `UPDATE audit_events AS event SET epoch = $1, leaf = $2 + sealed.number - 1
       FROM unnest($3::uuid[], $4::timestamptz[]) WITH ORDINALITY AS sealed (id, time, number)
       WHERE event.id = sealed.id AND event.time = sealed.time AND event.leaf IS NULL
         AND event.time BETWEEN $5 AND $6`,
      [
        epoch,
        first,
        events.map(({ id }) => id),
        events.map(({ time }) => time),
        new Date(Math.min(...times)),
        new Date(Math.max(...times)),
      ],
    );
    if (placed !== events.length) throw new Error(`Of ${events.length} events ${placed} were without a leaf`);
  }

  /** The payloads of these leaves, in the order of the tree. */
  async listPayloads(epoch: number, first: number, end: number): Promise<string[]> {
    const rows = await this.dataSource.query<{ payload: string }[]>(
      `SELECT payload FROM audit_events WHERE epoch = $1 AND leaf >= $2 AND leaf < $3 AND leaf IS NOT NULL ORDER BY leaf`,
      [epoch, first, end],
    );
    return rows.map(({ payload }) => payload);
  }
}
