import { Injectable } from '@nestjs/common';
import { AuditTreeRepository } from '../database/repositories/audit-tree.repository.js';
import { EMPTY_ROOT } from './merkle/hashes.js';
import { prove, subtreesIn } from './merkle/proofs.js';
import { subtreesOf, type Leaves, type Subtree } from './merkle/subtrees.js';
import { hashFromTile, spanOf } from './merkle/tiles.js';

/** Reads hashes of the stored tree: a few tiles each time, however large it is. */
@Injectable()
export class TreeReader {
  constructor(private readonly tree: AuditTreeRepository) {}

  /** The hash of the tree over each of `proof`. */
  async prove(epoch: number, proof: readonly Leaves[]): Promise<Buffer[]> {
    return prove(proof, await this.hashesOf(epoch, subtreesIn(proof)));
  }

  /** The root of the tree when it had `size` leaves. */
  async rootAt(epoch: number, size: number): Promise<Buffer> {
    if (size === 0) return EMPTY_ROOT;
    return (await this.prove(epoch, [{ first: 0, end: size }]))[0]!;
  }

  /** The compact range of the first `size` leaves: the roots of its largest complete subtrees, from the left. */
  async compactRangeAt(epoch: number, size: number): Promise<Buffer[]> {
    const subtrees = subtreesOf({ first: 0, end: size });
    return subtrees.map(await this.hashesOf(epoch, subtrees));
  }

  private async hashesOf(epoch: number, subtrees: readonly Subtree[]): Promise<(subtree: Subtree) => Buffer> {
    const places = new Map(subtrees.map(spanOf).map(({ level, index }) => [`${level}/${index}`, { level, index }]));
    const tiles = new Map<string, Buffer>();
    for (const tile of await this.tree.listTiles(epoch, [...places.values()])) {
      tiles.set(`${tile.level}/${tile.index}`, tile.hashes);
    }
    return (subtree) => {
      const span = spanOf(subtree);
      return hashFromTile(span, tiles.get(`${span.level}/${span.index}`) ?? Buffer.alloc(0));
    };
  }
}
