import type { ErrorDialect, StatusTable } from '../api-family.js';

const STATUS: StatusTable = {
  malformed_body: 400,
  unsupported_media_type: 415,
  body_too_large: 413,
  invalid_request: 400,
  route_not_found: 404,
  method_not_allowed: 405,
  authorization_header_required: 401,
  credentials_missing: 401,
  credentials_invalid: 401,
  token_invalid: 401,
  password_change_required: 403,
  password_unacceptable: 400,
  role_required: 403,
  timeout_out_of_range: 400,
  // The user and the contexts are fields of the body here, never what the path names.
  user_not_found: 400,
  username_taken: 409,
  last_admin: 409,
  life_invalid: 400,
  description_taken_or_blank: 400,
  api_key_not_found: 404,
  token_not_found: 404,
  context_not_found: 400,
  context_taken: 409,
  context_in_use: 409,
  overloaded: 503,
  unavailable: 503,
  session_invalid: 401,
  refresh_limit_exceeded: 429,
  confirmation_code_invalid: 401,
  too_many_attempts: 429,
  rotation_too_early: 409,
  context_missing: 403,
  status_list_not_found: 404,
  internal: 500,
};

/** `{success: false, message}`. */
export const authtokensDialect: ErrorDialect = ({ code, message }) => {
  const status = STATUS[code];
  return {
    status,
    ...(status === 401 && {
      headers: { 'www-authenticate': 'Basic realm="tessera", charset="UTF-8", Bearer realm="tessera"' },
    }),
    body: { success: false, message },
  };
};
