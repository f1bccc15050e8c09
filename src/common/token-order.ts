import type { TokenMatch } from './token-match.js';

/**
 * By what a list is ordered, the latest first: by what it is filtered by, so that a page is the end of an index. Where all
 * were issued since a moment, by that: of the tokens of some days most fit the rest, or they are soon read.
 */
export type TokenOrder = 'issued' | 'expires' | 'used';

export function orderOf(match: TokenMatch): TokenOrder {
  if (isOfFew(match)) return 'issued';
  if (match.issuedAfter) return 'issued';
  if (match.usedAfter ?? match.unusedSince) return 'used';
  return (match.expiresAfter ?? match.expiresBefore) ? 'expires' : 'issued';
}

/** Whether a filter leaves few tokens, whichever the others are. */
export function isOfFew({ userId, username, sessionId, description, context, address }: TokenMatch): boolean {
  const few = [userId, username, sessionId, description, context].some((value) => value !== undefined);
  return few || (address !== undefined && !address.includes('/'));
}
