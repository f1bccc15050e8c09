import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { ADVISORY_LOCKS } from './advisory-locks.js';
import type { Transaction } from './transaction.js';
import { managerOf } from './transaction-manager.js';

const RETRY_MS = 50;

export interface SqlExecutor {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
}

/** Runs the SQL of a library that brings its own, over our pool or inside one of our transactions. */
@Injectable()
export class PgBossSql implements SqlExecutor {
  private readonly pool: Pool;

  constructor(dataSource: DataSource) {
    this.pool = (dataSource.driver as unknown as { master: Pool }).master;
  }

  async executeSql(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }> {
    return this.pool.query<Record<string, unknown>>(text, values);
  }

  /** How many jobs of a queue there are in each state that has any; those that ended are kept for an hour. */
  async countJobs(queue: string): Promise<Map<string, number>> {
    const { rows } = await this.pool.query<{ state: string; jobs: number }>(
      'SELECT state::text AS state, count(*)::int AS jobs FROM pgboss.job WHERE name = $1 GROUP BY state',
      [queue],
    );
    return new Map(rows.map(({ state, jobs }) => [state, jobs]));
  }

  /** Instances that start at once do `work` one after another: what a library creates, it may create in any order. */
  async alone(work: () => Promise<void>): Promise<void> {
    const client = await this.pool.connect();
    const tryLock = async (): Promise<boolean> =>
      (await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1) AS held', [ADVISORY_LOCKS.pgBoss]))
        .rows[0]!.held;
    try {
      // Tried again and again, since waiting for it may take longer than a statement.
      while (!(await tryLock())) await delay(RETRY_MS);
      await work();
      await client.query('SELECT pg_advisory_unlock($1)', [ADVISORY_LOCKS.pgBoss]);
      client.release();
    } catch (error) {
      // Closing the connection gives the lock back.
      client.release(true);
      throw error;
    }
  }

  within(transaction: Transaction): SqlExecutor {
    return {
      executeSql: async (text, values) => {
        const { records } = await managerOf(transaction).queryRunner!.query(text, values, true);
        return { rows: records as Record<string, unknown>[] };
      },
    };
  }
}
