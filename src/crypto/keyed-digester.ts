import { createHmac, hkdfSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { MasterKeys } from './master-keys.js';

/**
 * Digests by which a secret is found in the database (HMAC-SHA-256, RFC 2104) under a key that is derived from the
 * master key (HKDF, RFC 5869): without it a copy of the database does not even tell whether a guess is right.
 */
@Injectable()
export class KeyedDigester {
  private readonly keys: readonly Buffer[];

  constructor({ current, previous }: MasterKeys) {
    this.keys = [current, ...(previous ? [previous] : [])].map((masterKey) =>
      Buffer.from(hkdfSync('sha256', masterKey, '', 'tessera keyed digest', 32)),
    );
  }

  /** Under the current master key: the one to store. */
  digest(text: string): Buffer {
    return this.under(this.keys[0]!, text);
  }

  /** Under every master key that still counts: those to look for. */
  candidates(text: string): Buffer[] {
    return this.keys.map((key) => this.under(key, text));
  }

  private under(key: Buffer, text: string): Buffer {
    return createHmac('sha256', key).update(text).digest();
  }
}
