import { Injectable } from '@nestjs/common';
import { RecoveryCodeEntity } from '../entities/recovery-code.entity.js';
import type { Transaction } from '../transaction.js';
import { managerOf } from '../transaction-manager.js';

@Injectable()
export class RecoveryCodeRepository {
  async insert(transaction: Transaction, userId: number, digests: readonly Buffer[]): Promise<void> {
    const rows = digests.map((codeDigest) => ({ userId, codeDigest }));
    await managerOf(transaction).insert(RecoveryCodeEntity, rows);
  }

  /** @returns whether it was there: of many that use it at once, one does. */
  async use(transaction: Transaction, userId: number, codeDigest: Buffer): Promise<boolean> {
    return (await managerOf(transaction).delete(RecoveryCodeEntity, { userId, codeDigest })).affected === 1;
  }

  async deleteOfUser(transaction: Transaction, userId: number): Promise<void> {
    await managerOf(transaction).delete(RecoveryCodeEntity, { userId });
  }
}
