import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ADVISORY_LOCKS } from '../advisory-locks.js';
import type { Transaction } from '../transaction.js';
import { managerOf } from '../transaction-manager.js';

/** An epoch and its last checkpoint. */
export interface AuditHead {
  readonly epoch: number;
  readonly origin: string;
  /** Leaves before this one have no payload any more. */
  readonly firstKeptLeaf: number;
  /** How many leaves its tree has. */
  readonly size: number;
  readonly root: Buffer;
  readonly note: string;
}

export interface AuditTile {
  readonly level: number;
  readonly index: number;
  /** Of 32 bytes each, one after the other. */
  readonly hashes: Buffer;
}

const HEAD = `
  SELECT epoch.epoch::float8 AS epoch, epoch.origin, epoch.first_kept_leaf::float8 AS "firstKeptLeaf",
    newest.size::float8 AS size, newest.root, newest.note
  FROM audit_epochs AS epoch, LATERAL (
    SELECT size, root, note FROM audit_checkpoints WHERE audit_checkpoints.epoch = epoch.epoch
    ORDER BY size DESC LIMIT 1
  ) AS newest`;

/**
 * Which database this is: another cluster, another history of it (its timeline), another database in it, or tables
 * made anew by a restore each have another text.
 */
const IDENTITY = `
  SELECT concat_ws('/', (SELECT system_identifier FROM pg_control_system()),
    left(pg_walfile_name(pg_current_wal_lsn()), 8),
    (SELECT oid FROM pg_database WHERE datname = current_database()), 'audit_checkpoints'::regclass::oid) AS identity`;

/** The Merkle tree of the audit log: epochs, checkpoints and tiles of hashes. */
@Injectable()
export class AuditTreeRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns whether until the end of the transaction nobody else seals; at once, without waiting. */
  async tryLock(transaction: Transaction): Promise<boolean> {
    const [row] = await managerOf(transaction).query<{ held: boolean }[]>(
      'SELECT pg_try_advisory_xact_lock($1) AS held',
      [ADVISORY_LOCKS.auditSealer],
    );
    return row!.held;
  }

  async findIdentity(transaction: Transaction): Promise<string> {
    const [row] = await managerOf(transaction).query<{ identity: string }[]>(IDENTITY);
    return row!.identity;
  }

  /** The newest epoch, and of which database it is the log. */
  async findCurrent(transaction: Transaction): Promise<(AuditHead & { databaseIdentity: string }) | undefined> {
    const [head] = await managerOf(transaction).query<(AuditHead & { databaseIdentity: string })[]>(
      `SELECT head.*, database_identity AS "databaseIdentity"
       FROM (${HEAD}) AS head JOIN audit_epochs USING (epoch) ORDER BY epoch DESC LIMIT 1`,
    );
    return head;
  }

  /** @param epoch the newest where it is not given. */
  async findHead(epoch?: number): Promise<AuditHead | undefined> {
    const [head] = await this.dataSource.query<AuditHead[]>(
      `${HEAD} WHERE epoch.epoch = $1 OR $1 IS NULL ORDER BY epoch.epoch DESC LIMIT 1`,
      [epoch ?? null],
    );
    return head;
  }

  /** When the last checkpoint was made; null where there is none. */
  async findLastCheckpointTime(): Promise<Date | null> {
    const [row] = await this.dataSource.query<{ madeAt: Date }[]>(
      'SELECT made_at AS "madeAt" FROM audit_checkpoints ORDER BY epoch DESC, size DESC LIMIT 1',
    );
    return row?.madeAt ?? null;
  }

  async insertEpoch(
    transaction: Transaction,
    epoch: { epoch: number; origin: string; databaseIdentity: string; beganAt: Date },
  ): Promise<void> {
    await managerOf(transaction).query(
      'INSERT INTO audit_epochs (epoch, origin, database_identity, began_at) VALUES ($1, $2, $3, $4)',
      [epoch.epoch, epoch.origin, epoch.databaseIdentity, epoch.beganAt],
    );
  }

  async insertCheckpoint(
    transaction: Transaction,
    { epoch, size, root, note }: Pick<AuditHead, 'epoch' | 'size' | 'root' | 'note'>,
    madeAt: Date,
  ): Promise<void> {
    await managerOf(transaction).query(
      'INSERT INTO audit_checkpoints (epoch, size, root, note, made_at) VALUES ($1, $2, $3, $4, $5)',
      [epoch, size, root, note, madeAt],
    );
  }

  async putTiles(transaction: Transaction, epoch: number, tiles: readonly AuditTile[]): Promise<void> {
    await managerOf(transaction).query(
      `INSERT INTO audit_tiles (epoch, level, index, hashes)
       SELECT $1, level, index, hashes FROM unnest($2::smallint[], $3::bigint[], $4::bytea[]) AS tile (level, index, hashes)
       ON CONFLICT (epoch, level, index) DO UPDATE SET hashes = EXCLUDED.hashes`,
      [epoch, tiles.map(({ level }) => level), tiles.map(({ index }) => index), tiles.map(({ hashes }) => hashes)],
    );
  }

  /** Those of `places` that are stored. */
  listTiles(
    epoch: number,
    places: readonly Pick<AuditTile, 'level' | 'index'>[],
    transaction?: Transaction,
  ): Promise<AuditTile[]> {
    return (transaction ? managerOf(transaction) : this.dataSource).query<AuditTile[]>(
      `SELECT level, index::float8 AS index, hashes
       FROM audit_tiles JOIN unnest($2::smallint[], $3::bigint[]) AS place (level, index) USING (level, index)
       WHERE epoch = $1`,
      [epoch, places.map(({ level }) => level), places.map(({ index }) => index)],
    );
  }
}
