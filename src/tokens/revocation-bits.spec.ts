import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BITS_PER_CHUNK } from '../database/changes/change.js';
import { RevocationBits } from './revocation-bits.js';

describe('RevocationBits', () => {
  it('has what was added and not deleted since, and nothing else', () => {
    const index = fc.nat({ max: 2 ** 40 });
    const step = fc.record({ deletes: fc.boolean(), idx: fc.nat({ max: 20 }) });
    fc.assert(
      fc.property(fc.uniqueArray(index, { minLength: 21 }), fc.array(step), (idxs, steps) => {
        const bits = new RevocationBits();
        const expected = new Set<number>();
        for (const { deletes, idx: at } of steps) {
          const idx = idxs[at]!;
          expect(deletes ? bits.delete(idx) : bits.add(idx)).toBe(expected.has(idx) === deletes);
          if (deletes) expected.delete(idx);
          else expected.add(idx);
        }
        for (const idx of [...idxs, ...idxs.map((other) => other + 1)]) expect(bits.has(idx)).toBe(expected.has(idx));
      }),
    );
  });

  it('adds and deletes the bits of a whole chunk at once', () => {
    const place = fc.nat({ max: BITS_PER_CHUNK - 1 });
    const chunk = fc.nat({ max: 1_000 });
    fc.assert(
      fc.property(chunk, fc.uniqueArray(place), fc.uniqueArray(place), (number, added, deleted) => {
        const [bits, chunks] = [new RevocationBits(), [new RevocationBits(), new RevocationBits()] as const];
        for (const at of added) chunks[0].add(at);
        for (const at of deleted) chunks[1].add(at);
        bits.addChunk(number, chunks[0].slice(0, BITS_PER_CHUNK));
        bits.deleteChunk(number, chunks[1].slice(0, BITS_PER_CHUNK));
        for (const at of [...added, ...deleted]) {
          expect(bits.has(number * BITS_PER_CHUNK + at)).toBe(added.includes(at) && !deleted.includes(at));
        }
      }),
    );
  });
});
