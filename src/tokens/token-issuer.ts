import { Injectable } from '@nestjs/common';
import type { JwtKind } from '@tessera-auth/verifier/protocol/token-use';
import { AppError } from '../common/app-error.js';
import { Clock, epochSeconds } from '../common/clock.js';
import { timeOrderedId } from '../common/time-ordered-id.js';
import type { TokenKind } from '../common/token-kind.js';
import { ChangeFeed } from '../database/changes/change-feed.js';
import type { Admission, InsertedTokens, NewToken, TokenOwner } from '../database/repositories/inserted-tokens.js';
import type { SigningKey } from '../signing-keys/signing-key.js';
import { SigningKeysService } from '../signing-keys/signing-keys.service.js';
import { JwtFormat, type KindClaims } from './jwt-format.js';
import { TokenLimits } from './token-limits.js';

/** A JWT that is wanted. */
export interface JwtRequest {
  readonly kind: JwtKind;
  /** Until it expires; may have a fraction. */
  readonly lifetimeSeconds: number;
  /** What a JWT of this kind says besides. */
  readonly claims?: (token: NewToken, owner: TokenOwner) => KindClaims;
}

/** An opaque token that is wanted. */
export interface OpaqueTokenRequest {
  readonly kind: Exclude<TokenKind, JwtKind>;
  /** As of a JWT; null for a token that is active until it is revoked. */
  readonly lifetimeSeconds: number | null;
  /** Its text. */
  readonly secret: string;
}

export type TokenRequest = JwtRequest | OpaqueTokenRequest;

/** Its text is stored nowhere. */
export interface IssuedToken extends NewToken {
  readonly text: string;
}

/** Keys are seldom revoked: several in a row, each at the moment of issue, mean that something else is wrong. */
const MAX_TRIES = 3;

/** Issues every token of whatever kind: its id and times, its row, its text. */
@Injectable()
export class TokenIssuer {
  constructor(
    private readonly format: JwtFormat,
    private readonly keys: SigningKeysService,
    private readonly limits: TokenLimits,
    private readonly feed: ChangeFeed,
    private readonly clock: Clock,
  ) {}

  /**
   * Issues the tokens to one user at once, or none of them.
   * @param insert inserts their rows; it runs again where a ceiling was passed, or the key that was to sign them had
   *   been revoked.
   * @returns them in the order of `requests`; null where `insert` inserted nothing for another reason.
   * @throws AppError `token_limit_reached`, `unavailable`, and whatever `insert` throws.
   */
  async issue(
    userId: number,
    requests: readonly TokenRequest[],
    insert: (tokens: readonly NewToken[], admission: Admission) => Promise<InsertedTokens | null>,
  ): Promise<readonly IssuedToken[] | null> {
    for (let tries = 1; tries <= MAX_TRIES; tries++) {
      const key = requests.some(isJwt) ? await this.keyThatSigns() : null;
      const issuedAt = this.clock.now();
      const tokens = requests.map((request) => newToken(request, issuedAt, key));
      const inserted = await this.limits.keep(userId, tokens, (admission) => insert(tokens, admission));
      if (inserted) return this.textsOf(tokens, requests, inserted, key);
      // The database may know of a revocation before this instance does.
      if (!key || !(await this.keys.isRevoked(key))) return null;
    }
    throw keyRevoked();
  }

  /** The key that signs, by changes that were read within the last second (see SIGNING_SLACK_SECONDS). */
  private async keyThatSigns(): Promise<SigningKey> {
    await this.feed.whenFresh();
    return this.keys.current();
  }

  private textsOf(
    tokens: readonly NewToken[],
    requests: readonly TokenRequest[],
    inserted: InsertedTokens,
    key: SigningKey | null,
  ): IssuedToken[] {
    // Revoked after the rows were inserted: nobody would accept what it signs.
    if (key && !this.keys.find(key.kid)) throw keyRevoked();
    return tokens.map((token, index) => {
      const request = requests[index]!;
      return { ...token, text: isJwt(request) ? this.sign(request, token, inserted, key!) : request.secret };
    });
  }

  private sign(
    { kind, claims }: JwtRequest,
    token: NewToken,
    { owner, idxs }: InsertedTokens,
    key: SigningKey,
  ): string {
    const { id, issuedAt, expiresAt } = token;
    const { userId, username, role } = owner;
    const content = { id, idx: idxs.get(id)!, kind, userId, username, role, issuedAt, expiresAt: expiresAt! };
    return this.format.sign({ ...content, ...(claims && { kindClaims: claims(token, owner) }) }, key);
  }
}

function isJwt(request: TokenRequest): request is JwtRequest {
  return !('secret' in request);
}

function keyRevoked(): AppError {
  return new AppError('unavailable', 'The signing key was revoked at this moment', {
    details: { retryAfterSeconds: 1 },
  });
}

/** `exp` counts whole seconds: a lifetime with a fraction ends with the second that it ends in. */
function newToken(request: TokenRequest, issuedAt: Date, key: SigningKey | null): NewToken {
  const { kind, lifetimeSeconds } = request;
  const seconds = lifetimeSeconds === null ? null : epochSeconds(issuedAt) + Math.ceil(lifetimeSeconds);
  const expiresAt = seconds === null ? null : new Date(seconds * 1000);
  return { id: timeOrderedId(issuedAt), kind, issuedAt, expiresAt, signingKeyId: isJwt(request) ? key!.id : null };
}
