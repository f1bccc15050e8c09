/** A token that is active, and whose it is. */
export interface VerifiedToken {
  readonly id: string;
  readonly kind: string;
  readonly userId: number;
  readonly username: string;
  /** The owner's when the JWT was issued. A context token has none: `none`. */
  readonly role: string;
  /** Whole seconds since 1970. */
  readonly issuedAt: number;
  /** Null where it is active until it is revoked. */
  readonly expiresAt: number | null;
  /** The contexts that it is valid for; null where it is valid for whatever its owner may do. */
  readonly contexts: readonly string[] | null;
}
