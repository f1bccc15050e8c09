import { Injectable } from '@nestjs/common';
import { AuditRecordEntity } from '../entities/audit-record.entity.js';
import type { Transaction } from '../transaction.js';
import { managerOf } from '../transaction-manager.js';

@Injectable()
export class AuditRepository {
  async insert(transaction: Transaction, record: Omit<AuditRecordEntity, 'id'>): Promise<void> {
    await managerOf(transaction).insert(AuditRecordEntity, record);
  }
}
