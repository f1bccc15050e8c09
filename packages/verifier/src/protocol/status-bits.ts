import { promisify } from 'node:util';
import { deflate, inflateSync } from 'node:zlib';
import { STATUS_LIST_SIZE } from './status-list-reference.js';

/** The `typ` of a signed status list, which must never pass for a token. */
export const STATUS_LIST_TYP = 'statuslist+jwt';

/** IETF Token Status List, section 7.1. Each value that is not VALID means that the token is refused. */
export const STATUSES = { VALID: 0, INVALID: 1, SUSPENDED: 2 } as const;

/** How many bytes the statuses of one list fill. */
export const STATUS_LIST_BYTES = STATUS_LIST_SIZE / 4;

/** The claim `status_list` (IETF Token Status List, section 4.2). */
export interface StatusListClaim {
  readonly bits: 2;
  readonly lst: string;
}

const compress = promisify(deflate);

/** The lowest bit of each byte comes first (IETF Token Status List, section 4.1). */
export function hasBit(bytes: Uint8Array, at: number): boolean {
  return (bytes[at >> 3]! & (1 << (at & 7))) !== 0;
}

/** Does nothing where `at` lies past the end. */
export function setBit(bytes: Uint8Array, at: number): void {
  bytes[at >> 3]! |= 1 << (at & 7);
}

/** Does nothing where `at` lies past the end. */
export function clearBit(bytes: Uint8Array, at: number): void {
  bytes[at >> 3]! &= ~(1 << (at & 7));
}

/**
 * The claim for tokens of whom each has a bit in both.
 * @param suspended where a token is revoked too, it is INVALID: nothing gives it back.
 */
export async function encodeStatuses(revoked: Uint8Array, suspended: Uint8Array): Promise<StatusListClaim> {
  const statuses = new Uint8Array(2 * revoked.length);
  for (let at = 0; at < revoked.length; at++) {
    const invalid = revoked[at]!;
    const pairs = SPREAD[invalid]! | (SPREAD[suspended[at]! & ~invalid]! << 1);
    statuses[2 * at] = pairs & 0xff;
    statuses[2 * at + 1] = pairs >> 8;
  }
  return { bits: 2, lst: (await compress(statuses)).toString('base64url') };
}

/**
 * Two bits for each token, whether the list has one or two.
 * @throws Error where `claim` is not a status list of one bit or two, or too long.
 */
export function decodeStatuses(claim: unknown): Uint8Array {
  const { bits, lst } = (claim ?? {}) as { readonly bits?: unknown; readonly lst?: unknown };
  if ((bits !== 1 && bits !== 2) || typeof lst !== 'string') throw new Error('It has another form');
  const bytes = inflateSync(Buffer.from(lst, 'base64url'), { maxOutputLength: (STATUS_LIST_BYTES * bits) / 2 });
  return bits === 2 ? bytes : spread(bytes);
}

/** By the value of a byte: its bits at the even places of two bytes. */
const SPREAD = Uint16Array.from({ length: 256 }, (_, byte) => {
  let pairs = 0;
  for (let at = 0; at < 8; at++) pairs |= ((byte >> at) & 1) << (2 * at);
  return pairs;
});

function spread(bytes: Uint8Array): Uint8Array {
  const pairs = new Uint8Array(2 * bytes.length);
  bytes.forEach((byte, at) => pairs.set([SPREAD[byte]! & 0xff, SPREAD[byte]! >> 8], 2 * at));
  return pairs;
}
