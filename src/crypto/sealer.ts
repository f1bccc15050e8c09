import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';

const VERSION = 1;
const KEY_ID_BYTES = 4;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts what must be read back from the database (AES-256-GCM, NIST SP 800-38D).
 * Layout: version (1) | key id (4) | IV (12) | tag (16) | ciphertext. The key id tells which master key sealed it.
 */
@Injectable()
export class Sealer {
  /** The first bytes of everything that the current master key sealed. */
  readonly currentPrefix: Buffer;
  private readonly keys: readonly { readonly prefix: Buffer; readonly masterKey: Buffer }[];

  /**
   * @param masterKey 32 bytes; seals and unseals.
   * @param previousKey 32 bytes; unseals what was sealed before the master key was changed.
   */
  constructor(
    private readonly masterKey: Buffer,
    previousKey?: Buffer,
  ) {
    this.currentPrefix = prefixOf(masterKey);
    this.keys = [masterKey, ...(previousKey ? [previousKey] : [])].map((key) => ({
      prefix: prefixOf(key),
      masterKey: key,
    }));
  }

  /**
   * Encrypts `text` with the current master key.
   * @param associatedData what the text belongs to, such as its row: moved elsewhere it cannot be unsealed.
   */
  seal(text: string, associatedData: string): Buffer {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.masterKey, iv).setAAD(Buffer.from(associatedData));
    const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([this.currentPrefix, iv, cipher.getAuthTag(), ciphertext]);
  }

  /**
   * Decrypts what `seal` returned.
   * @throws Error where it was sealed with an unknown master key or other associated data, or was changed.
   */
  unseal(sealed: Buffer, associatedData: string): string {
    const body = this.currentPrefix.length;
    const key = this.keys.find(({ prefix }) => sealed.subarray(0, body).equals(prefix));
    if (!key) {
      throw new Error(
        'It was sealed with another MASTER_KEY. If the key was changed, give the old one as MASTER_KEY_PREVIOUS.',
      );
    }
    const iv = sealed.subarray(body, body + IV_BYTES);
    const tag = sealed.subarray(body + IV_BYTES, body + IV_BYTES + TAG_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', key.masterKey, iv, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(associatedData)).setAuthTag(tag);
    return decipher.update(sealed.subarray(body + IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  }

  /** Whether the current master key sealed it. */
  isCurrent(sealed: Buffer): boolean {
    return sealed.subarray(0, this.currentPrefix.length).equals(this.currentPrefix);
  }
}

function prefixOf(masterKey: Buffer): Buffer {
  const digest = createHash('sha256').update('tessera master key id').update(masterKey).digest();
  return Buffer.concat([Buffer.of(VERSION), digest.subarray(0, KEY_ID_BYTES)]);
}
