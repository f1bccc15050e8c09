import { Injectable } from '@nestjs/common';
import { v7 as uuidV7 } from 'uuid';
import { Clock, epochSeconds } from '../common/clock.js';
import type { TokenKind } from '../common/token-kind.js';
import { ChangeFeed } from '../database/changes/change-feed.js';
import type { InsertedTokens, NewToken, TokenOwner } from '../database/repositories/issue-statement.js';
import { JwtFormat, type KindClaims } from './jwt-format.js';

/** A token that is wanted. */
export interface TokenRequest {
  readonly kind: TokenKind;
  /** Until it expires; may have a fraction. Null for a token that lives until it is revoked. */
  readonly lifetimeSeconds: number | null;
  /** The text of an opaque token; absent for a JWT. */
  readonly secret?: string;
  /** What a JWT of this kind says besides. */
  readonly claims?: (token: NewToken, owner: TokenOwner) => KindClaims;
}

/** Its text is stored nowhere. */
export interface IssuedToken extends NewToken {
  readonly text: string;
}

/** Issues every token of whatever kind: its id and times, its row, its text. */
@Injectable()
export class TokenIssuer {
  constructor(
    private readonly format: JwtFormat,
    private readonly feed: ChangeFeed,
    private readonly clock: Clock,
  ) {}

  /**
   * Issues the tokens at once, or none of them.
   * @param insert inserts their rows.
   * @returns them in the order of `requests`; null where `insert` inserted nothing.
   * @throws AppError `unavailable`, and whatever `insert` throws.
   */
  async issue(
    requests: readonly TokenRequest[],
    insert: (tokens: readonly NewToken[]) => Promise<InsertedTokens | null>,
  ): Promise<readonly IssuedToken[] | null> {
    // So that a JWT is signed with a key that signed a second ago at the latest (see KeyRotationService, SLACK_SECONDS).
    if (requests.some(({ secret }) => secret === undefined)) await this.feed.whenFresh();
    const issuedAt = this.clock.now();
    const tokens = requests.map((request) => newToken(request, issuedAt));
    const inserted = await insert(tokens);
    if (!inserted) return null;
    return tokens.map((token, index) => {
      const { secret, claims } = requests[index]!;
      return { ...token, text: secret ?? this.sign(token, inserted, claims) };
    });
  }

  private sign(token: NewToken, { owner, idxs }: InsertedTokens, claims: TokenRequest['claims']): string {
    const { id, kind, issuedAt, expiresAt } = token;
    const { userId, username, role } = owner;
    return this.format.sign({
      ...{ id, idx: idxs.get(id)!, kind, userId, username, role, issuedAt, expiresAt: expiresAt! },
      ...(claims && { kindClaims: claims(token, owner) }),
    });
  }
}

/** `exp` counts whole seconds: a lifetime with a fraction ends with the second that it ends in. */
function newToken({ kind, lifetimeSeconds }: TokenRequest, issuedAt: Date): NewToken {
  const seconds = lifetimeSeconds === null ? null : epochSeconds(issuedAt) + Math.ceil(lifetimeSeconds);
  return { id: uuidV7(), kind, issuedAt, expiresAt: seconds === null ? null : new Date(seconds * 1000) };
}
