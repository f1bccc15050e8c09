import { AppError } from '../common/app-error.js';
import { MAX_PASSWORD_BYTES } from '../crypto/password-hasher.js';

const MIN_PASSWORD_BYTES = 8;

/** What holds for every password that anyone sets. @throws AppError `password_unacceptable`. */
export function assertAcceptablePassword(password: string): void {
  const bytes = Buffer.byteLength(password);
  if (bytes < MIN_PASSWORD_BYTES || bytes > MAX_PASSWORD_BYTES) {
    throw new AppError(
      'password_unacceptable',
      `The password must have ${MIN_PASSWORD_BYTES} to ${MAX_PASSWORD_BYTES} bytes`,
    );
  }
}
