import type { ErrorCode } from '../../common/app-error.js';
import type { ErrorDialect } from '../api-family.js';
import { BASIC_OR_BEARER_CHALLENGE, BEARER_CHALLENGE, INSUFFICIENT_SCOPE_CHALLENGE } from '../errors/challenges.js';
import { BASE_STATUS } from '../errors/status-table.js';

interface ErrorAndChallenge {
  /** RFC 6749, sections 4.1.2.1 and 5.2, and RFC 6750, section 3.1. */
  readonly error: string;
  readonly challenge?: string;
}

const INVALID_CLIENT: ErrorAndChallenge = { error: 'invalid_client', challenge: BASIC_OR_BEARER_CHALLENGE };
const INSUFFICIENT_SCOPE: ErrorAndChallenge = { error: 'insufficient_scope', challenge: INSUFFICIENT_SCOPE_CHALLENGE };
const TEMPORARILY_UNAVAILABLE: ErrorAndChallenge = { error: 'temporarily_unavailable' };

/** Whatever is not named here is an `invalid_request`. */
const ERRORS: Partial<Record<ErrorCode, ErrorAndChallenge>> = {
  // RFC 6750, section 3.1: who sent no token at all is told no error in the challenge.
  authorization_header_required: { error: 'invalid_token', challenge: BEARER_CHALLENGE },
  credentials_missing: INVALID_CLIENT,
  credentials_invalid: INVALID_CLIENT,
  token_invalid: { error: 'invalid_token', challenge: `${BEARER_CHALLENGE}, error="invalid_token"` },
  password_change_required: { error: 'access_denied' },
  second_factor_required: { error: 'access_denied' },
  role_required: INSUFFICIENT_SCOPE,
  context_missing: INSUFFICIENT_SCOPE,
  overloaded: TEMPORARILY_UNAVAILABLE,
  unavailable: TEMPORARILY_UNAVAILABLE,
  internal: { error: 'server_error' },
};

/** `{error, error_description}`, as OAuth 2.0 has it. */
export const oauth2Dialect: ErrorDialect = ({ code, message }) => {
  const { error, challenge } = ERRORS[code] ?? { error: 'invalid_request' };
  return {
    status: BASE_STATUS[code],
    ...(challenge && { headers: { 'www-authenticate': challenge } }),
    body: { error, error_description: message },
  };
};
