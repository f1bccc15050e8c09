import { STATUS_CODES } from 'node:http';
import type { ErrorCode } from '../../common/app-error.js';
import type { ErrorDialect } from '../api-family.js';
import { statusTable } from '../errors/status-table.js';

/** 422 is whatever is wrong with a body, 404 a path or method that there is not. */
const STATUS = statusTable({
  malformed_body: 422,
  unsupported_media_type: 422,
  invalid_request: 422,
  password_unacceptable: 422,
  setting_invalid: 422,
  lifetime_invalid: 422,
  description_taken_or_blank: 422,
  method_not_allowed: 404,
  password_change_required: 401,
  second_factor_required: 401,
});

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

/** `{message, status}`, and `session` where a challenge goes on. */
export const v1Dialect: ErrorDialect = ({ code, message, details: { session } }) => {
  const status = STATUS[code];
  return {
    status,
    // Published clients sleep for Retry-After and try again, unless they are told not to.
    ...(status === 429 && { headers: { 'x-should-retry': 'false' } }),
    body: { message: TEXT[code] ?? message, status, ...(session !== undefined && { session }) },
  };
};
