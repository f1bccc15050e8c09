import { dictionary } from '@zxcvbn-ts/language-common';
import { AppError } from '../common/app-error.js';
import { MAX_PASSWORD_BYTES } from '../crypto/password-hasher.js';
import { normalizeUsername } from '../common/username.js';

/** About 18,000 that are long enough to be chosen. Compared as published: `Qwerty123`, the example of api2, is not one. */
const COMMON = new Set(dictionary['passwords-common'].filter((password) => password.length >= 8));

/**
 * Whether `password` may be set for the user of this name.
 * @param minBytes a shorter one is refused.
 * @throws AppError `password_unacceptable` that says why.
 */
export function checkPasswordPolicy(password: string, username: string, minBytes: number): void {
  const bytes = Buffer.byteLength(password);
  if (bytes < minBytes || bytes > MAX_PASSWORD_BYTES) {
    throw refused(`The password must have ${minBytes} to ${MAX_PASSWORD_BYTES} bytes`);
  }
  // Halves of characters would all be stored as the same replacement.
  if (!password.isWellFormed()) throw refused('The password must be valid Unicode');
  if (normalizeUsername(password) === normalizeUsername(username)) {
    throw refused('The password must not be the user name');
  }
  if (COMMON.has(password)) throw refused('The password is one of the most common ones');
}

function refused(message: string): AppError {
  return new AppError('password_unacceptable', message);
}
