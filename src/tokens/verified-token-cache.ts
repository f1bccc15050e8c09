import { LRUCache } from 'lru-cache';
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

/** Remembers the texts whose signature was good. Times and revocation are not remembered: they are looked at each time. */
export class VerifiedTokenCache {
  private readonly claims = new LRUCache<string, TokenClaims>({ max: MAX_TEXTS });
  private readonly underWay = new Map<string, Promise<TokenClaims | undefined>>();

  get(text: string): TokenClaims | undefined {
    return this.claims.get(text);
  }

  /** The result of `read`, which is remembered where there is one. Calls at once with the same text share it. */
  read(text: string, read: (text: string) => Promise<TokenClaims | undefined>): Promise<TokenClaims | undefined> {
    let reading = this.underWay.get(text);
    if (!reading) {
      reading = this.readAndRemember(text, read);
      this.underWay.set(text, reading);
    }
    return reading;
  }

  private async readAndRemember(
    text: string,
    read: (text: string) => Promise<TokenClaims | undefined>,
  ): Promise<TokenClaims | undefined> {
    try {
      const claims = await read(text);
      if (claims) this.claims.set(text, claims);
      return claims;
    } finally {
      this.underWay.delete(text);
    }
  }
}
