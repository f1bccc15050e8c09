import type { TokenMatch } from './token-match.js';

/**
 * By what a list is ordered, the latest first: by what it is filtered by, so that a page is the end of an index. Where all
 * were issued since a moment, by that: of the tokens of some days most fit the rest, or they are soon read.
 */
export type TokenOrder = 'issued' | 'expires' | 'used';

export function orderOf(match: TokenMatch): TokenOrder {
  const { sessionId, description, context, issuedAfter, issuedBefore, usedAfter, unusedSince } = match;
  if ([sessionId, description, context].some((few) => few !== undefined)) return 'issued';
  if (usedAfter) return 'used';
  if (unusedSince) return issuedAfter || (issuedBefore && issuedBefore < unusedSince) ? 'issued' : 'used';
  return (match.expiresAfter ?? match.expiresBefore) && !issuedAfter ? 'expires' : 'issued';
}
