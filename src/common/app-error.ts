/**
 * Everything that can go wrong, as codes without an HTTP status. Each API family maps them to its own responses; a new
 * code does not compile until it has a status.
 */
export const ERROR_CODES = [
  'malformed_request',
  'request_timeout',
  'headers_too_large',
  'expectation_failed',
  'malformed_body',
  'unsupported_media_type',
  'unsupported_content_encoding',
  'body_too_large',
  'invalid_request',
  'route_not_found',
  'method_not_allowed',
  'authorization_header_required',
  'credentials_missing',
  'credentials_invalid',
  'login_required',
  'reauthentication_required',
  'cross_origin_refused',
  'token_invalid',
  'password_change_required',
  'second_factor_required',
  'session_invalid',
  'refresh_limit_exceeded',
  'confirmation_code_invalid',
  'too_many_attempts',
  'role_required',
  'password_unacceptable',
  'setting_invalid',
  'user_not_found',
  'username_taken',
  'last_admin',
  'token_limit_reached',
  'lifetime_invalid',
  'description_taken_or_blank',
  'api_key_not_found',
  'no_api_keys',
  'rotation_too_early',
  'signing_key_not_found',
  'signing_key_revoked',
  'match_changed',
  'incident_not_found',
  'context_missing',
  'status_list_not_found',
  'token_not_found',
  'session_not_found',
  'context_not_found',
  'context_not_allowed',
  'context_taken',
  'context_in_use',
  'audit_event_not_found',
  'audit_event_not_sealed',
  'overloaded',
  'unavailable',
  'internal',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

export interface FieldError {
  readonly field: string;
  readonly message: string;
}

export interface ErrorDetails {
  /** What is wrong with which field of the request. */
  readonly fields?: readonly FieldError[];
  /** The methods that the path has, for `method_not_allowed`. */
  readonly allow?: readonly string[];
  /** Seconds after which it is worth trying again, for `overloaded`, `unavailable` and limits. */
  readonly retryAfterSeconds?: number;
  /** The secret of a challenge that goes on, for the caller alone: it is not logged. */
  readonly session?: string;
  /** How many tokens stand in the way, for `context_in_use`. */
  readonly tokens?: number;
  /** How many tokens match, for `match_changed`. */
  readonly matched?: number;
}

/** The one error that the core throws. The message may reach the caller; the cause is for the log alone. */
export class AppError extends Error {
  readonly details: ErrorDetails;

  constructor(
    readonly code: ErrorCode,
    message: string,
    options: { details?: ErrorDetails; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'AppError';
    this.details = options.details ?? {};
  }
}
