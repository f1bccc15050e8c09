import type { Role } from '../common/roles.js';
import type { TokenKind } from '../common/token-kind.js';

/** What a signed text says, once its signature was checked. */
export interface TokenClaims {
  readonly id: string;
  readonly idx: number;
  readonly kind: TokenKind;
  readonly userId: number;
  readonly username: string;
  readonly role: Role;
  /** Whole seconds since 1970. */
  readonly issuedAt: number;
  readonly notBefore: number;
  readonly expiresAt: number;
}

/** About 1 KB each. */
const MAX_TEXTS = 20_000;

/** Remembers the texts whose signature was good. Life and revocation are not remembered: they are looked at each time. */
export class VerifiedTokens {
  private readonly claims = new Map<string, TokenClaims>();

  get(text: string): TokenClaims | undefined {
    return this.claims.get(text);
  }

  /** The oldest gives way when it is full. */
  add(text: string, claims: TokenClaims): void {
    if (this.claims.size >= MAX_TEXTS) this.claims.delete(this.claims.keys().next().value!);
    this.claims.set(text, claims);
  }
}
