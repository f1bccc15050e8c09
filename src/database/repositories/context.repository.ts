import { Injectable } from '@nestjs/common';
import { DataSource, type Repository } from 'typeorm';
import { ContextTokenContextEntity } from '../entities/context-token-context.entity.js';
import { ContextEntity } from '../entities/context.entity.js';
import type { Transaction } from '../transaction.js';
import { managerOf } from '../transaction-manager.js';

@Injectable()
export class ContextRepository {
  private readonly contexts: Repository<ContextEntity>;

  constructor(dataSource: DataSource) {
    this.contexts = dataSource.getRepository(ContextEntity);
  }

  /** In the order of their codes. */
  listAll(): Promise<ContextEntity[]> {
    return this.contexts.find({ order: { code: 'ASC' } });
  }

  /**
   * Those that have one of these names or codes, in the order of their codes; until the transaction ends nobody
   * deletes or renames them.
   */
  lockAny(transaction: Transaction, names: readonly string[], codes: readonly number[]): Promise<ContextEntity[]> {
    return managerOf(transaction).query<ContextEntity[]>(
      `SELECT code, name, description FROM contexts
       WHERE name = ANY ($1) OR code = ANY ($2) ORDER BY code FOR KEY SHARE`,
      [names, codes],
    );
  }

  /** Until the transaction ends nobody gives the context to a token. */
  lockByCode(transaction: Transaction, code: number): Promise<ContextEntity | null> {
    return managerOf(transaction).findOne(ContextEntity, { where: { code }, lock: { mode: 'pessimistic_write' } });
  }

  /** @returns false where the code or the name is taken. */
  async insert(transaction: Transaction, context: ContextEntity): Promise<boolean> {
    const result = await managerOf(transaction)
      .createQueryBuilder()
      .insert()
      .into(ContextEntity)
      .values(context)
      .orIgnore()
      .returning('code')
      .execute();
    return (result.raw as unknown[]).length > 0;
  }

  /** @returns false where another context has the name. The caller holds the lock on the row. */
  async update(transaction: Transaction, { code, name, description }: ContextEntity): Promise<boolean> {
    // One at a time: of two that take the same name at once, the later finds it taken.
    await managerOf(transaction).query('LOCK TABLE contexts IN SHARE ROW EXCLUSIVE MODE');
    const [, count] = await managerOf(transaction).query<[unknown[], number]>(
      `UPDATE contexts SET name = $2, description = $3
       WHERE code = $1 AND NOT EXISTS (SELECT FROM contexts WHERE name = $2 AND code <> $1)`,
      [code, name, description],
    );
    return count === 1;
  }

  countTokens(transaction: Transaction, code: number): Promise<number> {
    return managerOf(transaction).countBy(ContextTokenContextEntity, { code });
  }

  async delete(transaction: Transaction, code: number): Promise<void> {
    await managerOf(transaction).delete(ContextEntity, { code });
  }
}
