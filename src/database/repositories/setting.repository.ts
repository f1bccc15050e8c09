import { Injectable } from '@nestjs/common';
import { DataSource, type Repository } from 'typeorm';
import { SettingEntity } from '../entities/setting.entity.js';
import { HotStatements } from '../hot-statements.js';

@Injectable()
export class SettingRepository {
  private readonly settings: Repository<SettingEntity>;

  constructor(
    private readonly hot: HotStatements,
    dataSource: DataSource,
  ) {
    this.settings = dataSource.getRepository(SettingEntity);
  }

  async findValue(name: string): Promise<unknown> {
    return (await this.hot.run<{ value: unknown }>('find_setting', [name]))[0]?.value;
  }

  async put(name: string, value: unknown, updatedAt: Date): Promise<void> {
    await this.settings.upsert({ name, value: value as never, updatedAt }, ['name']);
  }
}
