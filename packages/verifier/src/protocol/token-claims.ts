import type { UnverifiedJws } from './compact-jws.js';
import { isStatusListUri } from './status-list-reference.js';

/** What each of our tokens says, in the types in which we write it. */
export interface SignedTokenClaims {
  readonly sub: string;
  readonly username: string;
  readonly role: string;
  readonly token_use: string;
  readonly jti: string;
  readonly iat: number;
  readonly nbf: number;
  readonly exp: number;
  readonly status: { readonly status_list: { readonly idx: number; readonly uri: string } };
}

const TEXTS = ['username', 'role', 'token_use', 'jti'];
const TIMES = ['iat', 'nbf', 'exp'];
const SUBJECT = /^[1-9]\d{0,15}$/;

/**
 * The claims of a token of `issuer`. Nothing is converted: what has another type, or was signed to be something else
 * (RFC 8725, section 3.12), is no token.
 * @returns undefined where it is none.
 */
export function tokenClaimsOf({ header, payload }: UnverifiedJws, issuer: string): SignedTokenClaims | undefined {
  const isToken =
    header.typ === 'JWT' &&
    payload.iss === issuer &&
    isText(payload.sub) &&
    SUBJECT.test(payload.sub) &&
    TEXTS.every((name) => isText(payload[name])) &&
    TIMES.every((name) => Number.isSafeInteger(payload[name])) &&
    isPlace(payload.status, issuer);
  return isToken ? (payload as unknown as SignedTokenClaims) : undefined;
}

/** In a status list of the issuer (IETF Token Status List, section 6.2). */
function isPlace(status: unknown, issuer: string): boolean {
  const { idx, uri } = (status as { status_list?: { idx?: unknown; uri?: unknown } } | null)?.status_list ?? {};
  return isText(uri) && isStatusListUri(uri, issuer) && Number.isSafeInteger(idx) && (idx as number) >= 0;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
