import { TOKEN_KINDS } from '../../common/token-kind.js';
import type { TokenOrder } from '../../common/token-order.js';
import type { TokenBranch } from './token-branch.js';
import { tokenConditions, type Bind } from './token-conditions.js';
import type { Part } from './token-parts.js';
import type { TokenSet } from './token-sets.js';

/** So many tokens are read and sorted about as fast as this many times as many are passed over for a page of them. */
const FEW_PER_TOKEN = 100;
const MAX_FEW = 20_000;

/** Tokens of a set, found in the one way or the other. */
export interface TokensOfSet {
  readonly inOrder: readonly TokenBranch[];
  /** The few that are read and sorted; `cte` is what they are, of which the branches name the columns. */
  readonly few?: { readonly cte: string; readonly branch: TokenBranch };
}

/**
 * The index of a set has its tokens in another order than that of the list. They are all read and sorted where there are
 * few; of more, enough for a page are soon found on the way through the list. PostgreSQL knows too little to choose well,
 * so that the statement counts them, up to that number and in the index alone, and does the one or the other: where the
 * index has the kinds apart, for each kind and part by itself, since those of a kind may all be elsewhere in the list.
 * @param inOrder the branches of the list without the set.
 */
export function tokensOfSet(
  set: TokenSet,
  {
    order,
    limit,
    parts,
    inOrder,
  }: { order: TokenOrder; limit: number; parts: readonly Part[]; inOrder: readonly TokenBranch[] },
  now: string,
  bind: Bind,
): TokensOfSet {
  const kinds = `${bind(set.rest.kinds ?? TOKEN_KINDS)}::text[]`;
  const most = Math.min(FEW_PER_TOKEN * limit, MAX_FEW);
  // Uses have their parts by themselves, which a token may be in before or after.
  const groups = order === 'used' ? [parts] : parts.map((part) => [part]);
  const cte = set.isByKind ? fewByKind(set, groups, kinds, most) : fewOrNone(set, parts, kinds, most);
  const walked = inOrder.map((branch) => ({
    ...branch,
    where: [...unlessFew(branch, set), ...branch.where, set.isIn],
  }));
  return { inOrder: walked, few: { cte, branch: fewOnes(set, parts, order, now, bind) } };
}

function foundIn(set: TokenSet, parts: readonly Part[], condition = 'true'): string {
  return parts.map((part) => `SELECT FROM ${set.inPart(part)} AND ${condition}`).join(' UNION ALL ');
}

function fewByKind(set: TokenSet, groups: readonly (readonly Part[])[], kinds: string, most: number): string {
  const counts = groups.map(
    (parts, group) => `
      SELECT ${group} AS part_group, kind, counted FROM unnest(${kinds}) AS kind CROSS JOIN LATERAL (
        SELECT count(*) AS counted FROM (
          SELECT FROM (${foundIn(set, parts, 'token.kind = kind.kind')}) AS token LIMIT ${most + 1}) AS found) AS of_kind`,
  );
  const columns = groups.flatMap((parts, group) =>
    parts.map((part) => `coalesce(array_agg(kind) FILTER (WHERE part_group = ${group}), '{}') AS ${part}`),
  );
  return `SELECT ${columns.join(', ')} FROM (
    SELECT part_group, kind, sum(counted) OVER (ORDER BY counted, part_group, kind) AS up_to_it FROM (
      ${counts.join(' UNION ALL ')}) AS count) AS summed WHERE up_to_it <= ${most}`;
}

function fewOrNone(set: TokenSet, parts: readonly Part[], kinds: string, most: number): string {
  const columns = parts.map((part) => `CASE WHEN counted <= ${most} THEN ${kinds} ELSE '{}' END AS ${part}`);
  return `SELECT ${columns.join(', ')} FROM (
    SELECT count(*) AS counted FROM (
      SELECT FROM (${foundIn(set, parts)}) AS token LIMIT ${most + 1}) AS found) AS count`;
}

const fewIn = (part: Part): string => `(SELECT few.${part} FROM few)`;

function unlessFew({ of }: TokenBranch, { isByKind }: TokenSet): string[] {
  if (!of) return [];
  if (of.kind) return [`(SELECT '${of.kind}' <> ALL (few.${of.part}) FROM few)`];
  return [isByKind ? `token.kind <> ALL (${fewIn(of.part)}::text[])` : `(SELECT few.${of.part} = '{}' FROM few)`];
}

/** OFFSET 0 has them found by the index of the set, whatever the order of the list. */
function fewOnes(set: TokenSet, parts: readonly Part[], order: TokenOrder, now: string, bind: Bind): TokenBranch {
  const found = parts.map(
    (part) => `(SELECT token.* FROM ${set.inPart(part)} AND token.kind = ANY (${fewIn(part)}::text[]) OFFSET 0)`,
  );
  const { usedAfter, unusedSince, ...rest } = set.rest;
  const isByUse = order === 'used';
  return {
    from: `(${found.join(' UNION ALL ')}) AS token
      ${isByUse ? 'LEFT JOIN token_uses AS use ON use.token_id = token.id' : ''}`,
    where: [
      ...tokenConditions(isByUse ? rest : set.rest, now, bind),
      ...(isByUse && usedAfter ? [`use.used_at > ${bind(usedAfter)}`] : []),
      ...(isByUse && unusedSince ? [`coalesce(use.used_at, token.issued_at) < ${bind(unusedSince)}`] : []),
    ],
    id: 'token.id',
    ...ORDERS[order],
  };
}

const ORDERS: Readonly<Record<TokenOrder, { readonly at?: string }>> = {
  issued: {},
  expires: { at: 'token.expires_at' },
  used: { at: 'coalesce(use.used_at, token.issued_at)' },
};
