import type { Actor } from '../common/actor.js';
import type { BearerPrincipal } from '../common/principal.js';
import type { Role } from '../common/roles.js';
import type { TokenKind } from '../common/token-kind.js';

/** What is known of an active token, of whatever kind and format. */
export interface ActiveToken {
  readonly id: string;
  readonly idx: number;
  readonly kind: TokenKind;
  readonly userId: number;
  readonly username: string;
  /** The role that the user has now. */
  readonly role: Role;
  /** Whole seconds since 1970. */
  readonly issuedAt: number;
  /** Null for a token that lives until it is revoked. */
  readonly expiresAt: number | null;
  /** Whether it may be presented to a service at all; a refresh or id token may not. */
  readonly opensServices: boolean;
  /** The contexts that it is good for; null for whatever its user may do. */
  readonly contexts: readonly string[] | null;
  /** The application that it was issued to, where there is one. */
  readonly clientId?: string;
}

/** Its owner, authenticated by nothing but the token. */
export function bearerOf({ userId, username, role, id, idx, kind }: Identified): BearerPrincipal {
  return { userId, username, role, authenticatedBy: 'bearer', token: { id, idx, kind } };
}

type Identified = Pick<ActiveToken, 'userId' | 'username' | 'role' | 'id' | 'idx' | 'kind'>;

/** Tells and ends the tokens of one kind that are no JWTs. */
export interface OpaqueTokenHandler {
  /** @returns undefined for a token that is unknown, expired or revoked. @throws AppError `unavailable`. */
  inspect(text: string): Promise<ActiveToken | undefined>;
  /** Ends the token, with all that its kind says ends with it; does nothing where it is unknown. */
  revoke(actor: Actor, text: string): Promise<void>;
}
