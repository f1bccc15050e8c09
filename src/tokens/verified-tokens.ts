import type { Role } from '../common/roles.js';
import type { TokenKind } from '../common/token-kind.js';
import { ownCopy } from '../jws/own-copy.js';

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

/** About 1 KB each. There are up to twice as many. */
const MAX_TEXTS = 10_000;

/** Remembers the texts whose signature was good. Life and revocation are not remembered: they are looked at each time. */
export class VerifiedTokens {
  private claims = new Map<string, TokenClaims>();
  /** Those of before: full, a map is put away as a whole, since taking the oldest out of one gets slow. */
  private older = new Map<string, TokenClaims>();
  private readonly underWay = new Map<string, Promise<TokenClaims | undefined>>();

  get(text: string): TokenClaims | undefined {
    const known = this.claims.get(text);
    if (known) return known;
    const old = this.older.get(text);
    if (old) this.add(text, old);
    return old;
  }

  /** The result of `read`, which is remembered where there is one. Calls at once with the same text share it. */
  read(text: string, read: (text: string) => Promise<TokenClaims | undefined>): Promise<TokenClaims | undefined> {
    let reading = this.underWay.get(text);
    if (!reading) {
      reading = this.readAndRemember(text, read).finally(() => this.underWay.delete(text));
      this.underWay.set(text, reading);
    }
    return reading;
  }

  private async readAndRemember(
    text: string,
    read: (text: string) => Promise<TokenClaims | undefined>,
  ): Promise<TokenClaims | undefined> {
    const claims = await read(text);
    if (claims) this.add(text, claims);
    return claims;
  }

  private add(text: string, claims: TokenClaims): void {
    if (this.claims.size >= MAX_TEXTS) {
      this.older = this.claims;
      this.claims = new Map();
    }
    this.claims.set(ownCopy(text), claims);
  }
}
