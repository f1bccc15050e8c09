import { usageFault } from '../exit-codes.js';

/** Where `npm start` and the image listen. */
export const DEFAULT_URL = 'http://127.0.0.1:3000';

/**
 * A service's URL in the one form in which logins are kept by it: without a slash at its end.
 * @throws CommandFailure `usage`, which does not repeat the text where that may hold a password.
 */
export function parseServiceUrl(text: string, from: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.username || url?.password) {
    throw usageFault(`${from} must not hold a user name or a password: set TESSERA_USERNAME and TESSERA_PASSWORD.`);
  }
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash) {
    throw usageFault(`${from} must be a URL such as ${DEFAULT_URL}.`);
  }
  return url.href.replace(/\/+$/, '');
}
