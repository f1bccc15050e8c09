import { createHmac, hkdfSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { MasterKeys } from './master-keys.js';

const KEY_BYTES = 32;

/** What a digest is for: each purpose has a key of its own. */
export type DigestPurpose = 'context tokens' | 'login attempts' | 'confirmation codes' | 'reset decoys' | 'decoys';

/**
 * Digests by which secrets are found in the database: HMAC-SHA-256 (RFC 2104) with keys that are derived from the master
 * key (HKDF, RFC 5869). Without the master key, a copy of the database does not even confirm a guess.
 */
@Injectable()
export class KeyedDigests {
  private readonly masterKeys: readonly Buffer[];
  private readonly keys = new Map<DigestPurpose, Buffer[]>();

  constructor({ current, previous }: MasterKeys) {
    this.masterKeys = [current, ...(previous ? [previous] : [])];
  }

  /** The digest to store, under the current master key. @returns 32 bytes. */
  digest(purpose: DigestPurpose, text: string): Buffer {
    return this.candidates(purpose, text)[0]!;
  }

  /** The digests to look for: under the current master key, then under the previous one where there is one. */
  candidates(purpose: DigestPurpose, text: string): Buffer[] {
    return this.keysFor(purpose).map((key) => createHmac('sha256', key).update(text).digest());
  }

  private keysFor(purpose: DigestPurpose): Buffer[] {
    let keys = this.keys.get(purpose);
    if (!keys) {
      keys = this.masterKeys.map((key) => Buffer.from(hkdfSync('sha256', key, '', `tessera ${purpose}`, KEY_BYTES)));
      this.keys.set(purpose, keys);
    }
    return keys;
  }
}
