/** A complete subtree: the leaves from `index * 2 ** level` on, `2 ** level` of them. */
export interface Subtree {
  readonly level: number;
  readonly index: number;
}

/** Consecutive leaves: `first` is the first of them, `end` the one after the last. */
export interface Leaves {
  readonly first: number;
  readonly end: number;
}

/** The largest complete subtrees that make up `leaves`, from the left; `first` is a multiple of the largest. */
export function subtreesOf({ first, end }: Leaves): Subtree[] {
  const subtrees: Subtree[] = [];
  for (let start = first; start < end;) {
    const level = Math.floor(Math.log2(end - start));
    const width = 2 ** level;
    subtrees.push({ level, index: start / width });
    start += width;
  }
  return subtrees;
}

/** Where RFC 9162, section 2.1.1 parts a tree of `size` leaves, at least two: the largest power of two below it. */
export function splitOf(size: number): number {
  return 2 ** Math.floor(Math.log2(size - 1));
}
