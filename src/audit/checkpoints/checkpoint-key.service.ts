import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM } from '../../common/actor.js';
import { Clock } from '../../common/clock.js';
import { Sealer } from '../../crypto/sealer.js';
import { AuditKeyRepository, type AuditKey } from '../../database/repositories/audit-key.repository.js';
import { TransactionRunner } from '../../database/transactions.js';
import { signCheckpoint, type Checkpoint } from './checkpoint.js';
import { formatVerifierKey } from './signed-note.js';

const ASSOCIATED_DATA = 'audit_keys';
const TARGET = { type: 'signing_key', id: 'audit', name: 'audit checkpoints' } as const;

/** The key that signs checkpoints; it signs nothing else, and no other key signs them. */
@Injectable()
export class CheckpointKeyService implements OnModuleInit {
  private privateKey: KeyObject;

  constructor(
    private readonly keys: AuditKeyRepository,
    private readonly sealer: Sealer,
    private readonly transactions: TransactionRunner,
    private readonly clock: Clock,
  ) {}

  /** @throws Error where the key in the database was sealed with another master key. */
  async onModuleInit(): Promise<void> {
    await this.transactions.run(async (transaction) => {
      if (await this.keys.find()) return;
      const isNew = await this.keys.insertIfNone(transaction, this.newKey(), this.clock.now());
      if (isNew) transaction.record(SYSTEM, { action: 'key.published', target: TARGET });
    });
    this.privateKey = createPrivateKey(this.unseal((await this.keys.find())!));
  }

  /** The checkpoint as a signed note (c2sp.org/tlog-checkpoint). */
  sign(checkpoint: Checkpoint): string {
    return signCheckpoint(checkpoint, this.privateKey);
  }

  /** What verifies the checkpoints of the log `origin` (c2sp.org/signed-note, "Verifier keys"). */
  verifierKey(origin: string): string {
    return formatVerifierKey({ name: origin, publicKey: createPublicKey(this.privateKey) });
  }

  /** Seals the key with the current master key. @returns how many keys that needed it. */
  async reseal(): Promise<number> {
    const key = await this.keys.find();
    if (!key || this.sealer.isCurrent(key.sealedPrivateKey)) return 0;
    const sealed = this.sealer.seal(this.unseal(key), ASSOCIATED_DATA);
    await this.transactions.run(async (transaction) => {
      await this.keys.replaceSealedPrivateKey(transaction, key.sealedPrivateKey, sealed);
      transaction.record(SYSTEM, { action: 'key.resealed', target: TARGET });
    });
    return 1;
  }

  private newKey(): AuditKey {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    return {
      publicKey: publicKey.export({ type: 'spki', format: 'der' }),
      sealedPrivateKey: this.sealer.seal(pem, ASSOCIATED_DATA),
    };
  }

  private unseal({ sealedPrivateKey }: AuditKey): string {
    try {
      return this.sealer.unseal(sealedPrivateKey, ASSOCIATED_DATA);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : '';
      throw new Error(`The key in the database that signs checkpoints cannot be opened. ${reason}`, { cause });
    }
  }
}
