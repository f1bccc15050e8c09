import { STATUS_CODES } from 'node:http';
import type { ErrorCode } from '../../common/app-error.js';
import type { ErrorDialect, StatusTable } from '../api-family.js';

const STATUS: StatusTable = {
  malformed_body: 422,
  unsupported_media_type: 422,
  body_too_large: 413,
  invalid_request: 422,
  route_not_found: 404,
  method_not_allowed: 404,
  authorization_header_required: 401,
  credentials_missing: 401,
  credentials_invalid: 401,
  token_invalid: 401,
  password_change_required: 401,
  password_unacceptable: 422,
  session_invalid: 401,
  refresh_limit_exceeded: 429,
  confirmation_code_invalid: 401,
  too_many_attempts: 429,
  role_required: 403,
  timeout_out_of_range: 422,
  user_not_found: 404,
  username_taken: 409,
  last_admin: 409,
  life_invalid: 422,
  description_taken_or_blank: 422,
  api_key_not_found: 404,
  rotation_too_early: 409,
  context_missing: 403,
  status_list_not_found: 404,
  token_not_found: 404,
  context_not_found: 404,
  context_taken: 409,
  context_in_use: 409,
  overloaded: 503,
  unavailable: 503,
  internal: 500,
};

/** The texts of the contract; where it has none, the core's own. */
const TEXT: Partial<Record<ErrorCode, string>> = {
  route_not_found: STATUS_CODES[404],
  method_not_allowed: STATUS_CODES[404],
  credentials_invalid: 'Incorrect username or password.',
  token_invalid: 'Unauthorized',
  session_invalid: 'Unauthorized.',
  refresh_limit_exceeded: 'Refresh tokens limit has been exceeded.',
  confirmation_code_invalid: 'Invalid verification code provided, please try again.',
};

/** `{message, status}`. */
export const v1Dialect: ErrorDialect = ({ code, message }) => {
  const status = STATUS[code];
  return {
    status,
    // Published clients sleep for Retry-After and try again, unless they are told not to.
    ...(status === 429 && { headers: { 'x-should-retry': 'false' } }),
    body: { message: TEXT[code] ?? message, status },
  };
};
