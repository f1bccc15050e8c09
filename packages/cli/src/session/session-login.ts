import type { StoredLogin } from './credentials-file.js';

/** What opens a session, and goes on with one: the latter without a refresh token, which stays as it is. */
interface SessionTokens {
  readonly access_token: string;
  readonly refresh_token?: string;
  /** Seconds. */
  readonly expires_in: number;
}

/** A login that is kept as a session. @param before the same login, where the tokens go on with it. */
export function sessionLogin(username: string, tokens: SessionTokens, before?: StoredLogin): StoredLogin {
  const expiresAt = new Date(Date.now() + tokens.expires_in * 1_000).toISOString();
  return { ...before, username, token: tokens.access_token, expiresAt, ...refreshOf(tokens) };
}

function refreshOf({ refresh_token }: SessionTokens): { readonly refreshToken?: string } {
  return refresh_token === undefined ? {} : { refreshToken: refresh_token };
}
