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
  private readonly keyId: Buffer;

  /** @param masterKey 32 bytes. */
  constructor(private readonly masterKey: Buffer) {
    this.keyId = createHash('sha256')
      .update('tessera master key id')
      .update(masterKey)
      .digest()
      .subarray(0, KEY_ID_BYTES);
  }

  /**
   * @param context what the text belongs to, such as its row: a sealed text moved elsewhere does not open.
   */
  seal(text: string, context: string): Buffer {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.masterKey, iv).setAAD(Buffer.from(context));
    const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.of(VERSION), this.keyId, iv, cipher.getAuthTag(), ciphertext]);
  }

  /** @throws Error where another master key sealed it, or where it was changed or moved. */
  unseal(sealed: Buffer, context: string): string {
    const body = 1 + KEY_ID_BYTES;
    if (sealed[0] !== VERSION || !sealed.subarray(1, body).equals(this.keyId)) {
      throw new Error('It was sealed with another MASTER_KEY.');
    }
    const iv = sealed.subarray(body, body + IV_BYTES);
    const tag = sealed.subarray(body + IV_BYTES, body + IV_BYTES + TAG_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', this.masterKey, iv, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(context)).setAuthTag(tag);
    return decipher.update(sealed.subarray(body + IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  }
}
