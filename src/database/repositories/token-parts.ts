import { TOKEN_USES } from '@tessera-auth/verifier/protocol/token-use';
import { TOKEN_KINDS, type TokenKind } from '../../common/token-kind.js';
import type { TokenMatch } from '../../common/token-match.js';
import { EXPIRED, LIVE, REVOKED } from './token-conditions.js';

/** Each row of the tokens, and of their uses, is in one of these, and each index is divided by them. */
export const PARTS = { live: LIVE, revoked: REVOKED, expired: EXPIRED } as const;

export type Part = keyof typeof PARTS;

/**
 * Where tokens that match may be, but for the few that have expired and are not marked yet.
 * @param now the moment at which a status counts.
 */
export function partsOf({ status, expiresAfter }: TokenMatch, now: Date): readonly Part[] {
  if (status === 'revoked' || status === 'expired') return [status];
  if (status) return ['live'];
  return expiresAfter && expiresAfter >= now ? ['live', 'revoked'] : ['live', 'revoked', 'expired'];
}

/** @returns the match with the kinds that may fit all that it says: none of the others need be looked through. */
export function withPossibleKinds(match: TokenMatch): TokenMatch {
  const { kinds = TOKEN_KINDS, keyId, context } = match;
  if (keyId === undefined && context === undefined) return match;
  const possible = kinds.filter(
    (kind) => (keyId === undefined || isSigned(kind)) && (context === undefined || kind === 'context'),
  );
  return { ...match, kinds: possible };
}

function isSigned(kind: TokenKind): boolean {
  return kind in TOKEN_USES;
}
