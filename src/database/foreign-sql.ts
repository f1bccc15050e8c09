import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import type { Transaction } from './transactions.js';

export interface SqlExecutor {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
}

/** Runs the SQL of a library that brings its own, over our pool or inside one of our transactions. */
@Injectable()
export class ForeignSql implements SqlExecutor {
  private readonly pool: Pool;

  constructor(dataSource: DataSource) {
    this.pool = (dataSource.driver as unknown as { master: Pool }).master;
  }

  async executeSql(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }> {
    return this.pool.query<Record<string, unknown>>(text, values);
  }

  within({ manager }: Transaction): SqlExecutor {
    return {
      executeSql: async (text, values) => {
        const { records } = await manager.queryRunner!.query(text, values, true);
        return { rows: records as Record<string, unknown>[] };
      },
    };
  }
}
