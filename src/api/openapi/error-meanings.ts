import { AppError, type ErrorCode, type ErrorDetails } from '../../common/app-error.js';

/** What each code means, for readers of the OpenAPI document. */
export const ERROR_MEANINGS: Readonly<Record<ErrorCode, string>> = {
  malformed_request: 'The request is not valid HTTP',
  request_timeout: 'The request did not arrive in time',
  headers_too_large: 'The headers are larger than 16 KB',
  expectation_failed: 'The only expectation that is met is 100-continue',
  malformed_body: 'The body is not valid JSON',
  unsupported_media_type: 'The body must be application/json',
  unsupported_content_encoding: 'The body must not be compressed',
  body_too_large: 'The body is larger than 64 KB',
  invalid_request: 'A field or a parameter is missing or not valid; the message says which',
  route_not_found: 'Not Found',
  method_not_allowed: 'Method Not Allowed',
  authorization_header_required: 'Authorization header is required',
  credentials_missing: 'Authorization header is required',
  credentials_invalid: 'Invalid username or password',
  login_required: 'There is no session, or it has ended: log in',
  reauthentication_required: 'The password was sent more than 5 minutes ago: send it again first',
  cross_origin_refused: 'The request does not come from a page of this service',
  token_invalid: 'Invalid or expired token',
  password_change_required: 'Password change required',
  second_factor_required:
    'The user has a second factor, or must have one: log in at /v1/login, or use a named token made before',
  session_invalid: 'The session is unknown, used or expired',
  refresh_limit_exceeded: 'The refresh token has issued all its access tokens',
  confirmation_code_invalid: 'The confirmation code is not valid',
  too_many_attempts: 'Too many attempts; try again later',
  role_required: 'Role admin required',
  password_unacceptable: 'The password is too short, too long or too common',
  setting_invalid: 'There is no such setting, or the value is out of its range',
  user_not_found: 'There is no user of this id',
  username_taken: 'There is a user of this name already',
  last_admin: 'The last enabled admin can be neither disabled, deleted nor demoted',
  token_limit_reached: 'The user has as many active tokens of this kind as a user may have',
  lifetime_invalid: 'The lifetime cannot be read, is not positive or is over 10 years',
  description_taken_or_blank: 'Token description already exists or is blank',
  api_key_not_found: 'Token does not exist, make sure to enter correct token id',
  no_api_keys: 'The user has no named tokens',
  signing_key_not_found: 'There is no signing key of this id',
  signing_key_revoked: 'The signing key is revoked already',
  match_changed: 'Another number of tokens match than were expected',
  incident_not_found: 'There is no incident of this id',
  rotation_too_early: 'The next key is not published long enough for all to know it',
  context_missing: 'A context that the token is valid for must be named',
  status_list_not_found: 'There is no status list of this number',
  token_not_found: 'Unknown token',
  session_not_found: 'There is no session of this id',
  context_not_found: 'There is no such context',
  context_not_allowed: 'The user is not allowed this context',
  context_taken: 'There is a context of this code or name already',
  context_in_use: 'Tokens are valid for this context',
  audit_event_not_found: 'There is no audit event of this id',
  audit_event_not_sealed: 'The event is not in the tree yet',
  overloaded: 'Too many logins at once; try again shortly',
  unavailable: 'The service is not available at the moment',
  internal: 'Internal Server Error',
};

const EXAMPLE_DETAILS: Partial<Record<ErrorCode, ErrorDetails>> = {
  context_in_use: { tokens: 3 },
  match_changed: { matched: 1_205 },
};

/** An error of this code as it may be thrown. */
export function exampleOf(code: ErrorCode): AppError {
  if (code === 'invalid_request') {
    const message = 'username must be a string';
    return new AppError(code, message, { details: { fields: [{ field: 'username', message }] } });
  }
  return new AppError(code, ERROR_MEANINGS[code], { details: EXAMPLE_DETAILS[code] ?? {} });
}

/** The errors that say, in `Retry-After`, when it is worth trying again. */
export const RETRYABLE: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'refresh_limit_exceeded',
  'too_many_attempts',
  'rotation_too_early',
  'audit_event_not_sealed',
  'overloaded',
  'unavailable',
]);
