import { Secret } from 'otpauth';
import { sha256 } from '../crypto/secrets.js';

const CODE_BYTES = 10;

/** @returns 80 random bits in base32, in four groups that people can copy. */
export function newRecoveryCode(): string {
  return new Secret({ size: CODE_BYTES }).base32.match(/.{4}/g)!.join('-');
}

/** The digest under which a code is stored, however it was typed. Equal codes of two users have different digests. */
export function digestRecoveryCode(userId: number, code: string): Buffer {
  const plain = code.replace(/[\s-]/g, '').toUpperCase();
  return sha256(`recovery code ${userId} ${plain}`);
}
