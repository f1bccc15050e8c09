import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { parse as parseUuid, version as uuidVersion, validate as isUuid } from 'uuid';
import type { Transaction } from '../transaction.js';
import { managerOf } from '../transaction-manager.js';

/** An event with its place in the tree, where it has one. */
export interface PlacedEvent {
  readonly payload: string;
  readonly epoch: number | null;
  readonly leaf: number | null;
}

/** Writes events with the leaves from $2 of the epoch $1 on, in the order of their ids, which is that of their times. */
function placing(payloads: string): string {
  return `
    WITH ${payloads}, placed AS (
      SELECT payload, event, (event ->> 'id')::uuid AS id,
        $2::bigint - 1 + row_number() OVER (ORDER BY (event ->> 'id')::uuid) AS leaf
      FROM (SELECT payload, payload::jsonb AS event FROM taken OFFSET 0) AS unplaced
    ), inserted AS (
      INSERT INTO audit_events (id, time, action, outcome, actor_type, actor_id, actor_username,
        target_type, target_id, target_name, request_id, address, payload, epoch, leaf)
      SELECT id, (event ->> 'time')::timestamptz, event ->> 'action', event ->> 'outcome',
        event #>> '{actor,type}', event #>> '{actor,id}', event #>> '{actor,username}',
        event #>> '{target,type}', event #>> '{target,id}', event #>> '{target,name}',
        event #>> '{source,requestId}', event #>> '{source,address}', payload, $1::bigint, leaf
      FROM placed
    )
    SELECT payload FROM placed ORDER BY leaf`;
}

const PLACE_FIRST = placing('taken AS (SELECT $3::text AS payload)');

/** Canonical JSON ends with the time, in 26 characters. */
const TIME = `right(payload, 26) COLLATE "C"`;

const PLACE_UNSEALED = placing(`taken AS (
      DELETE FROM audit_unsealed
      WHERE ctid = ANY (ARRAY(SELECT ctid FROM audit_unsealed ORDER BY ${TIME} LIMIT $3))
      RETURNING payload
    )`);

/**
 * The events of the audit log. They wait in a queue, from which the sealer takes them and writes them with their leaf;
 * nothing of them ever changes after that (decision 25).
 */
@Injectable()
export class AuditEventRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @param payloads the events in canonical JSON. */
  async insert(transaction: Transaction, payloads: readonly string[]): Promise<void> {
    await managerOf(transaction).query('INSERT INTO audit_unsealed (payload) SELECT unnest($1::text[])', [payloads]);
  }

  async find(id: string): Promise<PlacedEvent | undefined> {
    if (!isUuid(id) || uuidVersion(id) !== 7) return undefined;
    // The time that the id has in itself says which partition to look in.
    const [row] = await this.dataSource.query<PlacedEvent[]>(
      `SELECT payload, epoch::float8 AS epoch, leaf::float8 AS leaf FROM all_audit_events WHERE id = $1 AND time = $2`,
      [id, new Date(Buffer.from(parseUuid(id)).readUIntBE(0, 6))],
    );
    return row;
  }

  async hasUnsealed(): Promise<boolean> {
    const [row] = await this.dataSource.query<{ found: boolean }[]>(
      'SELECT EXISTS (SELECT FROM audit_unsealed) AS found',
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
    const [row] = await this.dataSource.query<{ time: string | null }[]>(
      `SELECT left(min(${TIME}), 24) AS time FROM audit_unsealed`,
    );
    return row!.time === null ? null : new Date(row!.time);
  }

  /** Writes an event as the first leaf of an epoch. */
  async placeFirst(transaction: Transaction, epoch: number, payload: string): Promise<void> {
    await managerOf(transaction).query(PLACE_FIRST, [epoch, 0, payload]);
  }

  /**
   * Gives events that have none the leaves from `first` on, from the oldest on, `limit` at most.
   * @returns their payloads in the order of the leaves.
   */
  async placeUnsealed(transaction: Transaction, epoch: number, first: number, limit: number): Promise<string[]> {
    const rows = await managerOf(transaction).query<{ payload: string }[]>(PLACE_UNSEALED, [epoch, first, limit]);
    return rows.map(({ payload }) => payload);
  }

  /** Gives the space of events that were placed to new ones. Autovacuum would come once a minute. */
  async vacuumQueue(): Promise<void> {
    await this.dataSource.query('VACUUM audit_unsealed');
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
