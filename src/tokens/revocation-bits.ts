import { clearBit, hasBit, setBit } from '@tessera-auth/verifier/protocol/status-bits';
import { BITS_PER_CHUNK } from '../database/changes/change.js';

/** The places of the bits that are set, from the lowest on. */
export function placesIn(bits: Uint8Array): number[] {
  const places: number[] = [];
  bits.forEach((byte, at) => {
    for (let bit = 0; byte >> bit > 0; bit++) if ((byte >> bit) & 1) places.push(8 * at + bit);
  });
  return places;
}

/** A set of the indexes of tokens: one bit for each token ever issued, in chunks that exist where one is set. */
export class RevocationBits {
  private readonly chunks = new Map<number, Uint8Array>();

  has(idx: number): boolean {
    const chunk = this.chunks.get(Math.floor(idx / BITS_PER_CHUNK));
    return chunk !== undefined && hasBit(chunk, idx % BITS_PER_CHUNK);
  }

  /**
   * Copies `count` bits from index `first` on, the lowest bit of a byte first (Token Status List, section 4).
   * Both are multiples of BITS_PER_CHUNK.
   */
  slice(first: number, count: number): Uint8Array {
    const bytes = new Uint8Array(count / 8);
    const number = first / BITS_PER_CHUNK;
    for (let chunk = 0; chunk < count / BITS_PER_CHUNK; chunk++) {
      bytes.set(this.chunks.get(number + chunk) ?? [], (chunk * BITS_PER_CHUNK) / 8);
    }
    return bytes;
  }

  /** @returns whether it was not there. */
  add(idx: number): boolean {
    if (this.has(idx)) return false;
    setBit(this.chunk(Math.floor(idx / BITS_PER_CHUNK)), idx % BITS_PER_CHUNK);
    return true;
  }

  /** @returns whether it was there. */
  delete(idx: number): boolean {
    if (!this.has(idx)) return false;
    clearBit(this.chunk(Math.floor(idx / BITS_PER_CHUNK)), idx % BITS_PER_CHUNK);
    return true;
  }

  /** Adds the indexes whose bits are set in `bits`, the whole chunk of this number. */
  addChunk(number: number, bits: Uint8Array): void {
    const chunk = this.chunk(number);
    for (let at = 0; at < bits.length; at++) chunk[at]! |= bits[at]!;
  }

  deleteChunk(number: number, bits: Uint8Array): void {
    const chunk = this.chunks.get(number);
    if (chunk) for (let at = 0; at < bits.length; at++) chunk[at]! &= ~bits[at]!;
  }

  /** The bits of each chunk in which there is or was one, by its number. */
  entries(): IterableIterator<[number, Uint8Array]> {
    return this.chunks.entries();
  }

  private chunk(number: number): Uint8Array {
    let chunk = this.chunks.get(number);
    if (!chunk) this.chunks.set(number, (chunk = new Uint8Array(BITS_PER_CHUNK / 8)));
    return chunk;
  }
}
