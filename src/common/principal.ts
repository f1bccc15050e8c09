import type { Role } from './roles.js';
import type { TokenKind } from './token-kind.js';

interface Identity {
  readonly userId: number;
  readonly username: string;
  /** The role that the user has now, which may differ from the one in their token. */
  readonly role: Role;
}

/** Sent a password to log in. */
export interface PasswordPrincipal extends Identity {
  readonly authenticatedBy: 'password';
  /** Which password it was: a token is not issued to a user who has another one by then. */
  readonly passwordVersion: number;
  /** The password is temporary: all that it does is to choose another. */
  readonly mustChangePassword?: boolean;
  /** What the login needs besides: a code of the user's second factor, or that they set one up. */
  readonly secondFactor?: 'code' | 'setup';
}

/** Sent a password with the request itself (RFC 7617). */
export interface BasicPrincipal extends Identity {
  readonly authenticatedBy: 'basic';
  /** As of a `PasswordPrincipal`. */
  readonly passwordVersion: number;
}

/** Presented a token: as a bearer, or because the request is about that very token. */
export interface BearerPrincipal extends Identity {
  readonly authenticatedBy: 'bearer';
  readonly token: { readonly id: string; readonly idx: number; readonly kind: TokenKind };
}

/** Sent the cookie of a console session. */
export interface CookiePrincipal extends Identity {
  readonly authenticatedBy: 'cookie';
  readonly token: { readonly id: string; readonly idx: number; readonly kind: 'console' };
  /** When they last sent their password. */
  readonly passwordCheckedAt: Date;
}

/** Who makes a request, and how they were authenticated. */
export type Principal = PasswordPrincipal | BasicPrincipal | BearerPrincipal | CookiePrincipal;

/** The id of the token that authenticated them; null where a password did. */
export function tokenIdOf(principal: Principal): string | null {
  return 'token' in principal ? principal.token.id : null;
}

/** Null where no password was checked. */
export function passwordVersionOf(principal: Principal): number | null {
  return 'token' in principal ? null : principal.passwordVersion;
}
