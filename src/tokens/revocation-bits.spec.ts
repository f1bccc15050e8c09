import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RevocationBits } from './revocation-bits.js';

describe('RevocationBits', () => {
  it('has what was added and nothing else', () => {
    const index = fc.nat({ max: 2 ** 40 });
    fc.assert(
      fc.property(fc.uniqueArray(index), fc.array(index), (added, others) => {
        const bits = new RevocationBits();
        for (const idx of added) bits.add(idx);
        const expected = new Set(added);
        for (const idx of [...added, ...others, ...added.map((idx) => idx + 1)]) {
          expect(bits.has(idx)).toBe(expected.has(idx));
        }
      }),
    );
  });
});
