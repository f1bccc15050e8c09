import type { Actor, Source } from '../../common/actor.js';
import { comparableAddress } from '../../common/network.js';
import type { PreparedStatement } from '../prepared-statements.js';
import type { Admission, NewOwner, NewToken } from './inserted-tokens.js';

interface IssueParts {
  readonly name: string;
  /** How many it issues; 1 where it is absent. What belongs to the second and later ones begins with $15. */
  readonly tokens?: number;
  /** Whether the owner is told: each column costs time. */
  readonly tellsOwner: boolean;
  /** More CTEs, which may name `owner` and the parameters; their own begin with $12, or $13 where `commits`. */
  readonly steps?: string;
  /** Whether it commits by itself: it then inserts its event for the audit log, $12. A transaction inserts its own. */
  readonly commits?: boolean;
  /** The CTE of `steps` that has a row where the tokens may be inserted. */
  readonly onlyIf?: string;
  /** An expression over `onlyIf`. */
  readonly sessionId?: string;
  /** The parameter that holds what the owner calls the token. */
  readonly description?: string;
}

/** The same statement for either kind of `Admission`. */
export interface IssueStatements {
  readonly belowCeiling: PreparedStatement;
  readonly counting: PreparedStatement;
}

const FURTHER = 15;
const COLUMNS = ['uuid', 'text', 'bytea', 'timestamptz'];

/** Single values: PostgreSQL plans anew for each array. */
function parametersOf(tokens: number): string[][] {
  return Array.from({ length: tokens }, (_, token) => {
    const first = token === 0 ? 4 : FURTHER + (token - 1) * COLUMNS.length;
    return COLUMNS.map((type, column) => `$${first + column}::${type}`);
  });
}

function newTokens(tokens: number): string {
  const rows = parametersOf(tokens).map((values, at) => `(${[...values, at + 1].join(', ')})`);
  return `(VALUES ${rows.join(', ')}) AS t (id, kind, digest, expires_at, number)`;
}

function kindsOf(tokens: number): string {
  return `ARRAY[${parametersOf(tokens)
    .map(([, kind]) => kind)
    .join(', ')}]`;
}

const RECORDED = `, recorded AS (
    INSERT INTO audit_unsealed (payload) SELECT $12::text WHERE EXISTS (SELECT FROM issued)
  )`;

/**
 * Statements that issue tokens: every token of whatever kind gets its row by one of these. The row lock on the user
 * makes disabling, deleting or a new password wait for a token that is being issued, and issuing wait for them: no
 * token slips through between.
 */
export function issueStatements(parts: IssueParts): IssueStatements {
  const { name } = parts;
  return {
    belowCeiling: { name, text: issueText(parts, belowCeiling(parts)) },
    counting: { name: `${name}_counting`, text: issueText(parts, counting(parts)) },
  };
}

export function statementFor(admission: Admission, { belowCeiling, counting }: IssueStatements): PreparedStatement {
  return 'limit' in admission ? counting : belowCeiling;
}

/** How a statement finds the owner. The first token gets its place after the lock, so that places tell the order. */
interface OwnerParts {
  readonly ctes: readonly string[];
  /** Has a row where the owner may have the tokens. */
  readonly owner: string;
  /** Where the response is read from. */
  readonly found: string;
  readonly column?: string;
}

function belowCeiling({ tellsOwner, steps }: IssueParts): OwnerParts {
  const owner = `(
    SELECT * FROM (
      SELECT locked.*, nextval('tokens_idx_seq') AS place FROM ${lockedOwner(tellsOwner, 'SHARE')}
    ) AS placed
    WHERE place <= $9::bigint
  )`;
  // Where nothing else needs it, a subquery: a CTE would keep its row for others.
  return steps || tellsOwner
    ? { ctes: [`owner AS ${owner}`], owner: 'owner', found: 'owner LEFT JOIN issued ON true' }
    : { ctes: [], owner: `${owner} AS owner`, found: 'issued' };
}

function counting({ tellsOwner, tokens = 1 }: IssueParts): OwnerParts {
  const counted = `counted AS (
    SELECT locked.*, count_active_tokens(locked.id, ${kindsOf(tokens)}, $3, $9::bigint) AS active
    FROM ${lockedOwner(tellsOwner, 'UPDATE')}
  )`;
  const owner = `owner AS (
    SELECT counted.*, nextval('tokens_idx_seq') AS place FROM counted WHERE active < $9::bigint
  )`;
  const found = 'counted AS owner LEFT JOIN issued ON true';
  return { ctes: [counted, owner], owner: 'owner', found, column: 'owner.active' };
}

function lockedOwner(tellsOwner: boolean, strength: 'SHARE' | 'UPDATE'): string {
  return `(
        SELECT id${tellsOwner ? ', username, role, full_name, email' : ''} FROM users
        WHERE id = $1 AND enabled AND ($2::integer IS NULL OR password_version = $2)
          AND ($8::integer IS NULL OR EXISTS (SELECT FROM signing_keys WHERE id = $8 AND state <> 'revoked'))
        FOR ${strength}
      ) AS locked`;
}

function issueText(parts: IssueParts, { ctes, owner, found, column }: OwnerParts): string {
  const { tokens = 1, tellsOwner, steps, commits, onlyIf, sessionId = 'NULL::uuid', description = 'NULL' } = parts;
  const place =
    tokens === 1 ? 'owner.place' : `CASE WHEN t.number = 1 THEN owner.place ELSE nextval('tokens_idx_seq') END`;
  const before = [...ctes, ...(steps ? [steps] : [])].map((cte) => `${cte}, `).join('');
  const told = 'issued.id, owner.id AS "userId", username, role, full_name AS "fullName", email';
  return `
  WITH ${before}issued AS (
    INSERT INTO tokens (id, idx, kind, secret_digest, user_id, session_id, issued_at, expires_at, signing_key_id,
      issued_address, issued_user_agent, description)
    SELECT t.id, ${place}, t.kind, t.digest, owner.id, ${sessionId}, $3, t.expires_at,
      CASE WHEN t.digest IS NULL THEN $8::integer END, $10::inet, $11::text, ${description}
    FROM ${owner}, ${onlyIf ? `${onlyIf}, ` : ''}
      ${newTokens(tokens)}
    RETURNING id, idx
  )${commits ? RECORDED : ''}
  SELECT issued.idx${column ? `, ${column}` : ''}${tellsOwner ? `, ${told}` : ''} FROM ${found}`;
}

/** $1 to $11: of the first token, which is a JWT where any of them is, and of all. */
export function valuesOfFirst(
  { source }: Pick<Actor, 'source'>,
  { userId, passwordVersion }: NewOwner<'userId'>,
  token: NewToken,
  admission: Admission,
): unknown[] {
  const { issuedAt, signingKeyId } = token;
  return [
    ...[userId, passwordVersion, issuedAt, ...ownValuesOf(token), signingKeyId],
    ...[boundOf(admission), ...valuesOf(source)],
  ];
}

/** From $15 on: of the second and later tokens, which are issued at the same time and signed with the same key. */
export function valuesOfFurther(tokens: readonly NewToken[]): unknown[] {
  return tokens.slice(1).flatMap(ownValuesOf);
}

function ownValuesOf({ id, kind, secretDigest, expiresAt }: NewToken): unknown[] {
  return [id, kind, secretDigest ?? null, expiresAt];
}

function valuesOf({ address, userAgent }: Source): unknown[] {
  return [comparableAddress(address), userAgent];
}

function boundOf(admission: Admission): number {
  return 'limit' in admission ? admission.limit : admission.ceiling;
}
