import { TOKEN_USES } from '@tessera-auth/verifier/protocol/token-use';
import { TOKEN_KINDS, type TokenKind } from '../../common/token-kind.js';
import { isOfFew, orderOf, type TokenOrder } from '../../common/token-order.js';
import type { TokenMatch, TokenStatus } from '../../common/token-match.js';
import type { TokenBranch, TokenPosition } from './token-branch.js';
import { tokensOfNetwork } from './token-network-branches.js';
import {
  EXPIRED,
  hasLapsed,
  hasStatus,
  LIVE,
  REVOKED,
  tokenConditions,
  valueBinder,
  type Bind,
} from './token-conditions.js';
import { branchesByUse, isBefore } from './token-use-branches.js';

export interface TokenPage {
  readonly match: TokenMatch;
  /** The moment at which a status counts. */
  readonly now: Date;
  readonly after: TokenPosition | undefined;
  readonly limit: number;
}

export interface PageStatement {
  /** A query for the rows `id`, `at` of the page. */
  readonly text: string;
  /** How the text names the moment. */
  readonly now: string;
  readonly values: unknown[];
}

/** Some tokens by their status, as the indexes are divided. */
interface Phase {
  readonly from: string;
  readonly where: string;
}

const TOKENS = 'tokens AS token';
const GRANTED_TOKENS = 'context_token_contexts AS granted JOIN tokens AS token ON token.id = granted.token_id';

/**
 * The page of a list. PostgreSQL merges indexes that are in the same order, but does not look for such a plan by
 * itself: so each index is a branch of its own, which reads no more than a page.
 */
export function pageStatement({ match: asked, now, after, limit }: TokenPage): PageStatement {
  const { values, bind } = valueBinder();
  const match = withKindsOfKey(asked);
  const moment = `${bind(now)}::timestamptz`;
  const count = bind(limit);
  const order = orderOf(match);
  const id = after && `${bind(after.id)}::uuid`;
  // A value that the text does not name is refused.
  const at = after && order !== 'issued' && `${bind(after.at)}::timestamptz`;
  const { cte, branches } = waysTo({ match, now, after, limit }, order, moment, bind);
  const selects = branches.map((branch) => {
    const { where } = branch;
    const before = id && (branch.at ? `(${branch.at}, ${branch.id}) < (${at}, ${id})` : `${branch.id} < ${id}`);
    const conditions = [...where, ...(before ? [before] : [])];
    return `(SELECT ${branch.id} AS id, ${branch.at ?? 'NULL::timestamptz'} AS at FROM ${branch.from}
      ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''}
      ORDER BY ${branch.orderBy ?? `${branch.at ? `${branch.at} DESC, ` : ''}${branch.id} DESC`} LIMIT ${count})`;
  });
  const text = `
    ${cte ? `WITH ${cte}` : ''} SELECT id, at FROM (${selects.join(' UNION ALL ')}) AS found
    ORDER BY ${order === 'issued' ? '' : 'at DESC, '}id DESC LIMIT ${count}`;
  return { text, now: moment, values };
}

/** A key signs tokens of some kinds only: those of the others need not be looked through. */
function withKindsOfKey(match: TokenMatch): TokenMatch {
  return match.keyId === undefined ? match : { kinds: Object.keys(TOKEN_USES) as TokenKind[], ...match };
}

function waysTo(
  page: TokenPage,
  order: TokenOrder,
  now: string,
  bind: Bind,
): { readonly cte?: string; readonly branches: readonly TokenBranch[] } {
  const { address, ...match } = page.match;
  if (!address?.includes('/') || isOfFew(page.match)) return { branches: branchesOf(page, order, now, bind) };
  // One walk through all of them: a kind of which none is from the network would be read to its end.
  const inOrder =
    match.status === 'active' && order === 'issued' && !match.kinds
      ? [{ from: TOKENS, where: tokenConditions(match, now, bind), id: 'token.id' }]
      : branchesOf({ ...page, match }, order, now, bind);
  return tokensOfNetwork({ ...match, address }, { order, limit: page.limit, inOrder }, now, bind);
}

function branchesOf({ match, after }: TokenPage, order: TokenOrder, now: string, bind: Bind): TokenBranch[] {
  if (match.context !== undefined) return branchesOfContext(match, now, bind);
  if (order === 'used') return branchesByUse(match, after, now, bind);
  const { kinds, status, expiresBefore, ...rest } = match;
  const at = order === 'expires' ? 'token.expires_at' : undefined;
  // PostgreSQL begins a range at the first bound that it is told: the position has to be the only one.
  const isBounded = expiresBefore && !(at && isBefore(after, expiresBefore));
  const where = tokenConditions({ ...rest, ...(isBounded && { expiresBefore }) }, now, bind);
  // Then the primary key is the order, and nothing divides it.
  const isUndivided = !kinds && !status && at === undefined && !isOfFew(match);
  if (isUndivided) return [{ from: TOKENS, where, id: 'token.id' }];
  const all = at !== undefined || (status && !isOfFew(match)) ? TOKEN_KINDS : [undefined];
  const ofKinds = (kinds ?? all).map((kind) => (kind ? [`token.kind = ${bind(kind)}`] : []));
  return phasesOf(status, now, bind).flatMap((phase) =>
    ofKinds.map((ofKind) => ({
      from: phase.from,
      where: [phase.where, ...ofKind, ...where],
      id: 'token.id',
      ...(at && { at }),
    })),
  );
}

function phasesOf(status: TokenStatus | undefined, now: string, bind: Bind): Phase[] {
  const phase = (where: string): Phase => ({ from: TOKENS, where });
  if (!status) return [LIVE, REVOKED, EXPIRED].map(phase);
  if (status !== 'expired') return [phase(hasStatus(status, now))];
  // Those that expired within the last minutes are few, but stand among all that are active: OFFSET 0 has them found first.
  return [
    phase(EXPIRED),
    { from: `(SELECT * FROM ${TOKENS} WHERE ${hasLapsed(now, bind)} OFFSET 0) AS token`, where: 'true' },
  ];
}

/** Those that list it, and those that did until they were revoked. */
function branchesOfContext({ context, ...rest }: TokenMatch, now: string, bind: Bind): TokenBranch[] {
  const where = tokenConditions(rest, now, bind);
  const name = bind(context);
  return [
    {
      from: GRANTED_TOKENS,
      where: [`granted.code = (SELECT code FROM contexts WHERE name = ${name})`, ...where],
      id: 'granted.token_id',
    },
    {
      from: TOKENS,
      where: [REVOKED, `token.kind = 'context'`, `token.ended_contexts @> ARRAY[${name}::text]`, ...where],
      id: 'token.id',
    },
  ];
}
