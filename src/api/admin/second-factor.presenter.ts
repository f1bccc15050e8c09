import type { FactorOfUser } from '../../database/repositories/second-factor.repository.js';
import { invalid, parseCursor, parseLimit, writeCursor, type Query } from '../http/query-values.js';
import { presentFactor } from '../registry/second-factor.presenter.js';
import type { FactorPageResponseDto } from './dto/second-factor.dto.js';
import { MAX_USER_ID } from './user-query.js';

export interface FactorQuery {
  readonly afterUserId: number;
  readonly limit: number;
}

/** @throws AppError `invalid_request`. */
export function parseFactorQuery(query: Query): FactorQuery {
  const [id, ...rest] = parseCursor(query) ?? [0];
  const isOfThisList =
    Number.isInteger(id) && (id as number) >= 0 && (id as number) <= MAX_USER_ID && rest.length === 0;
  if (!isOfThisList) throw invalid('after', 'after must be the next of a page of this list');
  return { afterUserId: id as number, limit: parseLimit(query) };
}

/** @param factors one more than the page has, where there are more. */
export function presentFactors(factors: readonly FactorOfUser[], limit: number): FactorPageResponseDto {
  const page = factors.slice(0, limit);
  const last = factors.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map(({ userId, username, ...factor }) => ({
      user: { id: userId, username },
      ...presentFactor(factor),
    })),
    next: last ? writeCursor([last.userId]) : null,
  };
}
