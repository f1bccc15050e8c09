/** The prefix has browsers take it from this host over a secure connection alone (RFC 6265bis, section 4.1.3.2). */
const NAME = '__Host-tessera';
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Strict';

/** `Set-Cookie` for a secret, which is base64url. It ends with the browser, or when the server says so. */
export function consoleCookie(secret: string): string {
  return `${NAME}=${secret}; ${ATTRIBUTES}`;
}

/** `Set-Cookie` that takes the cookie away. */
export const NO_CONSOLE_COOKIE = `${NAME}=; ${ATTRIBUTES}; Max-Age=0`;

const FORM = new RegExp(`(?:^|;)[ \\t]*${NAME}=([A-Za-z0-9_-]{43})[ \\t]*(?:;|$)`);

/** The secret in a `Cookie` header (RFC 6265, section 4.2); undefined where there is none of our form. */
export function consoleSecretOf(header: string | undefined): string | undefined {
  return header === undefined ? undefined : FORM.exec(header)?.[1];
}
