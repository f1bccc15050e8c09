import { Injectable } from '@nestjs/common';
import { Sealer } from '../crypto/sealer.js';
import type { SigningKeyEntity, SigningKeyState } from '../database/entities/signing-key.entity.js';
import type { NewSigningKey } from '../database/repositories/signing-key.repository.js';
import { generateSigningKey, parsePrivateKey, type SigningKey } from './signing-key.js';

/** Signing keys as rows, their private half sealed with the master key. */
@Injectable()
export class KeySeal {
  constructor(private readonly sealer: Sealer) {}

  newRow(state: SigningKeyState, now: Date): NewSigningKey {
    const { kid, privateKey, publicKey } = generateSigningKey();
    return {
      kid,
      state,
      publicKey,
      sealedPrivateKey: this.sealer.seal(privateKey, associatedData(kid)),
      createdAt: now,
      activatedAt: state === 'current' ? now : null,
      retiredAt: null,
      revokedById: null,
      revokedReason: null,
    };
  }

  /** @throws Error where it was sealed with another master key. */
  open(row: SigningKeyEntity): SigningKey {
    return { id: row.id, kid: row.kid, ...parsePrivateKey(this.unseal(row)) };
  }

  /** @returns the private half sealed with the current master key; undefined where it is so already, or gone. */
  reseal(row: SigningKeyEntity): Buffer | undefined {
    const { kid, sealedPrivateKey } = row;
    if (!sealedPrivateKey || this.sealer.isCurrent(sealedPrivateKey)) return undefined;
    return this.sealer.seal(this.unseal(row), associatedData(kid));
  }

  private unseal({ kid, sealedPrivateKey }: SigningKeyEntity): string {
    try {
      if (!sealedPrivateKey) throw new Error('Its private half is gone.');
      return this.sealer.unseal(sealedPrivateKey, associatedData(kid));
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : '';
      throw new Error(`The signing key ${kid} in the database cannot be opened. ${reason}`, { cause });
    }
  }
}

function associatedData(kid: string): string {
  return `signing_keys/${kid}`;
}
