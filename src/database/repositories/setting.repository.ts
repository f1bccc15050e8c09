import { Injectable } from '@nestjs/common';
import { DataSource, type Repository } from 'typeorm';
import { SettingEntity } from '../entities/setting.entity.js';
import { PreparedStatements, type PreparedStatement } from '../prepared-statements.js';

const FIND_SETTING: PreparedStatement = {
  name: 'find_setting',
  text: `SELECT value FROM settings WHERE name = $1`,
};

@Injectable()
export class SettingRepository {
  private readonly settings: Repository<SettingEntity>;

  constructor(
    private readonly statements: PreparedStatements,
    dataSource: DataSource,
  ) {
    this.settings = dataSource.getRepository(SettingEntity);
  }

  async findValue(name: string): Promise<unknown> {
    return (await this.statements.run<{ value: unknown }>(FIND_SETTING, [name]))[0]?.value;
  }

  async put(name: string, value: unknown, updatedAt: Date): Promise<void> {
    await this.settings.upsert({ name, value: value as never, updatedAt }, ['name']);
  }
}
