import { firstIdAt } from '../../common/time-ordered-id.js';
import { TOKEN_KINDS } from '../../common/token-kind.js';
import type { TokenMatch, TokenStatus } from '../../common/token-match.js';

/** Takes a value of a statement. @returns how its text names it. */
export type Bind = (value: unknown) => string;

/** Collects the values of a statement while its text is written. */
export function valueBinder(): { readonly values: unknown[]; readonly bind: Bind } {
  const values: unknown[] = [];
  return { values, bind: (value) => `$${values.push(value)}` };
}

/** By how much the clocks of two instances may differ. */
export const CLOCK_SLACK_MS = 60_000;

/**
 * Each row is in one of these three, and each index is divided by them. `expired` is set a while after a token expired:
 * whoever must know it to the second compares `expires_at` as well.
 */
export const LIVE = 'token.revoked_at IS NULL AND NOT token.expired';
export const REVOKED = 'token.revoked_at IS NOT NULL';
export const EXPIRED = 'token.revoked_at IS NULL AND token.expired';

/**
 * The status of `token` as an expression: as it is refused or accepted, though an incident has not come to its row yet.
 * @param now how the text names the moment.
 * @param due how it names what `DUE_ACTION` is.
 */
export function tokenStatus(now: string, due: string): string {
  return `CASE WHEN ${REVOKED} OR ${due} = 'revoke' THEN 'revoked' WHEN token.expires_at <= ${now} THEN 'expired'
    WHEN ${due} = 'suspend' OR (token.suspended_at IS NOT NULL AND ${due} IS NULL) THEN 'suspended' ELSE 'active' END`;
}

/** That `token` has neither expired nor been revoked, as a condition that the indexes serve. */
export function isUnended(now: string): string {
  return `${LIVE} AND (token.expires_at IS NULL OR token.expires_at > ${now})`;
}

/** The same, and that it is not suspended. */
export function isActive(now: string): string {
  return `${isUnended(now)} AND token.suspended_at IS NULL`;
}

/** That `token` has this status. */
export function hasStatus(status: TokenStatus, now: string): string {
  if (status === 'revoked') return REVOKED;
  if (status === 'expired') return `token.revoked_at IS NULL AND token.expires_at <= ${now}`;
  return status === 'active' ? isActive(now) : `${isUnended(now)} AND token.suspended_at IS NOT NULL`;
}

/** That `token` has expired, but is not marked yet: those of the last minutes, by an index. */
export function hasLapsed(now: string, bind: Bind): string {
  return `${LIVE} AND token.kind = ANY (${bind(TOKEN_KINDS)}::text[]) AND token.expires_at <= ${now}`;
}

/**
 * What the token in the row `token` has to fulfil, to be joined by AND.
 * @param now how the text names the moment at which its status counts.
 */
export function tokenConditions(match: TokenMatch, now: string, bind: Bind): string[] {
  const { kinds, userId, username, sessionId, status, context, description, address, keyId } = match;
  const conditions: string[] = [];
  if (kinds) conditions.push(`token.kind = ANY (${bind(kinds)}::text[])`);
  conditions.push(...isOwnedBy({ userId, username }, bind));
  if (sessionId !== undefined) conditions.push(`token.session_id = ${bind(sessionId)}::uuid`);
  if (status) conditions.push(hasStatus(status, now));
  if (context !== undefined) conditions.push(hasContext(bind(context)));
  if (description !== undefined) conditions.push(`token.description = ${bind(description)}`);
  if (address !== undefined) conditions.push(isFrom(address, bind));
  if (keyId !== undefined) conditions.push(...isSignedBy(bind(keyId)));
  return [...conditions, ...timeConditions(match, bind)];
}

export function isOwnedBy({ userId, username }: Pick<TokenMatch, 'userId' | 'username'>, bind: Bind): string[] {
  return [
    ...(userId === undefined ? [] : [`token.user_id = ${bind(userId)}`]),
    ...(username === undefined ? [] : [`token.user_id = (SELECT id FROM users WHERE username = ${bind(username)})`]),
  ];
}

function timeConditions(match: TokenMatch, bind: Bind): string[] {
  const { issuedAfter, issuedBefore, expiresAfter, expiresBefore, usedAfter, unusedSince } = match;
  const conditions: string[] = [];
  // An id begins with its millisecond of issue, so that the primary key serves.
  if (issuedAfter) conditions.push(`token.id >= ${bind(firstIdAt(nextMillisecond(issuedAfter)))}::uuid`);
  if (issuedBefore) conditions.push(`token.id < ${bind(firstIdAt(issuedBefore))}::uuid`);
  if (expiresAfter) conditions.push(`token.expires_at > ${bind(expiresAfter)}`);
  if (expiresBefore) conditions.push(`token.expires_at < ${bind(expiresBefore)}`);
  // No token ends, or is left unused, before it is issued: nothing need be read to see that.
  const isNone = [expiresBefore, unusedSince].some((end) => end && issuedAfter && end <= issuedAfter);
  if (isNone) conditions.push('false');
  const usedAt = '(SELECT use.used_at FROM token_uses AS use WHERE use.token_id = token.id)';
  if (usedAfter) conditions.push(`${usedAt} > ${bind(usedAfter)}`);
  if (unusedSince) {
    conditions.push(`coalesce(${usedAt}, token.issued_at) < ${bind(unusedSince)}`);
    // Otherwise all that was issued since would be passed over.
    const bound = new Date(unusedSince.getTime() + CLOCK_SLACK_MS);
    if (!issuedBefore || bound < issuedBefore) conditions.push(`token.id < ${bind(firstIdAt(bound))}::uuid`);
  }
  return conditions;
}

/** A context token that was revoked is valid for none any more: its list, `ended_contexts`, is no right. */
function hasContext(name: string): string {
  return `token.id IN (
    SELECT granted.token_id FROM context_token_contexts AS granted JOIN contexts AS context USING (code)
    WHERE context.name = ${name}
  )`;
}

/** A network as its first and its last address, so that the index serves: single addresses are ordered by their bits. */
function isFrom(address: string, bind: Bind): string {
  if (!address.includes('/')) return `token.issued_address = ${bind(address)}::inet`;
  return isWithin(bind(address));
}

/** @param network how the text names a network. */
export function isWithin(network: string): string {
  const bits = `${network}::text::inet`;
  return `token.issued_address BETWEEN host(network(${bits}))::inet AND host(broadcast(${bits}))::inet`;
}

/** A key signs from one moment to another, so that a part of the primary key serves. */
function isSignedBy(keyId: string): string[] {
  const bound = (column: string, slack: string): string =>
    `(SELECT first_id_at(${column} ${slack}) FROM signing_keys WHERE id = ${keyId}::integer)`;
  return [
    `token.signing_key_id = ${keyId}::integer`,
    `token.id >= coalesce(${bound('activated_at', "- interval '1 minute'")}, first_id_at('epoch'))`,
    `token.id < coalesce(${bound('retired_at', "+ interval '1 minute'")}, first_id_at('infinity'))`,
  ];
}

export function nextMillisecond(instant: Date): Date {
  return new Date(instant.getTime() + 1);
}
