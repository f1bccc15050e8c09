import type { Actor, Source } from '../../common/actor.js';
import { comparableAddress } from '../../common/network.js';
import type { Role } from '../../common/roles.js';
import type { TokenKind } from '../../common/token-kind.js';
import type { PreparedStatement } from '../prepared-statements.js';
import { insertEvents } from './audit-event-statement.js';

/** A token that has no row yet. */
export interface NewToken {
  /** UUID version 7; the `jti`. */
  readonly id: string;
  readonly kind: TokenKind;
  readonly issuedAt: Date;
  /** Null for a token that lives until it is revoked. */
  readonly expiresAt: Date | null;
  /** The key that is to sign it; null for an opaque token. Where it is revoked by then, nothing is issued. */
  readonly signingKeyId: number | null;
  /** Of an opaque token. */
  readonly secretDigest?: Buffer;
}

/** Whose a token is. */
export interface TokenOwner {
  readonly userId: number;
  readonly username: string;
  readonly role: Role;
  /** This and the next only of an owner whom the database has just told. */
  readonly fullName?: string | null;
  readonly email?: string | null;
}

/** Who is to have a token, which they get only while their password is still this one; null whichever it is. */
export type NewOwner<Known extends keyof TokenOwner = 'userId' | 'username' | 'role'> = Pick<TokenOwner, Known> & {
  readonly passwordVersion: number | null;
};

export interface InsertedTokens {
  readonly owner: TokenOwner;
  /** By the tokens' ids, their places in the revocation bits. */
  readonly idxs: ReadonlyMap<string, number>;
}

/** The idx is null where the owner could have the token, and something else was in the way. */
export interface IssuedRow {
  readonly idx: string | null;
}

/** Of a statement that tells the owner as they are at the moment of issue. */
export type IssuedRowOfOwner = IssuedRow & TokenOwner & { readonly id: string | null };

interface IssueParts {
  readonly name: string;
  /** How many it takes: PostgreSQL plans anew for each array, so one token comes as single values. */
  readonly tokens: 'one' | 'several';
  /** Whether the owner is told: each column costs time. */
  readonly tellsOwner: boolean;
  /** More CTEs, which may name `owner` and the parameters; their own begin with $11, or $12 where `commits`. */
  readonly steps?: string;
  /** Whether it commits by itself: it then inserts its event for the audit log, $11. A transaction inserts its own. */
  readonly commits?: boolean;
  /** The CTE of `steps` that has a row where the tokens may be inserted. */
  readonly onlyIf?: string;
  /** An expression over `onlyIf`. */
  readonly sessionId?: string;
  /** The parameter that holds what the owner calls the token. */
  readonly description?: string;
}

const NEW_TOKENS = {
  one: '(VALUES ($4::uuid, $5::text, $6::bytea, $7::timestamptz))',
  several: 'unnest($4::uuid[], $5::text[], $6::bytea[], $7::timestamptz[])',
} as const;

const RECORDED = `, recorded AS (${insertEvents('unnest(ARRAY[$11::text])', 'EXISTS (SELECT FROM issued)')}
  )`;

/**
 * A statement that issues tokens: every token of whatever kind gets its row by one of these. The row lock on the user
 * makes disabling, deleting or a new password wait for a token that is being issued, and issuing wait for them: no
 * token slips through between.
 */
export function issueStatement(parts: IssueParts): PreparedStatement {
  const { name, tokens, tellsOwner, steps, commits, onlyIf, sessionId = 'NULL::uuid', description = 'NULL' } = parts;
  const owner = `(
    SELECT id${tellsOwner ? ', username, role, full_name, email' : ''} FROM users
    WHERE id = $1 AND enabled AND ($2::integer IS NULL OR password_version = $2)
      AND ($8::integer IS NULL OR EXISTS (SELECT FROM signing_keys WHERE id = $8 AND state <> 'revoked'))
    FOR SHARE
  )`;
  // Where nothing else needs it, a subquery: a CTE would keep its row for others.
  const text = `
  WITH ${steps ? `owner AS ${owner}, ${steps}, ` : ''}issued AS (
    INSERT INTO tokens (id, idx, kind, secret_digest, user_id, session_id, issued_at, expires_at, signing_key_id,
      issued_address, issued_user_agent, description)
    SELECT t.id, nextval('tokens_idx_seq'), t.kind, t.digest, owner.id, ${sessionId}, $3, t.expires_at,
      CASE WHEN t.digest IS NULL THEN $8::integer END, $9::inet, $10::text, ${description}
    FROM ${steps ? 'owner' : `${owner} AS owner`}, ${onlyIf ? `${onlyIf}, ` : ''}
      ${NEW_TOKENS[tokens]} AS t (id, kind, digest, expires_at)
    RETURNING id, idx
  )${commits ? RECORDED : ''}
  SELECT issued.idx${tellsOwner ? ', issued.id, owner.id AS "userId", username, role, full_name AS "fullName", email' : ''}
  FROM ${steps ? 'owner LEFT JOIN issued ON true' : 'issued'}`;
  return { name, text };
}

/** $1 to $10 of a statement for one token. */
export function valuesOfOne(
  { source }: Pick<Actor, 'source'>,
  { userId, passwordVersion }: NewOwner<'userId'>,
  token: NewToken,
): unknown[] {
  const { id, kind, issuedAt, expiresAt, signingKeyId, secretDigest = null } = token;
  return [userId, passwordVersion, issuedAt, id, kind, secretDigest, expiresAt, signingKeyId, ...valuesOf(source)];
}

/** $1 to $10 of a statement for several tokens, which are issued at the same time and signed with the same key. */
export function valuesOfSeveral(
  { source }: Pick<Actor, 'source'>,
  { userId, passwordVersion }: NewOwner<'userId'>,
  tokens: readonly NewToken[],
): unknown[] {
  return [
    ...[userId, passwordVersion, tokens[0]!.issuedAt],
    tokens.map(({ id }) => id),
    tokens.map(({ kind }) => kind),
    tokens.map(({ secretDigest }) => secretDigest ?? null),
    tokens.map(({ expiresAt }) => expiresAt),
    tokens.find(({ signingKeyId }) => signingKeyId !== null)?.signingKeyId ?? null,
    ...valuesOf(source),
  ];
}

function valuesOf({ address, userAgent }: Source): unknown[] {
  return [comparableAddress(address), userAgent];
}

/** Whether the rows of an issuing statement say that it issued anything. */
export function isIssued(rows: readonly IssuedRow[]): boolean {
  return rows.some(({ idx }) => idx !== null);
}

/** @returns null where the token was not issued. */
export function insertedToken(owner: TokenOwner, { id }: NewToken, rows: readonly IssuedRow[]): InsertedTokens | null {
  return isIssued(rows) ? { owner, idxs: new Map([[id, Number(rows[0]!.idx)]]) } : null;
}

/** The same of a statement that tells the owner. @returns null where no token was issued. */
export function insertedTokens(rows: readonly IssuedRowOfOwner[]): InsertedTokens | null {
  if (!isIssued(rows)) return null;
  const { userId, username, role, fullName, email } = rows[0]!;
  const owner = { userId, username, role, fullName, email };
  return { owner, idxs: new Map(rows.map(({ id, idx }) => [id!, Number(idx)])) };
}
