import { AppError } from '../../common/app-error.js';
import type { Role } from '../../common/roles.js';
import type { TokenKind } from '../../common/token-kind.js';

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

/** How an issuing statement keeps to the limit of active tokens of a user and kind (decision 21). */
export type Admission =
  /** By an earlier count: while the places of new tokens reach no further than this, the limit is not passed. */
  | { readonly ceiling: number }
  /** By counting, while nobody else issues to the owner. */
  | { readonly limit: number };

export interface InsertedTokens {
  readonly owner: TokenOwner;
  /** By the tokens' ids, their places in the revocation bits. */
  readonly idxs: ReadonlyMap<string, number>;
  /** Where they were counted: how many the owner had before, of the kind that they had most of. */
  readonly active?: number;
}

/** The idx is null where the owner could have the token, and something else was in the way. */
export interface IssuedRow {
  readonly idx: string | null;
  /** Where they were counted. */
  readonly active?: number;
}

/** Of a statement that tells the owner as they are at the moment of issue. */
export type IssuedRowOfOwner = IssuedRow & TokenOwner & { readonly id: string | null };

/** Whether the rows of an issuing statement say that it issued anything. */
export function isIssued(rows: readonly IssuedRow[]): boolean {
  return rows.some(({ idx }) => idx !== null);
}

/**
 * What the rows of a statement say that was given one token and does not tell the owner.
 * @returns null where the token was not issued.
 * @throws AppError `token_limit_reached`.
 */
export function insertedToken(
  owner: TokenOwner,
  { id }: NewToken,
  rows: readonly IssuedRow[],
  admission: Admission,
): InsertedTokens | null {
  refuseAtLimit(rows, admission);
  const [row] = rows;
  return row && isIssued(rows) ? { owner, idxs: new Map([[id, Number(row.idx)]]), active: row.active } : null;
}

/** The same of a statement that tells the owner. */
export function insertedTokens(rows: readonly IssuedRowOfOwner[], admission: Admission): InsertedTokens | null {
  refuseAtLimit(rows, admission);
  const [row] = rows;
  if (!row || !isIssued(rows)) return null;
  const { userId, username, role, fullName, email, active } = row;
  const owner = { userId, username, role, fullName, email };
  return { owner, idxs: new Map(rows.map(({ id, idx }) => [id!, Number(idx)])), active };
}

export function tokenLimitReached(limit: number): AppError {
  const text = `The user has ${limit} active tokens of this kind already, and may have no more`;
  return new AppError('token_limit_reached', `${text}: revoke some, or wait until some expire`);
}

function refuseAtLimit([row]: readonly IssuedRow[], admission: Admission): void {
  if (!('limit' in admission) || row?.active === undefined || row.active < admission.limit) return;
  throw tokenLimitReached(admission.limit);
}
