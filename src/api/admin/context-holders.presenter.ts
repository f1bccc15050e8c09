import type { Holder } from '../../contexts/allowed-contexts.service.js';
import type { ContextHolderPageResponseDto } from './dto/context.dto.js';
import { invalid, parseCursor, parseLimit, writeCursor, type Query } from '../http/query-values.js';

/** @throws AppError `invalid_request` that names the parameter that has a bad value. */
export function parseHolderQuery(query: Query): { afterUserId: number; limit: number } {
  const [afterUserId, ...others] = parseCursor(query) ?? [0];
  if (!Number.isInteger(afterUserId) || Math.abs(afterUserId as number) >= 2 ** 31 || others.length > 0) {
    throw invalid('after', 'after must be the next of a page of this list');
  }
  return { afterUserId: afterUserId as number, limit: parseLimit(query) };
}

/** @param holders one more than the limit where there is another page. */
export function presentHolders(holders: readonly Holder[], limit: number): ContextHolderPageResponseDto {
  const page = holders.slice(0, limit);
  const last = page.at(-1);
  const items = page.map(({ userId: id, username, tokens, hasMoreTokens }) => ({
    user: { id, username },
    tokens: tokens.map(({ id: tokenId, issuedAt }) => ({ id: tokenId, issuedAt: new Date(issuedAt).toISOString() })),
    hasMoreTokens,
  }));
  return { items, next: holders.length > limit && last ? writeCursor([last.userId]) : null };
}
