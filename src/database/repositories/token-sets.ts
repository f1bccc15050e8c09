import type { TokenMatch } from '../../common/token-match.js';
import type { TokenOrder } from '../../common/token-order.js';
import { isOwnedBy, isWithin, type Bind } from './token-conditions.js';
import { PARTS, type Part } from './token-parts.js';

/** Tokens that an index finds by what a match says of them, but in another order than that of the list. */
export interface TokenSet {
  /** What the match says besides. */
  readonly rest: TokenMatch;
  /** Those of a part: a FROM and a condition that the index serves. */
  readonly inPart: (part: Part) => string;
  /** Whether the index has each kind by itself; else they are counted together. */
  readonly isByKind: boolean;
  /** That `token` is one of them, in a form that no index serves. */
  readonly isIn: string;
}

const BETWEEN_TOKENS = (condition: string) => (part: Part) => `tokens AS token WHERE ${PARTS[part]} AND ${condition}`;

/** @returns the set by which to look for the tokens of a list; nothing where its order serves better in any case. */
export function setOf(match: TokenMatch, order: TokenOrder, bind: Bind): TokenSet | undefined {
  const { address, userId, username, context } = match;
  // A context has its tokens in an index of its own, and most have few.
  if (context !== undefined) return undefined;
  if (address?.includes('/')) return network(match, bind);
  if (order === 'issued') return undefined;
  if (userId !== undefined || username !== undefined) return owner(match, bind);
  return address === undefined ? undefined : oneAddress(match, bind);
}

function network({ address, ...rest }: TokenMatch, bind: Bind): TokenSet {
  const bound = bind(address);
  return {
    rest,
    inPart: BETWEEN_TOKENS(isWithin(bound)),
    isByKind: false,
    isIn: `(token.issued_address <<= network(${bound}::text::inet)) IS TRUE`,
  };
}

function oneAddress({ address, ...rest }: TokenMatch, bind: Bind): TokenSet {
  const bound = `${bind(address)}::inet`;
  return {
    rest,
    inPart: BETWEEN_TOKENS(`token.issued_address = ${bound}`),
    isByKind: true,
    isIn: `(token.issued_address <<= ${bound}) IS TRUE`,
  };
}

function owner({ userId, username, ...rest }: TokenMatch, bind: Bind): TokenSet {
  const conditions = isOwnedBy({ userId, username }, bind);
  return {
    rest,
    inPart: BETWEEN_TOKENS(conditions.join(' AND ')),
    isByKind: true,
    isIn: conditions.map((condition) => condition.replace('token.user_id', '(token.user_id + 0)')).join(' AND '),
  };
}
