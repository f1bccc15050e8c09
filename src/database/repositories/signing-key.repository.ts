import { Injectable } from '@nestjs/common';
import { DataSource, type Repository } from 'typeorm';
import { ADVISORY_LOCKS } from '../advisory-locks.js';
import { SigningKeyEntity } from '../entities/signing-key.entity.js';
import type { Transaction } from '../transactions.js';

@Injectable()
export class SigningKeyRepository {
  private readonly keys: Repository<SigningKeyEntity>;

  constructor(dataSource: DataSource) {
    this.keys = dataSource.getRepository(SigningKeyEntity);
  }

  /** The next, the current, and the retired ones from the latest on. */
  listAll(): Promise<SigningKeyEntity[]> {
    return this.keys.find({ order: { createdAt: 'DESC', kid: 'ASC' } });
  }

  /** Until the transaction ends nobody else changes which key signs. */
  async lockAll(transaction: Transaction): Promise<SigningKeyEntity[]> {
    await transaction.manager.query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_LOCKS.keyRotation]);
    return transaction.manager.find(SigningKeyEntity, { order: { createdAt: 'DESC', kid: 'ASC' } });
  }

  /** Does nothing where there is a current key already: of several instances that start at once, one makes it. */
  async insertIfNone(key: SigningKeyEntity): Promise<void> {
    await this.keys.createQueryBuilder().insert().values(key).orIgnore().execute();
  }

  async insert(transaction: Transaction, key: SigningKeyEntity): Promise<void> {
    await transaction.manager.insert(SigningKeyEntity, key);
  }

  async update(transaction: Transaction, { kid, ...columns }: Partial<SigningKeyEntity>): Promise<void> {
    await transaction.manager.update(SigningKeyEntity, { kid }, columns);
  }

  /** Deletes the retired keys of these that no live token can have been signed with. @returns how many. */
  async deleteUnneeded(transaction: Transaction, now: Date, slackSeconds: number): Promise<number> {
    // TypeORM answers a DELETE with [rows, count].
    const [, deleted] = await transaction.manager.query<[unknown, number]>(
      `DELETE FROM signing_keys AS key
       WHERE state = 'retired' AND retired_at < $1::timestamptz - make_interval(secs => $2) AND NOT EXISTS (
         SELECT FROM tokens
         WHERE secret_digest IS NULL AND revoked_at IS NULL AND expires_at > $1
           AND issued_at BETWEEN key.activated_at - make_interval(secs => $2)
             AND key.retired_at + make_interval(secs => $2)
       )`,
      [now, slackSeconds],
    );
    return deleted;
  }

  /** Does nothing where the key was retired, and its private half deleted, in the meantime. */
  async replaceSealedPrivateKey(kid: string, before: Buffer, after: Buffer): Promise<void> {
    await this.keys.update({ kid, sealedPrivateKey: before }, { sealedPrivateKey: after });
  }
}
