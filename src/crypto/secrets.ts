import { hash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** A secret of `bits` random bits from the operating system, in base64url. */
export function randomSecret(bits: number): string {
  return randomBytes(bits / 8).toString('base64url');
}

const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A secret of `length` random letters and digits from the operating system: 5.95 random bits a character. */
export function randomAlphanumeric(length: number): string {
  return Array.from({ length }, () => ALPHANUMERIC[randomInt(ALPHANUMERIC.length)]).join('');
}

/** SHA-256 of `text`: enough for looking up random secrets, never for passwords. @returns 32 bytes. */
export function sha256(text: string): Buffer {
  return hash('sha256', text, 'buffer');
}

/** Whether two secrets are equal, in constant time: only a difference in length shows. */
export function equalSecrets(left: Buffer, right: Buffer): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}
