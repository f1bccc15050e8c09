import type { JwtKind } from '@tessera-auth/verifier/protocol/token-use';
import { LRUCache } from 'lru-cache';
import type { Role } from '../common/roles.js';

/** The claims of a token whose signature was checked. */
export interface TokenClaims {
  readonly id: string;
  readonly idx: number;
  /** Of the key that signed it. */
  readonly kid: string;
  readonly kind: JwtKind;
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

/** Caches the claims of texts with a valid signature. Times and revocation are not cached: each verification checks them. */
export class VerifiedTokenCache {
  private readonly claims = new LRUCache<string, TokenClaims>({ max: MAX_TEXTS });
  private readonly pending = new Map<string, Promise<TokenClaims | undefined>>();

  get(text: string): TokenClaims | undefined {
    return this.claims.get(text);
  }

  /** The result of `read`, cached where it is defined. Calls at the same time with the same text share one `read`. */
  read(text: string, read: (text: string) => Promise<TokenClaims | undefined>): Promise<TokenClaims | undefined> {
    let reading = this.pending.get(text);
    if (!reading) {
      reading = this.readAndCache(text, read);
      this.pending.set(text, reading);
    }
    return reading;
  }

  private async readAndCache(
    text: string,
    read: (text: string) => Promise<TokenClaims | undefined>,
  ): Promise<TokenClaims | undefined> {
    try {
      const claims = await read(text);
      if (claims) this.claims.set(text, claims);
      return claims;
    } finally {
      this.pending.delete(text);
    }
  }
}
