import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { Sealer } from '../../crypto/sealer.js';
import { AuditKeyRepository, type AuditKey } from '../../database/repositories/audit-key.repository.js';
import { signCheckpoint, type Checkpoint } from './checkpoint.js';
import { formatVerifierKey } from './signed-note.js';

const ASSOCIATED_DATA = 'audit_keys';

/** The key that signs checkpoints; it signs nothing else, and no other key signs them. */
@Injectable()
export class CheckpointKeyService implements OnModuleInit {
  private privateKey: KeyObject;

  constructor(
    private readonly keys: AuditKeyRepository,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  /** @throws Error where the key in the database was sealed with another master key. */
  async onModuleInit(): Promise<void> {
    if (!(await this.keys.find())) await this.keys.insertIfNone(this.newKey(), this.clock.now());
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
    await this.keys.replaceSealedPrivateKey(key.sealedPrivateKey, this.sealer.seal(this.unseal(key), ASSOCIATED_DATA));
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
