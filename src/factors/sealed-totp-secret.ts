import { Injectable } from '@nestjs/common';
import { Sealer } from '../crypto/sealer.js';
import type { TotpFactorEntity } from '../database/entities/totp-factor.entity.js';

type SealedFactor = Pick<TotpFactorEntity, 'id' | 'sealedSecret'>;

/** The keys of authenticator apps, as they are stored: sealed with the master key. */
@Injectable()
export class SealedTotpSecret {
  constructor(private readonly sealer: Sealer) {}

  /** The first bytes of every key that the current master key sealed. */
  get currentPrefix(): Buffer {
    return this.sealer.currentPrefix;
  }

  /** @param id of the factor: in another row the key cannot be unsealed. */
  seal(id: string, secret: string): Buffer {
    return this.sealer.seal(secret, associatedData(id));
  }

  /** @throws Error where it was sealed with another master key, or the row was tampered with. */
  unseal({ id, sealedSecret }: SealedFactor): string {
    return this.sealer.unseal(sealedSecret, associatedData(id));
  }
}

function associatedData(id: string): string {
  return `totp_factors/${id}`;
}
