import type { Actor } from '../common/actor.js';
import type { BearerPrincipal } from '../common/principal.js';
import type { Role } from '../common/roles.js';
import type { TokenKind } from '../common/token-kind.js';

/** What is known of an active token, whatever its kind and format. */
interface TokenState {
  readonly id: string;
  readonly idx: number;
  readonly kind: TokenKind;
  readonly userId: number;
  readonly username: string;
  /** Whole seconds since 1970. */
  readonly issuedAt: number;
  /** Whole seconds since 1970; null for a token that is active until it is revoked. */
  readonly expiresAt: number | null;
  /** Whether services accept it as a bearer token: not a refresh token or an id token. */
  readonly opensServices: boolean;
  /** The application that it was issued to, where there is one. */
  readonly clientId?: string;
}

/** A token that is valid for whatever its owner may do. */
export interface OwnersToken extends TokenState {
  /** The role that the owner has now. */
  readonly role: Role;
  readonly contexts: null;
}

/** A token that carries contexts and no role. */
interface ContextToken extends TokenState {
  readonly role: 'none';
  /** The contexts that it is valid for. */
  readonly contexts: readonly string[];
}

export type ActiveToken = OwnersToken | ContextToken;

/** The principal of a token: its owner, authenticated by the token alone. */
export function bearerOf({ userId, username, role, id, idx, kind }: Identified): BearerPrincipal {
  return { userId, username, role, authenticatedBy: 'bearer', token: { id, idx, kind } };
}

type Identified = Pick<OwnersToken, 'userId' | 'username' | 'role' | 'id' | 'idx' | 'kind'>;

/** Introspects and revokes the opaque tokens of one kind. */
export interface OpaqueTokenHandler {
  /** Whether a token of its kind may have this text, which is told by the text alone. */
  recognizes(text: string): boolean;
  /** @returns undefined for a token that is unknown, expired or revoked. @throws AppError `unavailable`. */
  introspect(text: string): Promise<ActiveToken | undefined>;
  /** The id of the token that has this text, active or not. */
  locate(text: string): Promise<string | undefined>;
  /** Revokes the token, and whatever ends with a token of its kind; does nothing where it is unknown. */
  revoke(actor: Actor, text: string): Promise<void>;
}
