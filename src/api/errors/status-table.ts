import type { ErrorCode } from '../../common/app-error.js';

/** The HTTP status for every code: a new code does not compile until it has one. */
export type StatusTable = Readonly<Record<ErrorCode, number>>;

/** What a code is over HTTP, unless a family's document says otherwise. */
export const BASE_STATUS: StatusTable = {
  malformed_request: 400,
  request_timeout: 408,
  headers_too_large: 431,
  expectation_failed: 417,
  malformed_body: 400,
  unsupported_media_type: 415,
  unsupported_content_encoding: 415,
  body_too_large: 413,
  invalid_request: 400,
  route_not_found: 404,
  method_not_allowed: 405,
  authorization_header_required: 401,
  credentials_missing: 401,
  credentials_invalid: 401,
  login_required: 401,
  reauthentication_required: 401,
  cross_origin_refused: 403,
  token_invalid: 401,
  password_change_required: 403,
  second_factor_required: 403,
  session_invalid: 401,
  refresh_limit_exceeded: 429,
  confirmation_code_invalid: 401,
  too_many_attempts: 429,
  role_required: 403,
  password_unacceptable: 400,
  setting_invalid: 400,
  user_not_found: 404,
  username_taken: 409,
  last_admin: 409,
  token_limit_reached: 409,
  lifetime_invalid: 400,
  description_taken_or_blank: 400,
  api_key_not_found: 404,
  no_api_keys: 404,
  rotation_too_early: 409,
  signing_key_not_found: 404,
  signing_key_revoked: 409,
  match_changed: 409,
  incident_not_found: 404,
  context_missing: 403,
  status_list_not_found: 404,
  token_not_found: 404,
  session_not_found: 404,
  context_not_found: 404,
  context_not_allowed: 403,
  context_taken: 409,
  context_in_use: 409,
  audit_event_not_found: 404,
  audit_event_not_sealed: 409,
  overloaded: 503,
  unavailable: 503,
  internal: 500,
};

/** The base table with what differs from it in one family. */
export function statusTable(differences: Partial<StatusTable>): StatusTable {
  return { ...BASE_STATUS, ...differences };
}
