import { CompactRange } from './compact-range.js';
import { subtreesOf } from './subtrees.js';
import { edgeOf, hashFromTile, spanOf, TILE_WIDTH, type TileId } from './tiles.js';

export interface Tile extends TileId {
  /** One after the other. */
  readonly hashes: Buffer;
}

/** The end of a tree that is stored as tiles: takes leaves, and tells the root and which tiles are to be written. */
export class GrowingTree {
  private readonly range: CompactRange;
  /** The tile of each level that the next hash goes to, from the lowest on. */
  private readonly edge: { index: number; hashes: Buffer[] }[] = [];
  private readonly filled: Tile[] = [];

  /**
   * @param size how many leaves the stored tree has.
   * @param edge its last tile on each level (`edgeOf`), where it has begun; more hashes than it had then do no harm.
   * @throws Error where a tile is missing or too short.
   */
  constructor(size: number, edge: readonly Tile[]) {
    const tileAt = ({ level, index }: TileId): Buffer =>
      edge.find((tile) => tile.level === level && tile.index === index)?.hashes ?? Buffer.alloc(0);
    const spans = subtreesOf({ first: 0, end: size }).map(spanOf);
    this.range = CompactRange.of(
      size,
      spans.map((span) => hashFromTile(span, tileAt(span))),
    );
    for (const { level, index, width } of edgeOf(size)) {
      const hashes = Array.from({ length: width }, (_, first) =>
        hashFromTile({ level, index, first, count: 1 }, tileAt({ level, index })),
      );
      this.edge.push({ index, hashes });
    }
  }

  get size(): number {
    return this.range.size;
  }

  root(): Buffer {
    return this.range.root();
  }

  append(leaf: Buffer): void {
    this.range.append(leaf);
    this.put(0, leaf);
  }

  /** Every tile that differs from what was stored when the tree was loaded. */
  changedTiles(): Tile[] {
    const begun = this.edge.map(({ index, hashes }, level) => ({ level, index, hashes: Buffer.concat(hashes) }));
    return [...this.filled, ...begun.filter(({ hashes }) => hashes.length > 0)];
  }

  private put(level: number, hash: Buffer): void {
    const tile = this.at(level);
    tile.hashes.push(hash);
    if (tile.hashes.length < TILE_WIDTH) return;
    const hashes = Buffer.concat(tile.hashes);
    this.filled.push({ level, index: tile.index, hashes });
    this.edge[level] = { index: tile.index + 1, hashes: [] };
    this.put(level + 1, hashFromTile({ level, index: tile.index, first: 0, count: TILE_WIDTH }, hashes));
  }

  private at(level: number): { index: number; hashes: Buffer[] } {
    return (this.edge[level] ??= { index: 0, hashes: [] });
  }
}
