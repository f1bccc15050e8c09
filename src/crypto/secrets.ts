import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** A secret of `bits` random bits from the operating system, in base64url. */
export function randomSecret(bits: number): string {
  return randomBytes(bits / 8).toString('base64url');
}

const LETTERS_AND_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** So many letters and digits, each as likely as any other; 5.95 bits each. */
export function randomCode(length: number): string {
  return Array.from({ length }, () => LETTERS_AND_DIGITS[randomInt(LETTERS_AND_DIGITS.length)]).join('');
}

/** SHA-256 of `text`: enough for look-up of secrets that are random, never for passwords. */
export function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Compares two digests of the same length in constant time. */
export function equalDigests(left: Buffer, right: Buffer): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}
