import { hasBit, setBit } from '@tessera-auth/verifier/protocol/status-bits';

export const BITS_PER_CHUNK = 65_536;

/** The set of the indexes of revoked tokens: one bit for each token ever issued, in chunks that exist where one is set. */
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

  add(idx: number): void {
    const number = Math.floor(idx / BITS_PER_CHUNK);
    let chunk = this.chunks.get(number);
    if (!chunk) this.chunks.set(number, (chunk = new Uint8Array(BITS_PER_CHUNK / 8)));
    setBit(chunk, idx % BITS_PER_CHUNK);
  }
}
