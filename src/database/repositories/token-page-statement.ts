import { firstIdAt } from '../../common/time-ordered-id.js';
import { TOKEN_KINDS } from '../../common/token-kind.js';
import { isOfFew, orderOf, type TokenOrder } from '../../common/token-order.js';
import type { TokenMatch, TokenStatus } from '../../common/token-match.js';
import {
  EXPIRED,
  hasStatus,
  LIVE,
  nextMillisecond,
  REVOKED,
  tokenConditions,
  valueBinder,
  type Bind,
} from './token-conditions.js';

/** The token that a page ended with; `at` is the instant by which the list is ordered, null where the id says it. */
export interface TokenPosition {
  readonly id: string;
  readonly at: Date | null;
}

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

/** A part of what is looked for, which one index has in the order of the list. */
interface Branch {
  readonly from: string;
  readonly where: readonly string[];
  readonly id: string;
  /** Absent where the id is the order. */
  readonly at?: string;
  /** Whether the ids are in the order of `at` too, so that an index on the id serves. */
  readonly isOrderedById?: boolean;
}

/** Some tokens by their status, as the indexes are divided. */
interface Phase {
  readonly from: string;
  readonly where: string;
}

const TOKENS = 'tokens AS token';
const USED_TOKENS = 'token_uses AS use JOIN tokens AS token ON token.id = use.token_id';
const GRANTED_TOKENS = 'context_token_contexts AS granted JOIN tokens AS token ON token.id = granted.token_id';

/**
 * The page of a list. PostgreSQL merges indexes that are in the same order, but does not look for such a plan by
 * itself: so each index is a branch of its own, which reads no more than a page.
 */
export function pageStatement({ match, now, after, limit }: TokenPage): PageStatement {
  const { values, bind } = valueBinder();
  const moment = `${bind(now)}::timestamptz`;
  const count = bind(limit);
  const order = orderOf(match);
  const id = after && `${bind(after.id)}::uuid`;
  // A value that the text does not name is refused.
  const at = after && order !== 'issued' && `${bind(after.at)}::timestamptz`;
  const selects = branchesOf({ match, now, after, limit }, order, moment, bind).map((branch) => {
    const { where, isOrderedById } = branch;
    const before = id && (branch.at ? `(${branch.at}, ${branch.id}) < (${at}, ${id})` : `${branch.id} < ${id}`);
    const conditions = [...where, ...(before ? [before] : [])];
    return `(SELECT ${branch.id} AS id, ${branch.at ?? 'NULL::timestamptz'} AS at FROM ${branch.from}
      ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''}
      ORDER BY ${branch.at && !isOrderedById ? `${branch.at} DESC, ` : ''}${branch.id} DESC LIMIT ${count})`;
  });
  const text = `
    SELECT id, at FROM (${selects.join(' UNION ALL ')}) AS found
    ORDER BY ${order === 'issued' ? '' : 'at DESC, '}id DESC LIMIT ${count}`;
  return { text, now: moment, values };
}

function branchesOf({ match, after }: TokenPage, order: TokenOrder, now: string, bind: Bind): Branch[] {
  if (match.context !== undefined) return branchesOfContext(match, now, bind);
  if (order === 'used') {
    const byUse = branchesByUse(match, now, bind);
    const { unusedSince, usedAfter } = match;
    return unusedSince && !usedAfter ? [...byUse, ...neverUsed(match, after, now, bind)] : byUse;
  }
  const { kinds, status, ...rest } = match;
  const where = tokenConditions(rest, now, bind);
  const at = order === 'expires' ? 'token.expires_at' : undefined;
  // Then the primary key is the order, and nothing divides it.
  const isUndivided = !kinds && !status && at === undefined && !isOfFew(match) && match.address === undefined;
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
  const lapsed = `${LIVE} AND token.kind = ANY (${bind(TOKEN_KINDS)}::text[]) AND token.expires_at <= ${now}`;
  return [phase(EXPIRED), { from: `(SELECT * FROM ${TOKENS} WHERE ${lapsed} OFFSET 0) AS token`, where: 'true' }];
}

/** Those that list it, and those that did until they were revoked. */
function branchesOfContext({ context, ...rest }: TokenMatch, now: string, bind: Bind): Branch[] {
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
      where: [REVOKED, `token.kind = 'context'`, `${name} = ANY (token.ended_contexts)`, ...where],
      id: 'token.id',
    },
  ];
}

function branchesByUse(match: TokenMatch, now: string, bind: Bind): Branch[] {
  const { kinds = TOKEN_KINDS, usedAfter, unusedSince, ...rest } = match;
  const where = tokenConditions(rest, now, bind);
  const used = [
    ...(usedAfter ? [`use.used_at > ${bind(usedAfter)}`] : []),
    ...(unusedSince ? [`use.used_at < ${bind(unusedSince)}`] : []),
  ];
  const ofKinds = kinds.map((kind) => bind(kind));
  return ofKinds.map((kind) => ({
    from: USED_TOKENS,
    where: [`use.kind = ${kind}`, ...used, ...where],
    id: 'use.token_id',
    at: 'use.used_at',
  }));
}

/** Those that were issued before `unusedSince` and not used since then either. */
function neverUsed(match: TokenMatch, after: TokenPage['after'], now: string, bind: Bind): Branch[] {
  const { kinds = TOKEN_KINDS, status, unusedSince, ...rest } = match;
  const before = firstIdAt(nextMillisecond(after?.at ?? unusedSince!));
  const where = [
    `token.id < ${bind(before)}::uuid`,
    `token.issued_at < ${bind(unusedSince)}`,
    'NOT EXISTS (SELECT FROM token_uses AS use WHERE use.token_id = token.id)',
    ...tokenConditions(rest, now, bind),
  ];
  return phasesOf(status, now, bind).flatMap((phase) =>
    kinds.map((kind) => ({
      from: phase.from,
      where: [phase.where, `token.kind = ${bind(kind)}`, ...where],
      id: 'token.id',
      at: 'token.issued_at',
      isOrderedById: true,
    })),
  );
}
