import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { CompactRange } from './compact-range.js';
import { GrowingTree, type Tile } from './growing-tree.js';
import { EMPTY_ROOT, leafHash, nodeHash } from './hashes.js';
import { consistencyLeaves, inclusionLeaves, isConsistent, isIncluded, prove } from './proofs.js';
import { splitOf } from './subtrees.js';
import { edgeOf, hashFromTile, spanOf } from './tiles.js';

/** The tree of Certificate Transparency's reference implementation. */
const REFERENCE_LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => Buffer.from(hex, 'hex'));
const REFERENCE_ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const [LEAF_0, LEAF_1, LEAF_4] = [0, 1, 4].map((n) => leafHash(REFERENCE_LEAVES[n]!).toString('hex'));
const TO_4 = 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7';
const LEAVES_2_3 = '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e';
const LEAVES_4_5 = '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a';
const LEAVES_6_7 = 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0';
const LEAVES_4_7 = '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4';
const LEAF_6 = 'b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f';

/** A tree as it is stored: tiles by place. */
function store(leaves: readonly Buffer[], batch = leaves.length): Map<string, Buffer> {
  const tiles = new Map<string, Buffer>();
  for (let size = 0; size < leaves.length; size += batch) {
    const tree = new GrowingTree(size, edgeIn(tiles, size));
    for (const leaf of leaves.slice(size, size + batch)) tree.append(leaf);
    for (const { level, index, hashes } of tree.changedTiles()) tiles.set(`${level}/${index}`, hashes);
  }
  return tiles;
}

function edgeIn(tiles: Map<string, Buffer>, size: number): Tile[] {
  return edgeOf(size).flatMap(({ level, index }) => {
    const hashes = tiles.get(`${level}/${index}`);
    return hashes ? [{ level, index, hashes }] : [];
  });
}

function hashesIn(tiles: Map<string, Buffer>): Parameters<typeof prove>[1] {
  const known = new Map<string, Buffer>();
  return (subtree) => {
    const place = `${subtree.level}/${subtree.index}`;
    if (!known.has(place)) {
      const span = spanOf(subtree);
      known.set(place, hashFromTile(span, tiles.get(`${span.level}/${span.index}`)!));
    }
    return known.get(place)!;
  };
}

/** RFC 9162, section 2.1.1, to the letter. */
function definedRoot(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return EMPTY_ROOT;
  if (leaves.length === 1) return leaves[0]!;
  const split = splitOf(leaves.length);
  return nodeHash(definedRoot(leaves.slice(0, split)), definedRoot(leaves.slice(split)));
}

function rootsOf(leaves: readonly Buffer[]): Buffer[] {
  const range = CompactRange.empty();
  return leaves.map((leaf) => {
    range.append(leaf);
    return range.root();
  });
}

const hex = (hashes: readonly Buffer[]): string[] => hashes.map((hash) => hash.toString('hex'));

describe('the reference tree of Certificate Transparency', () => {
  const leaves = REFERENCE_LEAVES.map(leafHash);
  const hashOf = hashesIn(store(leaves));

  it('has the published roots', () => {
    expect(EMPTY_ROOT.toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(hex(rootsOf(leaves))).toEqual(REFERENCE_ROOTS);
  });

  it.each([
    [0, 1, []],
    [0, 8, [LEAF_1, LEAVES_2_3, LEAVES_4_7]],
    [5, 8, [LEAF_4, LEAVES_6_7, TO_4]],
    [2, 3, [REFERENCE_ROOTS[1]]],
    [1, 5, [LEAF_0, LEAVES_2_3, LEAF_4]],
  ])('has the published inclusion proof of leaf %d of %d', (index, size, path) => {
    const proof = prove(inclusionLeaves(index, size), hashOf);
    expect(hex(proof)).toEqual(path);
    expect(isIncluded(leaves[index]!, index, { size, root: rootsOf(leaves)[size - 1]! }, proof)).toBe(true);
  });

  it.each([
    [1, 1, []],
    [1, 8, [LEAF_1, LEAVES_2_3, LEAVES_4_7]],
    [6, 8, [LEAVES_4_5, LEAVES_6_7, TO_4]],
    [2, 5, [LEAVES_2_3, LEAF_4]],
    [6, 7, [LEAVES_4_5, LEAF_6, TO_4]],
  ])('has the published consistency proof from %d to %d', (earlier, size, path) => {
    const proof = prove(consistencyLeaves(earlier, size), hashOf);
    const [before, after] = [earlier, size].map((n) => ({ size: n, root: rootsOf(leaves)[n - 1]! }));
    expect(hex(proof)).toEqual(path);
    expect(isConsistent(before!, after!, proof)).toBe(true);
  });
});

/** As golang.org/x/mod/sumdb/tlog makes them for the leaves `leaf 0`, `leaf 1` and so on. */
describe('trees of up to 600 leaves', () => {
  const leaves = Array.from({ length: 600 }, (_, n) => leafHash(`leaf ${n}`));
  const hashOf = hashesIn(store(leaves, 77));
  const sizes = Array.from({ length: 600 }, (_, n) => n + 1).filter(
    (size) => size % 7 === 0 || [256, 257, 512].includes(size),
  );

  function digestOf(hashes: Iterable<Buffer>): string {
    const digest = createHash('sha256');
    for (const hash of hashes) digest.update(hash);
    return digest.digest('hex');
  }

  it('have the roots of another implementation', () => {
    expect(digestOf(rootsOf(leaves))).toBe('9f3960575e414944a8d2b8cc85fb150999e06b9df0f065755387e3fe841cb68e');
  });

  it('have the inclusion proofs of another implementation, of every leaf', () => {
    const proofs = sizes.flatMap((size) =>
      leaves.slice(0, size).flatMap((_, index) => prove(inclusionLeaves(index, size), hashOf)),
    );
    expect(digestOf(proofs)).toBe('4df45ac3240487cd847e7cc119e4595422d07a35de98aca0aaa7e9b6d318307d');
  });

  it('have the consistency proofs of another implementation, from every earlier size', () => {
    const proofs = sizes.flatMap((size) =>
      leaves.slice(0, size).flatMap((_, n) => prove(consistencyLeaves(n + 1, size), hashOf)),
    );
    expect(digestOf(proofs)).toBe('e6459858b695ad9ebf62b3d2a06a507b1cc691079baa307e6ec08797def01440');
  });
});

const sizesArbitrary = fc.tuple(fc.integer({ min: 1, max: 700 }), fc.integer({ min: 1, max: 300 }));

describe('a tree that grows in batches', () => {
  it('has the root that the definition gives, and the compact range of its size', () => {
    fc.assert(
      fc.property(sizesArbitrary, ([size, batch]) => {
        const leaves = Array.from({ length: size }, (_, n) => leafHash(`${n}`));
        const tree = new GrowingTree(size, edgeIn(store(leaves, batch), size));
        const range = CompactRange.empty();
        for (const leaf of leaves) range.append(leaf);
        expect(tree.root()).toEqual(definedRoot(leaves));
        expect(CompactRange.of(size, range.hashes).root()).toEqual(definedRoot(leaves));
      }),
      { numRuns: 60 },
    );
  });

  it('is as before where a batch was lost and is appended again', () => {
    const leaves = Array.from({ length: 600 }, (_, n) => leafHash(`${n}`));
    const tiles = store(leaves.slice(0, 500), 100);
    for (const size of [300, 256, 255, 1, 0]) {
      const tree = new GrowingTree(size, edgeIn(tiles, size));
      for (const leaf of leaves.slice(size)) tree.append(leaf);
      expect(tree.root()).toEqual(definedRoot(leaves));
      expect(new Map(tree.changedTiles().map(({ level, index, hashes }) => [`${level}/${index}`, hashes]))).toEqual(
        new Map(
          [...store(leaves)].filter(([place]) => tree.changedTiles().some((t) => place === `${t.level}/${t.index}`)),
        ),
      );
    }
  });

  it('is not loaded from tiles that are shorter than it', () => {
    const tiles = store(Array.from({ length: 300 }, (_, n) => leafHash(`${n}`)));
    expect(() => new GrowingTree(301, edgeIn(tiles, 301))).toThrow('A stored tile is shorter than the tree');
    expect(() => CompactRange.of(3, [EMPTY_ROOT])).toThrow('A tree of 3 leaves has 2 complete subtrees, not 1');
  });
});

describe('a proof', () => {
  const leaves = Array.from({ length: 300 }, (_, n) => leafHash(`${n}`));
  const roots = rootsOf(leaves);
  const hashOf = hashesIn(store(leaves));
  const tree = fc
    .integer({ min: 1, max: 300 })
    .chain((size) => fc.tuple(fc.integer({ min: 0, max: size - 1 }), fc.constant(size)));
  const changes = fc.record({ hash: fc.nat(), bit: fc.nat(255) });

  function changed(proof: readonly Buffer[], { hash, bit }: { hash: number; bit: number }): Buffer[] {
    const copy = proof.map((entry) => Buffer.from(entry));
    const entry = copy[hash % Math.max(copy.length, 1)];
    if (entry) entry[bit >> 3]! ^= 1 << (bit & 7);
    return copy;
  }

  it('of inclusion holds for its leaf, place and tree alone', () => {
    fc.assert(
      fc.property(tree, changes, ([index, size], change) => {
        const proof = prove(inclusionLeaves(index, size), hashOf);
        const head = { size, root: roots[size - 1]! };
        expect(isIncluded(leaves[index]!, index, head, proof)).toBe(true);
        if (proof.length > 0) expect(isIncluded(leaves[index]!, index, head, changed(proof, change))).toBe(false);
        expect(isIncluded(leaves[index]!, index, head, [...proof, EMPTY_ROOT])).toBe(false);
        expect(isIncluded(leaves[index]!, index, head, proof.slice(1))).toBe(proof.length === 0);
        expect(isIncluded(leaves[index]!, index + 1, head, proof)).toBe(false);
        expect(isIncluded(leafHash('other'), index, head, proof)).toBe(false);
        expect(isIncluded(leaves[index]!, -1, head, proof)).toBe(false);
      }),
    );
  });

  it('of consistency holds for its two trees alone', () => {
    fc.assert(
      fc.property(tree, changes, ([index, size], change) => {
        const earlier = { size: index + 1, root: roots[index]! };
        const head = { size, root: roots[size - 1]! };
        const proof = prove(consistencyLeaves(earlier.size, size), hashOf);
        expect(isConsistent(earlier, head, proof)).toBe(true);
        if (proof.length > 0) expect(isConsistent(earlier, head, changed(proof, change))).toBe(false);
        expect(isConsistent(earlier, head, [...proof, EMPTY_ROOT])).toBe(false);
        expect(isConsistent({ ...earlier, root: EMPTY_ROOT }, head, proof)).toBe(false);
        expect(isConsistent(earlier, { ...head, root: EMPTY_ROOT }, proof)).toBe(false);
        expect(isConsistent({ ...earlier, size: 0 }, head, proof)).toBe(false);
        if (earlier.size < size) expect(isConsistent(head, earlier, proof)).toBe(false);
      }),
    );
  });

  it('is not asked for leaves and trees that are not there', () => {
    expect(() => inclusionLeaves(5, 5)).toThrow('No such leaf in this tree');
    expect(() => consistencyLeaves(6, 5)).toThrow('No earlier tree');
    expect(() => consistencyLeaves(0, 5)).toThrow('No earlier tree');
  });
});
