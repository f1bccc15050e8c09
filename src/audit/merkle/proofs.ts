import { nodeHash } from './hashes.js';
import { splitOf, subtreesOf, type Leaves, type Subtree } from './subtrees.js';

/** The hash of a complete subtree of the stored tree. */
export type HashOf = (subtree: Subtree) => Buffer;

/**
 * What the inclusion proof of leaf `index` in the tree of `size` leaves consists of: the hash of the tree over each of
 * these leaves, in the order of RFC 9162, section 2.1.3.1.
 */
export function inclusionLeaves(index: number, size: number): Leaves[] {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) throw new RangeError('No such leaf in this tree');
  const proof: Leaves[] = [];
  let [first, end] = [0, size];
  while (end - first > 1) {
    const middle = first + splitOf(end - first);
    if (index < middle) {
      proof.push({ first: middle, end });
      end = middle;
    } else {
      proof.push({ first, end: middle });
      first = middle;
    }
  }
  return proof.reverse();
}

/**
 * What the proof consists of that the tree of `size` leaves begins with the tree of `earlier` leaves, at least one: the
 * hash of the tree over each of these leaves, in the order of RFC 9162, section 2.1.4.1.
 */
export function consistencyLeaves(earlier: number, size: number): Leaves[] {
  if (!Number.isSafeInteger(earlier) || earlier < 1 || earlier > size) throw new RangeError('No earlier tree');
  const proof: Leaves[] = [];
  let [first, end] = [0, size];
  while (end !== earlier) {
    const middle = first + splitOf(end - first);
    if (earlier <= middle) {
      proof.push({ first: middle, end });
      end = middle;
    } else {
      proof.push({ first, end: middle });
      first = middle;
    }
  }
  // The whole earlier tree is known to who asks: it is left out.
  if (first > 0) proof.push({ first, end });
  return proof.reverse();
}

/** The complete subtrees whose hashes `prove` asks for. */
export function subtreesIn(proof: readonly Leaves[]): Subtree[] {
  return proof.flatMap(subtreesOf);
}

/** The hashes of a proof. */
export function prove(proof: readonly Leaves[], hashOf: HashOf): Buffer[] {
  return proof.map((leaves) =>
    subtreesOf(leaves)
      .map(hashOf)
      .reduceRight((right, left) => nodeHash(left, right)),
  );
}

/** Whether `path` proves that the leaf stands at `index` of the tree (RFC 9162, section 2.1.3.2). */
export function isIncluded(
  leaf: Buffer,
  index: number,
  tree: { readonly size: number; readonly root: Buffer },
  path: readonly Buffer[],
): boolean {
  if (!Number.isSafeInteger(index) || index < 0 || index >= tree.size) return false;
  let [node, position, last] = [leaf, index, tree.size - 1];
  for (const sibling of path) {
    if (last === 0) return false;
    if (position % 2 === 1 || position === last) {
      node = nodeHash(sibling, node);
      while (position % 2 === 0 && position !== 0) [position, last] = [position / 2, half(last)];
    } else {
      node = nodeHash(node, sibling);
    }
    [position, last] = [half(position), half(last)];
  }
  return last === 0 && node.equals(tree.root);
}

/** Whether `path` proves that the tree begins with the earlier one (RFC 9162, section 2.1.4.2). */
export function isConsistent(
  earlier: { readonly size: number; readonly root: Buffer },
  tree: { readonly size: number; readonly root: Buffer },
  path: readonly Buffer[],
): boolean {
  if (!Number.isSafeInteger(earlier.size) || earlier.size < 1 || earlier.size > tree.size) return false;
  if (earlier.size === tree.size) return path.length === 0 && earlier.root.equals(tree.root);
  let [position, last] = [earlier.size - 1, tree.size - 1];
  while (position % 2 === 1) [position, last] = [half(position), half(last)];
  const nodes = position === 0 ? [earlier.root, ...path] : [...path];
  const first = nodes.shift();
  if (!first) return false;
  let [earlierNode, node] = [first, first];
  for (const sibling of nodes) {
    if (last === 0) return false;
    if (position % 2 === 1 || position === last) {
      earlierNode = nodeHash(sibling, earlierNode);
      node = nodeHash(sibling, node);
      while (position % 2 === 0 && position !== 0) [position, last] = [position / 2, half(last)];
    } else {
      node = nodeHash(node, sibling);
    }
    [position, last] = [half(position), half(last)];
  }
  return last === 0 && earlierNode.equals(earlier.root) && node.equals(tree.root);
}

function half(number: number): number {
  return Math.floor(number / 2);
}
