import { TOKEN_KINDS } from '../../common/token-kind.js';
import { orderOf, type TokenOrder } from '../../common/token-order.js';
import type { TokenMatch } from '../../common/token-match.js';
import type { TokenBranch, TokenPosition } from './token-branch.js';
import { hasLapsed, hasStatus, REVOKED, tokenConditions, valueBinder, type Bind } from './token-conditions.js';
import { PARTS, partsOf, type Part } from './token-parts.js';
import { tokensOfSet } from './token-set-branches.js';
import { setOf } from './token-sets.js';
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

interface Wanted extends Pick<TokenPage, 'match' | 'after'> {
  readonly order: TokenOrder;
  readonly parts: readonly Part[];
  /** Whether each kind needs a branch of its own. */
  readonly isByKind?: boolean;
}

const TOKENS = 'tokens AS token';
const GRANTED_TOKENS = 'context_token_contexts AS granted JOIN tokens AS token ON token.id = granted.token_id';

/**
 * The page of a list. PostgreSQL merges indexes that are in the same order, but does not look for such a plan by
 * itself: so each index is a branch of its own, which reads no more than a page.
 */
export function pageStatement(page: TokenPage): PageStatement {
  const { match, now, after, limit } = page;
  const { values, bind } = valueBinder();
  const moment = `${bind(now)}::timestamptz`;
  const count = bind(limit);
  const order = orderOf(match);
  const id = after && `${bind(after.id)}::uuid`;
  // A value that the text does not name is refused.
  const at = after && order !== 'issued' && `${bind(after.at)}::timestamptz`;
  const { cte, branches } = waysTo(page, order, moment, bind);
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

function waysTo(
  page: TokenPage,
  order: TokenOrder,
  now: string,
  bind: Bind,
): { readonly cte?: string; readonly branches: readonly TokenBranch[] } {
  const { match, after } = page;
  const set = setOf(match, order, bind);
  const parts = partsOf(match, page.now);
  if (!set) return { branches: branchesOf({ match, after, order, parts }, now, bind) };
  const inOrder = branchesOf({ match: set.rest, after, order, parts, isByKind: set.isByKind }, now, bind);
  return tokensOfSet(set, { order, limit: page.limit, parts, inOrder }, now, bind);
}

function branchesOf(wanted: Wanted, now: string, bind: Bind): TokenBranch[] {
  const { match, after, order, parts, isByKind } = wanted;
  if (order === 'used') return branchesByUse(match, { after, parts }, now, bind);
  if (match.context !== undefined) return branchesOfContext(match, now, bind);
  const { kinds, status, expiresBefore, ...rest } = match;
  const at = order === 'expires' ? 'token.expires_at' : undefined;
  // PostgreSQL begins a range at the first bound that it is told: the position has to be the only one.
  const isBounded = expiresBefore && !(at && isBefore(after, expiresBefore));
  const where = tokenConditions({ ...rest, ...(isBounded && { expiresBefore }) }, now, bind);
  const branch = { from: TOKENS, id: 'token.id', ...(at && { at }) };
  const isOrderedByKind = isByKind || at !== undefined || isInOrderByKind(match);
  // Then the primary key is the order, and nothing divides it.
  if (!kinds && !status && !isOrderedByKind) return [{ ...branch, where, of: { part: 'live' } }];
  const ofAll = isOrderedByKind || (status && status !== 'active') ? TOKEN_KINDS : [undefined];
  const branches: TokenBranch[] = parts.flatMap((part) =>
    (kinds ?? ofAll).map((kind) => ({
      ...branch,
      where: [
        status && status !== 'expired' ? hasStatus(status, now) : PARTS[part],
        ...(kind ? [`token.kind = ${bind(kind)}`] : []),
        ...where,
      ],
      of: { part, ...(kind && { kind }) },
    })),
  );
  if (status !== 'expired') return branches;
  return [...branches, { ...branch, from: lapsed(now, bind), where: [...tokenConditions({ ...(kinds && { kinds }) }, now, bind), ...where] }];
}

/** Whether an index has the tokens of each kind in the order of their issue. */
function isInOrderByKind({ userId, username, address }: TokenMatch): boolean {
  return userId !== undefined || username !== undefined || (address !== undefined && !address.includes('/'));
}

/** They are few, but stand among all that are active: OFFSET 0 has them found first. */
function lapsed(now: string, bind: Bind): string {
  return `(SELECT * FROM ${TOKENS} WHERE ${hasLapsed(now, bind)} OFFSET 0) AS token`;
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
