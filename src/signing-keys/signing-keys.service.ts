import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Sealer } from '../crypto/sealer.js';
import type { SigningKeyEntity } from '../database/entities/signing-key.entity.js';
import { SigningKeyRepository } from '../database/repositories/signing-key.repository.js';
import { generateSigningKey, parseSigningKey, type SigningKey } from './signing-key.js';

@Injectable()
export class SigningKeysService implements OnModuleInit {
  private readonly byKid = new Map<string, SigningKey>();
  private currentKey: SigningKey;

  constructor(
    private readonly repository: SigningKeyRepository,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  /** @throws Error where the keys in the database were sealed with another master key. */
  async onModuleInit(): Promise<void> {
    await this.makeFirstKey();
    for (const row of await this.repository.listAll()) {
      const key = parseSigningKey(row.kid, this.unseal(row), row.publicKey);
      this.byKid.set(key.kid, key);
      if (row.state === 'current') this.currentKey = key;
    }
  }

  /** The key that signs. */
  current(): SigningKey {
    return this.currentKey;
  }

  /** The key that a token names, or undefined. */
  find(kid: string): SigningKey | undefined {
    return this.byKid.get(kid);
  }

  /**
   * Seals the private keys with the current master key, where another one sealed them.
   * @returns how many that were.
   */
  async reseal(): Promise<number> {
    const rows = (await this.repository.listAll()).filter((row) => !this.sealer.isCurrent(row.sealedPrivateKey));
    for (const row of rows) {
      const sealedPrivateKey = this.sealer.seal(this.unseal(row), sealContext(row.kid));
      await this.repository.updateSealedPrivateKey(row.kid, sealedPrivateKey);
    }
    return rows.length;
  }

  private async makeFirstKey(): Promise<void> {
    const { kid, privateKey, publicKey } = generateSigningKey();
    const sealedPrivateKey = this.sealer.seal(privateKey, sealContext(kid));
    await this.repository.insertIfNone({
      kid,
      state: 'current',
      publicKey,
      sealedPrivateKey,
      createdAt: this.clock.now(),
    });
  }

  private unseal({ kid, sealedPrivateKey }: SigningKeyEntity): string {
    try {
      return this.sealer.unseal(sealedPrivateKey, sealContext(kid));
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : '';
      throw new Error(`The signing key ${kid} in the database cannot be opened. ${reason}`, { cause });
    }
  }
}

function sealContext(kid: string): string {
  return `signing_keys/${kid}`;
}
