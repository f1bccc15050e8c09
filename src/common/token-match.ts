import type { TokenKind } from './token-kind.js';

/** What a token is at a moment: the first of these that fits, from the last on. */
export const TOKEN_STATUSES = ['active', 'suspended', 'expired', 'revoked'] as const;

export type TokenStatus = (typeof TOKEN_STATUSES)[number];

/** Which tokens are meant: those that fit all that is said. What is absent says nothing. */
export interface TokenMatch {
  /** One of these. */
  readonly kinds?: readonly TokenKind[];
  readonly userId?: number;
  /** As `normalizeUsername` gives it. */
  readonly username?: string;
  readonly sessionId?: string;
  readonly status?: TokenStatus;
  /** The name of a context that the token itself lists: a token that is valid for all that its owner may do lists none. */
  readonly context?: string;
  /** What the owner calls it, to the letter. */
  readonly description?: string;
  readonly issuedAfter?: Date;
  readonly issuedBefore?: Date;
  /** This and the next fit no token that never expires. */
  readonly expiresAfter?: Date;
  readonly expiresBefore?: Date;
  readonly usedAfter?: Date;
  /** Neither used nor issued since. */
  readonly unusedSince?: Date;
  /** Where it was issued to: an address, or a network such as 192.0.2.0/24. */
  readonly address?: string;
  /** The id of the key that signed it. */
  readonly keyId?: number;
}
