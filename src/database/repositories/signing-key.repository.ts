import { Injectable } from '@nestjs/common';
import { DataSource, type Repository } from 'typeorm';
import { ADVISORY_LOCKS } from '../advisory-locks.js';
import { SigningKeyEntity } from '../entities/signing-key.entity.js';
import type { Transaction } from '../transaction.js';
import { managerOf } from '../transaction-manager.js';

export type NewSigningKey = Omit<SigningKeyEntity, 'id'>;

@Injectable()
export class SigningKeyRepository {
  private readonly keys: Repository<SigningKeyEntity>;

  constructor(dataSource: DataSource) {
    this.keys = dataSource.getRepository(SigningKeyEntity);
  }

  /** The next, the current, the retired and the revoked ones, from the latest on. */
  listAll(): Promise<SigningKeyEntity[]> {
    return this.keys.find({ order: { createdAt: 'DESC', kid: 'ASC' } });
  }

  /** Until the transaction ends nobody else changes which key signs. */
  async lockAll(transaction: Transaction): Promise<SigningKeyEntity[]> {
    await managerOf(transaction).query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_LOCKS.keyRotation]);
    return managerOf(transaction).find(SigningKeyEntity, { order: { createdAt: 'DESC', kid: 'ASC' } });
  }

  /** Does nothing where there is a current key already: of several instances that start at once, one inserts its own. */
  async insertIfNone(transaction: Transaction, key: NewSigningKey): Promise<boolean> {
    const insert = managerOf(transaction).createQueryBuilder().insert().into(SigningKeyEntity).values(key);
    const result = await insert.orIgnore().returning('kid').execute();
    return (result.raw as unknown[]).length > 0;
  }

  async insert(transaction: Transaction, key: NewSigningKey): Promise<void> {
    await managerOf(transaction).insert(SigningKeyEntity, key);
  }

  async update(transaction: Transaction, { id, ...columns }: Partial<SigningKeyEntity>): Promise<void> {
    await managerOf(transaction).update(SigningKeyEntity, { id }, columns);
  }

  /** Deletes the retired keys that can have signed no active token. @returns their names. */
  async deleteUnneeded(transaction: Transaction, now: Date, slackSeconds: number): Promise<string[]> {
    // TypeORM answers a DELETE with [rows, count].
    const [deleted] = await managerOf(transaction).query<[{ kid: string }[], number]>(
      `DELETE FROM signing_keys AS key
       WHERE state = 'retired' AND retired_at < $1::timestamptz - make_interval(secs => $2) AND NOT EXISTS (
         SELECT FROM tokens WHERE signing_key_id = key.id AND revoked_at IS NULL AND expires_at > $1
       )
       RETURNING kid`,
      [now, slackSeconds],
    );
    return deleted.map(({ kid }) => kid);
  }

  /** Does nothing where the key was retired, and its private half deleted, in the meantime. @returns whether it was not. */
  async replaceSealedPrivateKey(
    transaction: Transaction,
    kid: string,
    before: Buffer,
    after: Buffer,
  ): Promise<boolean> {
    const manager = managerOf(transaction);
    const where = { kid, sealedPrivateKey: before };
    return (await manager.update(SigningKeyEntity, where, { sealedPrivateKey: after })).affected === 1;
  }
}
