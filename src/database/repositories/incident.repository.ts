import { Injectable } from '@nestjs/common';
import { DataSource, LessThan, type Repository } from 'typeorm';
import { ADVISORY_LOCKS } from '../advisory-locks.js';
import { IncidentEntity } from '../entities/incident.entity.js';
import type { Transaction } from '../transaction.js';
import { managerOf } from '../transaction-manager.js';

export type NewIncident = Pick<
  IncidentEntity,
  'id' | 'action' | 'reason' | 'match' | 'actorId' | 'actorUsername' | 'matched' | 'startedAt'
>;

/** An act on many tokens may take this long to find them. */
const MAX_SECONDS = 60;

@Injectable()
export class IncidentRepository {
  private readonly incidents: Repository<IncidentEntity>;

  constructor(dataSource: DataSource) {
    this.incidents = dataSource.getRepository(IncidentEntity);
  }

  /** Until the transaction ends no other incident begins, and its statements may take their time on one core. */
  async lockBeginning(transaction: Transaction): Promise<void> {
    const manager = managerOf(transaction);
    await manager.query(`SET LOCAL statement_timeout = '${MAX_SECONDS}s'`);
    await manager.query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_LOCKS.incidentBeginning]);
  }

  /** @returns its number. */
  async insert(transaction: Transaction, incident: NewIncident): Promise<string> {
    const result = await managerOf(transaction).insert(IncidentEntity, incident);
    return (result.generatedMaps[0] as { number: string }).number;
  }

  findById(id: string): Promise<IncidentEntity | null> {
    return this.incidents.findOneBy({ id });
  }

  /** From the newest on. @param before the number that the page begins below. */
  listPage(before: string | undefined, limit: number): Promise<IncidentEntity[]> {
    return this.incidents.find({
      ...(before !== undefined && { where: { number: LessThan(before) } }),
      order: { number: 'DESC' },
      take: limit,
    });
  }

  /**
   * Until the transaction ends nobody else goes on with incidents. @returns false where somebody does so now, or where one
   * begins: what begins at night has the processors for itself, and the rows of those before it have time.
   */
  async tryLockWork(transaction: Transaction): Promise<boolean> {
    const [row] = await managerOf(transaction).query<{ held: boolean }[]>(
      'SELECT pg_try_advisory_xact_lock($1) AND pg_try_advisory_xact_lock_shared($2) AS held',
      [ADVISORY_LOCKS.incidentWork, ADVISORY_LOCKS.incidentBeginning],
    );
    return row!.held;
  }

  /** The first that is not done. */
  findUnfinished(transaction: Transaction): Promise<IncidentEntity | null> {
    return managerOf(transaction)
      .createQueryBuilder(IncidentEntity, 'incident')
      .where('incident.ended_at IS NULL')
      .orderBy('incident.number')
      .getOne();
  }

  /** @param done how many more tokens it is done with. */
  async addDone(transaction: Transaction, { number }: IncidentEntity, done: number): Promise<void> {
    await managerOf(transaction).query('UPDATE incidents SET done = done + $2, failure = NULL WHERE number = $1', [
      number,
      done,
    ]);
  }

  /** @param matched how many more tokens it is about. */
  async addMatched(transaction: Transaction, { number }: IncidentEntity, matched: number): Promise<void> {
    await managerOf(transaction).query('UPDATE incidents SET matched = matched + $2 WHERE number = $1', [
      number,
      matched,
    ]);
  }

  async end(transaction: Transaction, { number }: IncidentEntity, at: Date): Promise<void> {
    await managerOf(transaction).query('UPDATE incidents SET ended_at = $2, failure = NULL WHERE number = $1', [
      number,
      at,
    ]);
  }

  /** Says of the one that is to be worked on why that failed. */
  async setFailure(failure: string): Promise<void> {
    await this.incidents.query(
      'UPDATE incidents SET failure = $1 WHERE number = (SELECT min(number) FROM incidents WHERE ended_at IS NULL)',
      [failure],
    );
  }
}
