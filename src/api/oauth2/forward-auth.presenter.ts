import type { HeadersObject } from '@nestjs/swagger';
import { TOKEN_ROLES } from '../../common/roles.js';
import type { ActiveToken } from '../../tokens/active-token.js';

/** Visible ASCII but `%`. */
const PLAIN = /^[\x21-\x24\x26-\x7e]*$/;

const text = { type: 'string' };

/** The headers of `presentForwardAuth`, for the OpenAPI document. */
export const FORWARD_AUTH_HEADERS: HeadersObject = {
  'X-Auth-User': { required: true, description: 'The user name, percent-encoded but for visible ASCII.', schema: text },
  'X-Auth-User-Id': { required: true, schema: { ...text, pattern: '^[0-9]+$' } },
  'X-Auth-Role': {
    required: true,
    description: 'The role that the user has now; `none` for a context token.',
    schema: { ...text, enum: [...TOKEN_ROLES] },
  },
  'X-Auth-Contexts': {
    required: true,
    description: 'The contexts of a context token, with spaces between; `*` for any other token.',
    schema: text,
  },
};

/** Whose request it is, in headers that the proxy copies. Contexts stand with spaces between; `*` is all of them. */
export function presentForwardAuth({ username, userId, role, contexts }: ActiveToken): Record<string, string> {
  return {
    'x-auth-user': headerText(username),
    'x-auth-user-id': String(userId),
    'x-auth-role': role,
    'x-auth-contexts': contexts ? contexts.map(headerText).join(' ') : '*',
  };
}

/** Percent-encodes (RFC 3986, section 2.1) the UTF-8 of what is no visible ASCII, so that decoding gives the name back. */
function headerText(text: string): string {
  if (PLAIN.test(text)) return text;
  return Buffer.from(text)
    .toString()
    .replace(/[^\x21-\x24\x26-\x7e]+/g, encodeURIComponent);
}
