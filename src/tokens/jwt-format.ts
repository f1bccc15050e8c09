import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { parseJws } from '@tessera-auth/verifier/protocol/compact-jws';
import { indexOfReference, referenceOfIndex } from '@tessera-auth/verifier/protocol/status-list-reference';
import { tokenClaimsOf, type SignedTokenClaims } from '@tessera-auth/verifier/protocol/token-claims';
import { kindOfTokenUse, TOKEN_USES, type JwtKind } from '@tessera-auth/verifier/protocol/token-use';
import { epochSeconds } from '../common/clock.js';
import { ROLES, type Role } from '../common/roles.js';
import { Config } from '../config/config.js';
import type { SigningKey } from '../signing-keys/signing-key.js';
import { SigningKeysService } from '../signing-keys/signing-keys.service.js';
import { IssuedIndexes } from './issued-indexes.js';
import { SignatureChecker } from './signature-checker.js';
import type { TokenClaims } from './verified-token-cache.js';

/** Claims that only tokens of one kind have. */
export type KindClaims = Readonly<Record<string, string | number | readonly string[]>>;

/** What a JWT says of its token. */
export interface JwtContent {
  readonly id: string;
  readonly idx: number;
  readonly kind: JwtKind;
  readonly userId: number;
  readonly username: string;
  readonly role: Role;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly kindClaims?: KindClaims;
}

/** Writes tokens as signed JWTs (RFC 7519), and reads them. */
@Injectable()
export class JwtFormat {
  constructor(
    private readonly jwt: JwtService,
    private readonly keys: SigningKeysService,
    private readonly signatures: SignatureChecker,
    private readonly indexes: IssuedIndexes,
    private readonly config: Config,
  ) {}

  sign(content: JwtContent, { kid, privateKey }: SigningKey): string {
    const issuedAt = epochSeconds(content.issuedAt);
    return this.jwt.sign(
      {
        ...content.kindClaims,
        iss: this.config.publicUrl,
        sub: String(content.userId),
        username: content.username,
        role: content.role,
        token_use: TOKEN_USES[content.kind],
        jti: content.id,
        iat: issuedAt,
        nbf: issuedAt,
        exp: epochSeconds(content.expiresAt),
        // IETF Token Status List, section 6: where the token's revocation bit is published.
        status: { status_list: referenceOfIndex(this.config.publicUrl, content.idx) },
      },
      { algorithm: 'ES256', keyid: kid, privateKey },
    );
  }

  /**
   * Checks signature, form and index, neither times nor revocation.
   * @returns undefined where it is not one of our tokens.
   * @throws AppError `unavailable` where it is not known whether its index was ever given to a token.
   */
  async read(text: string): Promise<TokenClaims | undefined> {
    const jws = parseJws(text);
    const key = jws && this.keys.find(jws.header.kid);
    const signed = key && tokenClaimsOf(jws, this.config.publicUrl);
    if (!signed || !(await this.signatures.isSigned(jws, key.publicKey))) return undefined;
    const claims = readClaims(signed, key.kid);
    return claims && (await this.indexes.includes(claims.idx)) ? claims : undefined;
  }
}

/** @returns undefined where the kind, the role or the place in the status lists is none of ours. */
export function readClaims(claims: SignedTokenClaims, kid: string): TokenClaims | undefined {
  const kind = kindOfTokenUse(TOKEN_USES, claims.token_use);
  const role = ROLES.find((candidate) => candidate === claims.role);
  const idx = indexOfReference(claims.status.status_list);
  if (!kind || !role || idx === undefined) return undefined;
  return {
    id: claims.jti,
    idx,
    kid,
    kind,
    userId: Number(claims.sub),
    username: claims.username,
    role,
    issuedAt: claims.iat,
    notBefore: claims.nbf,
    expiresAt: claims.exp,
  };
}
