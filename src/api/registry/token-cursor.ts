import { validate as isUuid } from 'uuid';
import type { TokenMatch } from '../../common/token-match.js';
import { orderOf } from '../../common/token-order.js';
import type { TokenPosition } from '../../database/repositories/token-branch.js';
import { invalid, isInstant, parseCursor, parseLimit, writeCursor, type Query } from '../http/query-values.js';

export interface PageRequest {
  readonly after: TokenPosition | undefined;
  readonly limit: number;
}

export function writeTokenCursor({ id, at }: TokenPosition): string {
  return writeCursor([id, at?.toISOString() ?? null]);
}

/** @throws AppError `invalid_request`, also for a cursor of a list that `match` puts into another order. */
export function parseTokenPage(query: Query, match: TokenMatch): PageRequest {
  return { after: parseAfter(query, match), limit: parseLimit(query) };
}

function parseAfter(query: Query, match: TokenMatch): TokenPosition | undefined {
  const cursor = parseCursor(query);
  if (!cursor) return undefined;
  const [id = '', at] = cursor as [string?, unknown?];
  const isOrderedByIds = orderOf(match) === 'issued';
  if (isUuid(id) && (isOrderedByIds ? at === null : isInstant(at))) {
    return { id, at: isInstant(at) ? new Date(at) : null };
  }
  throw invalid('after', 'after must be the next of a page of this list');
}
