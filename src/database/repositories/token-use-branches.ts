import { firstIdAt } from '../../common/time-ordered-id.js';
import { TOKEN_KINDS } from '../../common/token-kind.js';
import type { TokenMatch } from '../../common/token-match.js';
import type { TokenBranch, TokenPosition } from './token-branch.js';
import { CLOCK_SLACK_MS, hasLapsed, nextMillisecond, tokenConditions, type Bind } from './token-conditions.js';
import type { Part } from './token-parts.js';

const USED_TOKENS = 'token_uses AS use JOIN tokens AS token ON token.id = use.token_id';
/** The uses by the status of their tokens, as their indexes are divided. */
const USES = {
  live: 'NOT use.revoked AND NOT use.expired',
  revoked: 'use.revoked',
  expired: 'NOT use.revoked AND use.expired',
} as const;

/** A list in the order of the last use: a token that was never used stands where it was issued. */
export function branchesByUse(
  match: TokenMatch,
  { after, parts }: { after: TokenPosition | undefined; parts: readonly Part[] },
  now: string,
  bind: Bind,
): TokenBranch[] {
  const { usedAfter, unusedSince, status } = match;
  const branches = placedBranches(match, { after, parts }, now, bind);
  if (status === 'expired') branches.push(lapsed(match, now, bind));
  if (unusedSince && !usedAfter) branches.push({ ...newlyIssued(match, after, now, bind), of: { part: parts[0]! } });
  return branches;
}

/** Those that have their place among the uses: for each kind an index with the used ones, and before them the others. */
function placedBranches(
  { kinds = TOKEN_KINDS, usedAfter, unusedSince, ...rest }: TokenMatch,
  { after, parts }: { after: TokenPosition | undefined; parts: readonly Part[] },
  now: string,
  bind: Bind,
): TokenBranch[] {
  const where = tokenConditions(rest, now, bind);
  const used = [
    ...(usedAfter ? [`use.used_at > ${bind(latestOf(usedAfter, rest.issuedAfter))}`] : []),
    // PostgreSQL begins a range at the first bound that it is told: the position has to be the only one.
    ...(unusedSince && !isBefore(after, unusedSince) ? [`use.used_at < ${bind(unusedSince)}`] : []),
  ];
  const divided = parts.flatMap((part) =>
    kinds.map((kind) => ({
      from: USED_TOKENS,
      where: [USES[part], `use.kind = ${bind(kind)}`, ...where],
      id: 'use.token_id',
      of: { part, kind },
    })),
  );
  const usedOnes = divided.map((branch) => ({
    ...branch,
    where: [...branch.where, 'use.used_at IS NOT NULL', ...used],
    at: 'use.used_at',
  }));
  if (usedAfter || !unusedSince) return usedOnes;
  const issued = issuedBefore(unusedSince, after, 'use.token_id', bind);
  const unusedOnes = divided.map((branch) => ({
    ...branch,
    where: [...branch.where, 'use.used_at IS NULL', ...issued],
    at: 'token.issued_at',
    orderBy: 'use.used_at DESC, use.token_id DESC',
  }));
  return [...usedOnes, ...unusedOnes];
}

/**
 * Those that have a place among the uses and expired within the last minutes, whose uses still stand among those of active
 * ones. They are few, which PostgreSQL does not know: OFFSET 0 has them found first, and each use by its token.
 */
function lapsed(match: TokenMatch, now: string, bind: Bind): TokenBranch {
  return {
    from: `(SELECT * FROM tokens AS token WHERE ${hasLapsed(now, bind)} OFFSET 0) AS token
      CROSS JOIN LATERAL (SELECT * FROM token_uses WHERE token_id = token.id OFFSET 0) AS use`,
    where: [USES.live, ...tokenConditions(match, now, bind)],
    id: 'token.id',
    at: 'coalesce(use.used_at, token.issued_at)',
  };
}

/** Those that the cleanup has not come to yet: all of the last minutes, of which those are left that were not used. */
function newlyIssued(
  { kinds, unusedSince, ...rest }: TokenMatch,
  after: TokenPosition | undefined,
  now: string,
  bind: Bind,
): TokenBranch {
  return {
    from: 'tokens AS token',
    where: [
      'token.id > (SELECT up_to FROM token_use_progress)',
      ...issuedBefore(unusedSince!, after, 'token.id', bind),
      'NOT EXISTS (SELECT FROM token_uses AS use WHERE use.token_id = token.id)',
      ...tokenConditions({ ...rest, ...(kinds && { kinds }) }, now, bind),
    ],
    id: 'token.id',
    at: 'token.issued_at',
    orderBy: 'token.id DESC',
  };
}

/** No token is used before it is issued, but by the clock of another instance. */
function latestOf(usedAfter: Date, issuedAfter?: Date): Date {
  return new Date(Math.max(usedAfter.getTime(), (issuedAfter?.getTime() ?? 0) - CLOCK_SLACK_MS));
}

function issuedBefore(moment: Date, after: TokenPosition | undefined, id: string, bind: Bind): string[] {
  const bound = isBefore(after, moment) ? after.at : moment;
  return [`${id} < ${bind(firstIdAt(nextMillisecond(bound)))}::uuid`, `token.issued_at < ${bind(moment)}`];
}

/** Whether all that comes after the position is before the moment in any case. */
export function isBefore(
  position: TokenPosition | undefined,
  moment: Date,
): position is TokenPosition & { readonly at: Date } {
  return !!position?.at && position.at < moment;
}
