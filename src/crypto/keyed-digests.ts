import { createHmac, hkdfSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';

const KEY_BYTES = 32;

/** What a digest is for: each purpose has a key of its own (HKDF, RFC 5869). */
export type DigestPurpose = 'login attempts' | 'confirmation codes' | 'reset accounts';

/**
 * HMAC-SHA-256 under keys derived from the master key, for look-up of what is short enough to be found by trying:
 * without the master key, a stolen database does not help to find it.
 */
@Injectable()
export class KeyedDigests {
  private readonly keys = new Map<DigestPurpose, Buffer>();

  /** @param masterKey 32 bytes. */
  constructor(private readonly masterKey: Buffer) {}

  /** @returns 32 bytes. */
  digest(purpose: DigestPurpose, text: string): Buffer {
    return createHmac('sha256', this.keyFor(purpose)).update(text).digest();
  }

  private keyFor(purpose: DigestPurpose): Buffer {
    let key = this.keys.get(purpose);
    if (!key) {
      key = Buffer.from(hkdfSync('sha256', this.masterKey, '', `tessera ${purpose}`, KEY_BYTES));
      this.keys.set(purpose, key);
    }
    return key;
  }
}
