import type { TokenOrder } from '../../common/token-order.js';
import type { TokenMatch, TokenStatus } from '../../common/token-match.js';
import type { TokenBranch } from './token-branch.js';
import { EXPIRED, isWithin, LIVE, REVOKED, tokenConditions, type Bind } from './token-conditions.js';

/** So many tokens are read and sorted about as fast as this many times as many are passed over for a page of them. */
const SMALL_PER_TOKEN = 200;
const MAX_SMALL = 20_000;

/** Tokens of a network, found in the one way or the other. */
export interface TokensOfNetwork {
  /** A CTE for the statement. */
  readonly cte: string;
  readonly branches: readonly TokenBranch[];
}

/**
 * The index on addresses has the tokens of a network in no order. They are all read and sorted where there are few; of
 * more, enough for a page are soon found on the way through the list. PostgreSQL knows too little of addresses to choose
 * well, so that the statement counts them, up to that number, and does the one or the other.
 * @param match names the network.
 * @param inOrder the branches of the list without the network.
 */
export function tokensOfNetwork(
  { address, ...match }: TokenMatch & { readonly address: string },
  { order, limit, inOrder }: { order: TokenOrder; limit: number; inOrder: readonly TokenBranch[] },
  now: string,
  bind: Bind,
): TokensOfNetwork {
  const network = bind(address);
  const parts = partsOf(match.status).map(
    (part) => `SELECT * FROM tokens AS token WHERE ${part} AND ${isWithin(network)}`,
  );
  const small = Math.min(SMALL_PER_TOKEN * limit, MAX_SMALL);
  const cte = `network AS MATERIALIZED (
    SELECT count(*) <= ${small} AS small FROM (
      SELECT FROM (${parts.map((part) => part.replace('*', '')).join(' UNION ALL ')}) AS token LIMIT ${small + 1}
    ) AS counted)`;
  const isSmall = '(SELECT small FROM network)';
  const few = {
    // OFFSET 0 has them found by their address, whatever the order of the list.
    from: `(${parts.map((part) => `(${part} OFFSET 0)`).join(' UNION ALL ')}) AS token
      ${order === 'used' ? 'LEFT JOIN token_uses AS use ON use.token_id = token.id' : ''}`,
    where: [isSmall, ...tokenConditions(match, now, bind)],
    id: 'token.id',
    ...ORDERS[order],
  };
  // In a form that no index serves.
  const isInside = `(token.issued_address <<= network(${network}::text::inet)) IS TRUE`;
  const many = inOrder.map((branch) => ({ ...branch, where: [`NOT ${isSmall}`, ...branch.where, isInside] }));
  return { cte, branches: [few, ...many] };
}

const ORDERS: Readonly<Record<TokenOrder, { readonly at?: string }>> = {
  issued: {},
  expires: { at: 'token.expires_at' },
  used: { at: 'coalesce(use.used_at, token.issued_at)' },
};

function partsOf(status: TokenStatus | undefined): readonly string[] {
  if (status === 'revoked') return [REVOKED];
  if (status === 'expired') return [LIVE, EXPIRED];
  return status ? [LIVE] : [LIVE, REVOKED, EXPIRED];
}
