/**
 * `token_invalid`: not a token, expired or revoked. `context_missing`: an active context token, but not for the context
 * that is named, or none is named. `unavailable`: it cannot be told at the moment.
 */
export type VerificationErrorCode = 'token_invalid' | 'context_missing' | 'unavailable';

/** Why a token was not accepted. Never holds the token. */
export class VerificationError extends Error {
  constructor(
    readonly code: VerificationErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'VerificationError';
  }
}

export function tokenInvalid(): VerificationError {
  return new VerificationError('token_invalid', 'Invalid or expired token');
}

export function unavailable(message: string, cause?: unknown): VerificationError {
  return new VerificationError('unavailable', message, { cause });
}
