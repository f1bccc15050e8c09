import { promisify } from 'node:util';
import { deflate, inflateSync } from 'node:zlib';
import { STATUS_LIST_SIZE } from './status-list-reference.js';

/** The `typ` of a signed status list, which must never pass for a token. */
export const STATUS_LIST_TYP = 'statuslist+jwt';
/** How many bytes the bits of one status list fill. */
export const STATUS_LIST_BYTES = STATUS_LIST_SIZE / 8;

/** The claim `status_list` (IETF Token Status List, section 4.2). */
export interface StatusListClaim {
  readonly bits: 1;
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

export async function encodeStatusBits(bytes: Uint8Array): Promise<StatusListClaim> {
  return { bits: 1, lst: (await compress(bytes)).toString('base64url') };
}

/** @throws Error where `claim` is not a status list of one bit a token, or too long. */
export function decodeStatusBits(claim: unknown): Uint8Array {
  const { bits, lst } = (claim ?? {}) as { readonly bits?: unknown; readonly lst?: unknown };
  if (bits !== 1 || typeof lst !== 'string') throw new Error('It has another form');
  return inflateSync(Buffer.from(lst, 'base64url'), { maxOutputLength: STATUS_LIST_BYTES });
}
