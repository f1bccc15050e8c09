import { Injectable } from '@nestjs/common';
import { DataSource, MoreThan, type Repository } from 'typeorm';
import { ChallengeEntity } from '../entities/challenge.entity.js';
import type { Transaction } from '../transactions.js';

@Injectable()
export class ChallengeRepository {
  private readonly challenges: Repository<ChallengeEntity>;

  constructor(dataSource: DataSource) {
    this.challenges = dataSource.getRepository(ChallengeEntity);
  }

  async insert(challenge: ChallengeEntity): Promise<void> {
    await this.challenges.insert(challenge);
  }

  findOpen(secretDigest: Buffer, now: Date): Promise<ChallengeEntity | null> {
    return this.challenges.findOneBy({ secretDigest, expiresAt: MoreThan(now) });
  }

  /** @returns whether it was there: of two that use it at once, one does. */
  async delete(transaction: Transaction, secretDigest: Buffer): Promise<boolean> {
    return (await transaction.manager.delete(ChallengeEntity, { secretDigest })).affected === 1;
  }
}
