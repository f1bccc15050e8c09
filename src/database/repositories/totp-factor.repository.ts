import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, MoreThan, Not, type Repository } from 'typeorm';
import { TotpFactorEntity } from '../entities/totp-factor.entity.js';
import type { Transaction } from '../transaction.js';
import { managerOf } from '../transaction-manager.js';

export type NewTotpFactor = Pick<TotpFactorEntity, 'id' | 'userId' | 'sealedSecret' | 'createdAt'>;

/** A code that was right: of which step, by how many steps that is ahead of our clock, and when it came. */
export interface AcceptedCode {
  readonly step: number;
  readonly drift: number;
  readonly at: Date;
}

@Injectable()
export class TotpFactorRepository {
  private readonly factors: Repository<TotpFactorEntity>;

  constructor(dataSource: DataSource) {
    this.factors = dataSource.getRepository(TotpFactorEntity);
  }

  /** In the place of the one that the user was setting up. The caller has locked the user's row. */
  async insertPending(transaction: Transaction, factor: NewTotpFactor): Promise<void> {
    const manager = managerOf(transaction);
    await manager.delete(TotpFactorEntity, { userId: factor.userId, confirmedAt: IsNull() });
    await manager.insert(TotpFactorEntity, factor);
  }

  /** The one that the user is setting up, unless they began before `since`. */
  findPending(transaction: Transaction, userId: number, since: Date): Promise<TotpFactorEntity | null> {
    const where = { userId, confirmedAt: IsNull(), createdAt: MoreThan(since) };
    return managerOf(transaction).findOneBy(TotpFactorEntity, where);
  }

  findActive(transaction: Transaction, userId: number): Promise<TotpFactorEntity | null> {
    return managerOf(transaction).findOneBy(TotpFactorEntity, { userId, confirmedAt: Not(IsNull()) });
  }

  /** Makes the one that was set up the user's only one. The caller has locked the user's row. */
  async confirm(
    transaction: Transaction,
    { id, userId }: Pick<TotpFactorEntity, 'id' | 'userId'>,
    { step: lastStep, drift, at: confirmedAt }: AcceptedCode,
    deviceName: string | null,
  ): Promise<void> {
    const manager = managerOf(transaction);
    await manager.delete(TotpFactorEntity, { userId, confirmedAt: Not(IsNull()) });
    await manager.update(TotpFactorEntity, { id }, { lastStep, drift, confirmedAt, deviceName });
  }

  /** @returns false where a code of this step or a later one was accepted before: of many at once, one is. */
  async accept(transaction: Transaction, id: string, { step, drift, at }: AcceptedCode): Promise<boolean> {
    const [, count] = await managerOf(transaction).query<[unknown, number]>(
      `UPDATE totp_factors SET last_step = $2, drift = $3, last_used_at = $4
       WHERE id = $1 AND confirmed_at IS NOT NULL AND last_step < $2`,
      [id, step, drift, at],
    );
    return count === 1;
  }

  /** With the one that is being set up. @returns how many there were. */
  async deleteOfUser(transaction: Transaction, userId: number): Promise<number> {
    return (await managerOf(transaction).delete(TotpFactorEntity, { userId })).affected ?? 0;
  }

  /** Those whose sealed secret does not begin with `prefix`, in the order of their ids; locked, save those that somebody else has locked. */
  lockOthers(transaction: Transaction, prefix: Buffer, afterId: string): Promise<TotpFactorEntity[]> {
    return managerOf(transaction)
      .createQueryBuilder(TotpFactorEntity, 'factor')
      .where('factor.id > :afterId AND substring(factor.sealedSecret FROM 1 FOR :length) <> :prefix')
      .setParameters({ afterId, prefix, length: prefix.length })
      .orderBy('factor.id')
      .limit(500)
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .getMany();
  }

  countOthers(prefix: Buffer): Promise<number> {
    return this.factors
      .createQueryBuilder('factor')
      .where('substring(factor.sealedSecret FROM 1 FOR :length) <> :prefix', { prefix, length: prefix.length })
      .getCount();
  }

  /** The caller has locked the row. */
  async updateSecret(transaction: Transaction, id: string, sealedSecret: Buffer): Promise<void> {
    await managerOf(transaction).update(TotpFactorEntity, { id }, { sealedSecret });
  }
}
