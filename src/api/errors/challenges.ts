import type { ErrorCode } from '../../common/app-error.js';

/** What `WWW-Authenticate` says where a caller may authenticate by a bearer token (RFC 6750, section 3). */
export const BEARER_CHALLENGE = 'Bearer realm="tessera"';

/** The same where the token does not suffice (RFC 6750, section 3.1). */
export const INSUFFICIENT_SCOPE_CHALLENGE = `${BEARER_CHALLENGE}, error="insufficient_scope"`;

/** The same for HTTP Basic alone (RFC 7617, section 2), as v1alpha's clients know it. */
export const BASIC_CHALLENGE = 'Basic realm="tessera"';

/** The same for either. */
export const BASIC_OR_BEARER_CHALLENGE = `${BASIC_CHALLENGE}, charset="UTF-8", ${BEARER_CHALLENGE}`;

/** What the console asks its user for itself: at a challenge by HTTP Basic the browser would ask too. */
const OF_CONSOLE: ReadonlySet<ErrorCode> = new Set(['login_required', 'reauthentication_required']);

/**
 * The header of a refusal where callers may send a bearer token, if it has one.
 * @param challenge for those who are not authenticated.
 */
export function challengeOf(code: ErrorCode, status: number, challenge: string): { headers?: Record<string, string> } {
  if (OF_CONSOLE.has(code)) return { headers: { 'www-authenticate': BEARER_CHALLENGE } };
  return status === 401 ? { headers: { 'www-authenticate': challenge } } : {};
}
