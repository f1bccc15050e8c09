import { parseBearerCredentials, usesBearerScheme } from '@tessera-auth/verifier/protocol/bearer-credentials';
import { AppError } from '../../common/app-error.js';

/** @throws AppError `authorization_header_required`, `token_invalid`, `invalid_request`. */
export function readForwardAuth(
  authorization: string | undefined,
  context: unknown,
): { token: string; context: string | undefined } {
  if (context !== undefined && (typeof context !== 'string' || context === '')) {
    throw new AppError('invalid_request', 'context must be one name');
  }
  if (!usesBearerScheme(authorization)) {
    throw new AppError('authorization_header_required', 'A bearer token is required');
  }
  const token = parseBearerCredentials(authorization);
  if (token === undefined) throw new AppError('token_invalid', 'Invalid or expired token');
  return { token, context };
}
