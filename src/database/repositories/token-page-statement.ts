import { TOKEN_KINDS } from '../../common/token-kind.js';
import { orderOf, type TokenOrder } from '../../common/token-order.js';
import type { TokenMatch } from '../../common/token-match.js';
import type { TokenBranch, TokenPosition } from './token-branch.js';
import { hasLapsed, hasStatus, REVOKED, tokenConditions, valueBinder, type Bind } from './token-conditions.js';
import { PARTS, partsOf, type Part } from './token-parts.js';
import { tokensOfSet, type TokensOfSet } from './token-set-branches.js';
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
  const ending = `ORDER BY ${order === 'issued' ? '' : 'at DESC, '}id DESC LIMIT ${count}`;
  const before = (branch: TokenBranch): string[] => {
    if (!after) return [];
    const id = `${bind(after.id)}::uuid`;
    return [
      branch.at ? `(${branch.at}, ${branch.id}) < (${bind(after.at)}::timestamptz, ${id})` : `${branch.id} < ${id}`,
    ];
  };
  const select = (branch: TokenBranch): string => {
    const where = [...branch.where, ...before(branch)];
    return `(SELECT ${branch.id} AS id, ${branch.at ?? 'NULL::timestamptz'} AS at FROM ${branch.from}
      ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}
      ORDER BY ${branch.orderBy ?? `${branch.at ? `${branch.at} DESC, ` : ''}${branch.id} DESC`} LIMIT ${count})`;
  };
  const { inOrder, few } = waysTo(page, order, moment, bind);
  // MATERIALIZED has it planned by itself, and so for a page and not for its first token.
  const walked = `walked AS MATERIALIZED (
    SELECT id, at FROM (${inOrder.map(select).join(' UNION ALL ')}) AS found ${ending})`;
  const text = few
    ? `WITH few AS MATERIALIZED (${few.cte}), ${walked}
      SELECT id, at FROM (SELECT id, at FROM walked UNION ALL ${select(few.branch)}) AS found ${ending}`
    : `WITH ${walked} SELECT id, at FROM walked`;
  return { text, now: moment, values };
}

function waysTo(page: TokenPage, order: TokenOrder, now: string, bind: Bind): TokensOfSet {
  const { match, after } = page;
  const set = setOf(match, order, bind);
  const parts = partsOf(match, page.now);
  if (!set) return { inOrder: branchesOf({ match, after, order, parts }, now, bind) };
  const inOrder = branchesOf({ match: set.rest, after, order, parts }, now, bind);
  return tokensOfSet(set, { order, limit: page.limit, parts, inOrder }, now, bind);
}

function branchesOf({ match, after, order, parts }: Wanted, now: string, bind: Bind): TokenBranch[] {
  if (order === 'used') return branchesByUse(match, { after, parts }, now, bind);
  if (match.context !== undefined) return branchesOfContext(match, now, bind);
  const { kinds, status, expiresBefore, ...rest } = match;
  const at = order === 'expires' ? 'token.expires_at' : undefined;
  // PostgreSQL begins a range at the first bound that it is told: the position has to be the only one.
  const isBounded = expiresBefore && !(at && isBefore(after, expiresBefore));
  const where = tokenConditions({ ...rest, ...(isBounded && { expiresBefore }) }, now, bind);
  const branch = { from: TOKENS, id: 'token.id', ...(at && { at }) };
  const isOrderedByKind = at !== undefined || isInOrderByKind(match);
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
  return [
    ...branches,
    {
      ...branch,
      from: lapsed(now, bind),
      where: [...tokenConditions({ ...(kinds && { kinds }) }, now, bind), ...where],
    },
  ];
}

/** Whether an index has the tokens of each kind in the order of their issue. */
function isInOrderByKind({ userId, username, address, sessionId, description }: TokenMatch): boolean {
  // These are fewer still.
  if (sessionId !== undefined || description !== undefined) return false;
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
