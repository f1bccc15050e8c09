import type { ErrorCode } from '../../common/app-error.js';
import type { ErrorDialect } from '../api-family.js';

const BASIC_OR_BEARER = 'Basic realm="tessera", charset="UTF-8", Bearer realm="tessera"';
const BEARER = 'Bearer realm="tessera"';

interface Sound {
  readonly status: number;
  /** RFC 6749, sections 4.1.2.1 and 5.2, and RFC 6750, section 3.1. */
  readonly error: string;
  readonly challenge?: string;
}

const invalidRequest = (status: number): Sound => ({ status, error: 'invalid_request' });
const invalidClient: Sound = { status: 401, error: 'invalid_client', challenge: BASIC_OR_BEARER };
const insufficientScope: Sound = {
  status: 403,
  error: 'insufficient_scope',
  challenge: `${BEARER}, error="insufficient_scope"`,
};
const temporarilyUnavailable: Sound = { status: 503, error: 'temporarily_unavailable' };

const SOUNDS: Readonly<Record<ErrorCode, Sound>> = {
  malformed_body: invalidRequest(400),
  unsupported_media_type: invalidRequest(415),
  body_too_large: invalidRequest(413),
  invalid_request: invalidRequest(400),
  route_not_found: invalidRequest(404),
  method_not_allowed: invalidRequest(405),
  // RFC 6750, section 3.1: who sent no token at all is told no error in the challenge.
  authorization_header_required: { status: 401, error: 'invalid_token', challenge: BEARER },
  credentials_missing: invalidClient,
  credentials_invalid: invalidClient,
  token_invalid: { status: 401, error: 'invalid_token', challenge: `${BEARER}, error="invalid_token"` },
  password_change_required: { status: 403, error: 'access_denied' },
  role_required: insufficientScope,
  password_unacceptable: invalidRequest(400),
  timeout_out_of_range: invalidRequest(400),
  user_not_found: invalidRequest(404),
  username_taken: invalidRequest(409),
  last_admin: invalidRequest(409),
  life_invalid: invalidRequest(400),
  description_taken_or_blank: invalidRequest(400),
  api_key_not_found: invalidRequest(404),
  token_not_found: invalidRequest(404),
  context_not_found: invalidRequest(404),
  context_taken: invalidRequest(409),
  context_in_use: invalidRequest(409),
  session_invalid: invalidRequest(401),
  refresh_limit_exceeded: invalidRequest(429),
  confirmation_code_invalid: invalidRequest(401),
  too_many_attempts: invalidRequest(429),
  rotation_too_early: invalidRequest(409),
  context_missing: insufficientScope,
  status_list_not_found: invalidRequest(404),
  overloaded: temporarilyUnavailable,
  unavailable: temporarilyUnavailable,
  internal: { status: 500, error: 'server_error' },
};

/** `{error, error_description}`, as OAuth 2.0 has it. */
export const oauth2Dialect: ErrorDialect = ({ code, message }) => {
  const { status, error, challenge } = SOUNDS[code];
  return {
    status,
    ...(challenge && { headers: { 'www-authenticate': challenge } }),
    body: { error, error_description: message },
  };
};
