import type { UserActor } from '../../common/actor.js';
import { TOKEN_STATUSES, type TokenMatch } from '../../common/token-match.js';
import { parseOneOf, type Query } from '../http/query-values.js';

/** The reason that a list gives afterwards. */
export const ENDED_BY_OWNER = 'Ended by its owner';

export const STATUS = { name: 'status', enum: TOKEN_STATUSES } as const;

/** @throws AppError `invalid_request`. */
export function ownMatch({ principal }: UserActor, query: Query): TokenMatch {
  const status = parseOneOf(query, 'status', TOKEN_STATUSES);
  return { userId: principal.userId, ...(status && { status }) };
}
