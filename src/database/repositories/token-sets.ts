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
  // A list of a context is in the order of its index.
  if (context !== undefined) return order === 'issued' ? undefined : holders(match, bind);
  if (address?.includes('/')) return network(match, bind);
  if (order !== 'issued') {
    if (userId !== undefined || username !== undefined) return owner(match, bind);
    return address === undefined ? undefined : oneAddress(match, bind);
  }
  const isOfFew = [userId, username, address, match.sessionId, match.description].some((one) => one !== undefined);
  return !isOfFew && (match.expiresAfter ?? match.expiresBefore) ? expiring(match, bind) : undefined;
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

/** A context token that was revoked is in no list of a context any more, but tells what it was valid for. */
function holders({ context, ...rest }: TokenMatch, bind: Bind): TokenSet {
  const name = bind(context);
  const code = `(SELECT code FROM contexts WHERE name = ${name})`;
  const wasGranted = `token.ended_contexts @> ARRAY[${name}::text]`;
  const granted = `context_token_contexts AS granted`;
  return {
    rest: { ...rest, kinds: ['context'] },
    inPart: (part) =>
      part === 'revoked'
        ? `tokens AS token WHERE ${PARTS.revoked} AND token.kind = 'context' AND ${wasGranted}`
        : `${granted} JOIN tokens AS token ON token.id = granted.token_id WHERE granted.code = ${code} AND ${PARTS[part]}`,
    isByKind: false,
    isIn: `(EXISTS (SELECT FROM ${granted} WHERE granted.token_id = token.id AND granted.code = ${code} OFFSET 0)
      OR coalesce(${wasGranted}, false))`,
  };
}

function expiring({ expiresAfter, expiresBefore, ...rest }: TokenMatch, bind: Bind): TokenSet {
  const bounds = [
    ...(expiresAfter ? [`> ${bind(expiresAfter)}::timestamptz`] : []),
    ...(expiresBefore ? [`< ${bind(expiresBefore)}::timestamptz`] : []),
  ];
  return {
    rest,
    inPart: BETWEEN_TOKENS(bounds.map((bound) => `token.expires_at ${bound}`).join(' AND ')),
    isByKind: true,
    isIn: bounds.map((bound) => `token.expires_at + interval '0' ${bound}`).join(' AND '),
  };
}
