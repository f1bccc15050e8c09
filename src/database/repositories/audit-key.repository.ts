import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../transaction.js';
import { managerOf } from '../transaction-manager.js';

export interface AuditKey {
  /** As SPKI, in DER. */
  readonly publicKey: Buffer;
  readonly sealedPrivateKey: Buffer;
}

/** The key that signs checkpoints: one at most. */
@Injectable()
export class AuditKeyRepository {
  constructor(private readonly dataSource: DataSource) {}

  async find(): Promise<AuditKey | undefined> {
    const [key] = await this.dataSource.query<AuditKey[]>(
      'SELECT public_key AS "publicKey", sealed_private_key AS "sealedPrivateKey" FROM audit_keys',
    );
    return key;
  }

  /** Of several instances that start at once, one inserts it. @returns whether it was this one. */
  async insertIfNone(transaction: Transaction, key: AuditKey, createdAt: Date): Promise<boolean> {
    const rows = await managerOf(transaction).query<object[]>(
      `INSERT INTO audit_keys (public_key, sealed_private_key, created_at) VALUES ($1, $2, $3)
       ON CONFLICT DO NOTHING RETURNING created_at`,
      [key.publicKey, key.sealedPrivateKey, createdAt],
    );
    return rows.length === 1;
  }

  async replaceSealedPrivateKey(transaction: Transaction, before: Buffer, after: Buffer): Promise<void> {
    await managerOf(transaction).query('UPDATE audit_keys SET sealed_private_key = $2 WHERE sealed_private_key = $1', [
      before,
      after,
    ]);
  }
}
