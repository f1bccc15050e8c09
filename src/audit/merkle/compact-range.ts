import { EMPTY_ROOT, nodeHash } from './hashes.js';

/**
 * A tree from its first leaf to its last, kept as the roots of its largest complete subtrees, from the left: one hash
 * for each bit that is set in the number of leaves. Enough to append to the tree and to tell its root.
 */
export class CompactRange {
  private constructor(
    private leaves: number,
    private readonly subtrees: Buffer[],
  ) {}

  static empty(): CompactRange {
    return new CompactRange(0, []);
  }

  /**
   * @param size how many leaves the tree has.
   * @param hashes the roots of its largest complete subtrees, from the left.
   * @throws Error where their number does not fit the size.
   */
  static of(size: number, hashes: readonly Buffer[]): CompactRange {
    if (hashes.length !== countOnes(size)) {
      throw new Error(`A tree of ${size} leaves has ${countOnes(size)} complete subtrees, not ${hashes.length}`);
    }
    return new CompactRange(size, [...hashes]);
  }

  get size(): number {
    return this.leaves;
  }

  /** The roots of the largest complete subtrees, from the left. */
  get hashes(): readonly Buffer[] {
    return this.subtrees;
  }

  append(leaf: Buffer): void {
    let node = leaf;
    for (let size = this.leaves; size % 2 === 1; size = (size - 1) / 2) node = nodeHash(this.subtrees.pop()!, node);
    this.subtrees.push(node);
    this.leaves++;
  }

  /** The root of the tree (RFC 9162, section 2.1.1). */
  root(): Buffer {
    return this.subtrees.length === 0 ? EMPTY_ROOT : this.subtrees.reduceRight((right, left) => nodeHash(left, right));
  }
}

function countOnes(size: number): number {
  return size.toString(2).replaceAll('0', '').length;
}
