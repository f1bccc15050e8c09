import { HASH_BYTES, nodeHash } from './hashes.js';
import type { Subtree } from './subtrees.js';

/** A tile keeps the hashes of this many neighbours on one level; the levels between two tiles are computed. */
export const TILE_WIDTH = 256;
const TILE_HEIGHT = 8;

/**
 * Which of the stored tiles (c2sp.org/tlog-tiles): on tile level `level` each hash is the root of a complete subtree of
 * `256 ** level` leaves.
 */
export interface TileId {
  readonly level: number;
  readonly index: number;
}

/** Where the hashes from which a subtree's hash is computed stand: side by side in one tile. */
export interface TileSpan extends TileId {
  readonly first: number;
  readonly count: number;
}

export function spanOf({ level, index }: Subtree): TileSpan {
  const count = 2 ** (level % TILE_HEIGHT);
  const start = index * count;
  return {
    level: Math.floor(level / TILE_HEIGHT),
    index: Math.floor(start / TILE_WIDTH),
    first: start % TILE_WIDTH,
    count,
  };
}

/**
 * The hash of a complete subtree from the tile that has it.
 * @param tile the hashes of the tile of `span`, one after the other.
 * @throws Error where the tile does not reach so far.
 */
export function hashFromTile({ first, count }: TileSpan, tile: Buffer): Buffer {
  let hashes = Array.from({ length: count }, (_, n) => hashAt(tile, first + n));
  while (hashes.length > 1) hashes = pairs(hashes);
  return hashes[0]!;
}

function hashAt(tile: Buffer, position: number): Buffer {
  const hash = tile.subarray(position * HASH_BYTES, (position + 1) * HASH_BYTES);
  if (hash.length !== HASH_BYTES) throw new RangeError('A stored tile is shorter than the tree');
  return hash;
}

function pairs(hashes: readonly Buffer[]): Buffer[] {
  const parents: Buffer[] = [];
  for (let n = 0; n < hashes.length; n += 2) parents.push(nodeHash(hashes[n]!, hashes[n + 1]!));
  return parents;
}

/** On each tile level that the tree of `size` leaves has, the tile that the next hash goes to, and how many it has. */
export function edgeOf(size: number): (TileId & { readonly width: number })[] {
  const edge: (TileId & { width: number })[] = [];
  for (let [level, hashes] = [0, size]; hashes > 0; [level, hashes] = [level + 1, Math.floor(hashes / TILE_WIDTH)]) {
    edge.push({ level, index: Math.floor(hashes / TILE_WIDTH), width: hashes % TILE_WIDTH });
  }
  return edge;
}
