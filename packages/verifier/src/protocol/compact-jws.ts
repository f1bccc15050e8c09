import { isUtf8 } from 'node:buffer';
import { verify, type KeyObject } from 'node:crypto';

/** Longer texts than any that we issue are refused unread. */
const MAX_LENGTH = 8_192;
/** Two numbers of 32 bytes, one after the other (RFC 7518, section 3.4). */
const SIGNATURE_BYTES = 64;
const FORM = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{86}$/;
/** The last characters of base64url of which the bits past the last byte are zero, by the length of what stands there. */
const FULL_BYTES: readonly (RegExp | undefined)[] = [/^/, undefined, /[AQgw]$/, /[AEIMQUYcgkosw048]$/];
const HEADER_MEMBERS = new Set(['alg', 'typ', 'kid']);

export interface JwsHeader {
  readonly alg: 'ES256';
  readonly typ?: string;
  readonly kid: string;
}

/** A compact JWS (RFC 7515, section 7.1) of which everything but the signature was checked. */
export interface UnverifiedJws {
  readonly header: JwsHeader;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly signingInput: string;
  readonly signature: Buffer;
}

/**
 * Takes a compact JWS apart. Stricter than RFC 7515, because every text that we sign has one form: ES256, a header of
 * `alg`, `typ` and `kid` alone (so no `none`, `jwk`, `jku`, `x5u` or `crit`), base64url without stray bits, and JSON
 * as `JSON.stringify` writes it (so no member twice).
 * @param maxLength in characters.
 * @returns undefined where it is not of that form.
 */
export function parseJws(text: string, maxLength = MAX_LENGTH): UnverifiedJws | undefined {
  if (text.length > maxLength || !FORM.test(text)) return undefined;
  const [first = '', second = '', third = ''] = text.split('.');
  const header = readHeader(first);
  const payload = header && readObject(second);
  const signature = decode(third);
  if (!header || !payload || signature?.length !== SIGNATURE_BYTES) return undefined;
  return { header, payload, signingInput: text.slice(0, first.length + 1 + second.length), signature };
}

/** Whether `key` signed it. Synchronous: in libuv's pool it would wait behind whatever else is there. */
export function isSignedBy({ signingInput, signature }: UnverifiedJws, key: KeyObject): boolean {
  return verify('sha256', Buffer.from(signingInput), { key, dsaEncoding: 'ieee-p1363' }, signature);
}

/** The header read last: whatever one key signs has the same. */
let lastHeader: { readonly segment: string; readonly header: JwsHeader } | undefined;

function readHeader(segment: string): JwsHeader | undefined {
  if (lastHeader?.segment === segment) return lastHeader.header;
  const header = readObject(segment);
  if (!header || !isOurHeader(header)) return undefined;
  lastHeader = { segment, header: Object.freeze(header) };
  return header;
}

function isOurHeader(header: object): header is JwsHeader {
  const { alg, typ, kid } = header as Record<string, unknown>;
  return (
    alg === 'ES256' &&
    typeof kid === 'string' &&
    (typ === undefined || typeof typ === 'string') &&
    Object.keys(header).every((name) => HEADER_MEMBERS.has(name))
  );
}

function readObject(segment: string): Record<string, unknown> | undefined {
  const bytes = decode(segment);
  // Else what is no UTF-8 would be read as replacement characters.
  if (!bytes || !isUtf8(bytes)) return undefined;
  const json = bytes.toString('utf8');
  try {
    const value = JSON.parse(json) as unknown;
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject && JSON.stringify(value) === json ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** RFC 4648, section 3.5: the bits past the last byte must be zero, or one token would have several texts. */
function decode(segment: string): Buffer | undefined {
  return FULL_BYTES[segment.length % 4]?.test(segment) ? Buffer.from(segment, 'base64url') : undefined;
}
