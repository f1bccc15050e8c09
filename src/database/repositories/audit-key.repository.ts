import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

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

  /** Does nothing where there is one: of several instances that start at once, one makes it. */
  async insertIfNone({ publicKey, sealedPrivateKey }: AuditKey, createdAt: Date): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO audit_keys (public_key, sealed_private_key, created_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
      [publicKey, sealedPrivateKey, createdAt],
    );
  }

  async replaceSealedPrivateKey(before: Buffer, after: Buffer): Promise<void> {
    await this.dataSource.query('UPDATE audit_keys SET sealed_private_key = $2 WHERE sealed_private_key = $1', [
      before,
      after,
    ]);
  }
}
