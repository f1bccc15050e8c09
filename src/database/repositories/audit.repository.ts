import { Injectable } from '@nestjs/common';
import { DataSource, type Repository } from 'typeorm';
import { AuditRecordEntity } from '../entities/audit-record.entity.js';

@Injectable()
export class AuditRepository {
  private readonly records: Repository<AuditRecordEntity>;

  constructor(dataSource: DataSource) {
    this.records = dataSource.getRepository(AuditRecordEntity);
  }

  async insert(record: Omit<AuditRecordEntity, 'id'>): Promise<void> {
    await this.records.insert(record);
  }
}
