import type { Actor } from '../common/actor.js';
import type { BearerPrincipal } from '../common/principal.js';
import type { Role } from '../common/roles.js';
import type { TokenKind } from '../common/token-kind.js';

/** What is known of an active token, whatever its kind and format. */
export interface ActiveToken {
  readonly id: string;
  readonly idx: number;
  readonly kind: TokenKind;
  readonly userId: number;
  readonly username: string;
  /** The role that the owner has now. */
  readonly role: Role;
  /** Whole seconds since 1970. */
  readonly issuedAt: number;
  /** Whole seconds since 1970; null for a token that is active until it is revoked. */
  readonly expiresAt: number | null;
  /** Whether services accept it as a bearer token: not a refresh token or an id token. */
  readonly opensServices: boolean;
  /** The contexts that it is valid for; null where it is valid for all that its owner may do. */
  readonly contexts: readonly string[] | null;
  /** The application that it was issued to, where there is one. */
  readonly clientId?: string;
}

/** The principal of a token: its owner, authenticated by the token alone. */
export function bearerOf({ userId, username, role, id, idx, kind }: Identified): BearerPrincipal {
  return { userId, username, role, authenticatedBy: 'bearer', token: { id, idx, kind } };
}

type Identified = Pick<ActiveToken, 'userId' | 'username' | 'role' | 'id' | 'idx' | 'kind'>;

/** Introspects and revokes the opaque tokens of one kind. */
export interface OpaqueTokenHandler {
  /** @returns undefined for a token that is unknown, expired or revoked. @throws AppError `unavailable`. */
  inspect(text: string): Promise<ActiveToken | undefined>;
  /** Revokes the token, and whatever ends with a token of its kind; does nothing where it is unknown. */
  revoke(actor: Actor, text: string): Promise<void>;
}
