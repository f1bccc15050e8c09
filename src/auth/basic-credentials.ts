export interface BasicCredentials {
  readonly username: string;
  readonly password: string;
}

const TOKEN68 = /^[A-Za-z0-9+/]+={0,2}$/;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads the credentials of the Basic scheme (RFC 7617, section 2, charset UTF-8). A colon may be part of the password.
 * @param encoded what follows the scheme.
 * @returns undefined where it is not base64, not UTF-8, or has no colon.
 */
export function parseBasicCredentials(encoded: string): BasicCredentials | undefined {
  if (!TOKEN68.test(encoded)) return undefined;
  let text: string;
  try {
    text = utf8.decode(Buffer.from(encoded, 'base64'));
  } catch {
    return undefined;
  }
  const colon = text.indexOf(':');
  return colon < 0 ? undefined : { username: text.slice(0, colon), password: text.slice(colon + 1) };
}
