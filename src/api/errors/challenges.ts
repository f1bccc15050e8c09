/** What `WWW-Authenticate` says where a caller may authenticate by a bearer token (RFC 6750, section 3). */
export const BEARER_CHALLENGE = 'Bearer realm="tessera"';

/** The same for HTTP Basic alone (RFC 7617, section 2), as v1alpha's clients know it. */
export const BASIC_CHALLENGE = 'Basic realm="tessera"';

/** The same for either. */
export const BASIC_OR_BEARER_CHALLENGE = `${BASIC_CHALLENGE}, charset="UTF-8", ${BEARER_CHALLENGE}`;
