import { Injectable } from '@nestjs/common';
import { SettingEntity } from '../entities/setting.entity.js';
import { PreparedStatements, type PreparedStatement } from '../prepared-statements.js';
import type { Transaction } from '../transaction.js';
import { managerOf } from '../transaction-manager.js';

const FIND_SETTING: PreparedStatement = {
  name: 'find_setting',
  text: `SELECT value FROM settings WHERE name = $1`,
};

const LIST_SETTINGS: PreparedStatement = {
  name: 'list_settings',
  text: `SELECT name, value FROM settings`,
};

@Injectable()
export class SettingRepository {
  constructor(private readonly statements: PreparedStatements) {}

  async findValue(name: string): Promise<unknown> {
    return (await this.statements.run<{ value: unknown }>(FIND_SETTING, [name]))[0]?.value;
  }

  /** The values of those that were ever set. */
  async listValues(): Promise<ReadonlyMap<string, unknown>> {
    const rows = await this.statements.run<{ name: string; value: unknown }>(LIST_SETTINGS, []);
    return new Map(rows.map(({ name, value }) => [name, value]));
  }

  /** @param value null where there is to be none. @returns the value before, undefined where there was none; until the transaction ends nobody else changes it. */
  async put(transaction: Transaction, name: string, value: unknown, updatedAt: Date): Promise<unknown> {
    const manager = managerOf(transaction);
    const [before] = await manager.query<{ value: unknown }[]>(
      'SELECT value FROM settings WHERE name = $1 FOR UPDATE',
      [name],
    );
    if (value === null) await manager.delete(SettingEntity, { name });
    else await manager.upsert(SettingEntity, { name, value: value as never, updatedAt }, ['name']);
    return before?.value;
  }
}
