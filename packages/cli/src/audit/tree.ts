import { hash } from 'node:crypto';

/** SHA-256 of the parts, one after another. */
export function sha256(...parts: readonly Uint8Array[]): Buffer {
  return hash('sha256', Buffer.concat(parts), 'buffer');
}

/** A tree as the roots of its complete subtrees, from the left (RFC 9162, section 2.1). */
export class Tree {
  constructor(
    public size: number,
    private readonly hashes: Buffer[],
  ) {}

  append(payload: Uint8Array): void {
    let node = sha256(Buffer.of(0), payload);
    for (let n = this.size; n % 2 === 1; n = (n - 1) / 2) node = sha256(Buffer.of(1), this.hashes.pop()!, node);
    this.hashes.push(node);
    this.size++;
  }

  hasRoot({ root }: { readonly root: Buffer }): boolean {
    if (this.size === 0) return sha256().equals(root);
    return this.hashes.reduceRight((right, left) => sha256(Buffer.of(1), left, right)).equals(root);
  }
}
