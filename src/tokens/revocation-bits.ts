const BITS_PER_CHUNK = 65_536;

/** One bit for every token ever issued, in chunks that exist only where a bit is set. */
export class RevocationBits {
  private readonly chunks = new Map<number, Uint8Array>();

  has(idx: number): boolean {
    const chunk = this.chunks.get(Math.floor(idx / BITS_PER_CHUNK));
    if (!chunk) return false;
    const bit = idx % BITS_PER_CHUNK;
    return (chunk[bit >> 3]! & (1 << (bit & 7))) !== 0;
  }

  add(idx: number): void {
    const number = Math.floor(idx / BITS_PER_CHUNK);
    let chunk = this.chunks.get(number);
    if (!chunk) this.chunks.set(number, (chunk = new Uint8Array(BITS_PER_CHUNK / 8)));
    const bit = idx % BITS_PER_CHUNK;
    chunk[bit >> 3]! |= 1 << (bit & 7);
  }
}
