import { Injectable } from '@nestjs/common';
import { DataSource, MoreThan, type Repository } from 'typeorm';
import type { ChallengeKind } from '../../common/challenge-kind.js';
import { ChallengeEntity } from '../entities/challenge.entity.js';
import type { Transaction } from '../transaction.js';
import { managerOf } from '../transaction-manager.js';

@Injectable()
export class ChallengeRepository {
  private readonly challenges: Repository<ChallengeEntity>;

  constructor(dataSource: DataSource) {
    this.challenges = dataSource.getRepository(ChallengeEntity);
  }

  async insert(transaction: Transaction, challenge: ChallengeEntity): Promise<void> {
    await managerOf(transaction).insert(ChallengeEntity, challenge);
  }

  findOpen(kind: ChallengeKind, secretDigest: Buffer, now: Date): Promise<ChallengeEntity | null> {
    return this.challenges.findOneBy({ kind, secretDigest, expiresAt: MoreThan(now) });
  }

  /** @returns whether it was there: of two that use it at once, one does. */
  async delete(transaction: Transaction, secretDigest: Buffer): Promise<boolean> {
    return (await managerOf(transaction).delete(ChallengeEntity, { secretDigest })).affected === 1;
  }
}
