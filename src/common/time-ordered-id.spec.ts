import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { firstIdAt, timeOrderedId } from './time-ordered-id.js';

const instant = fc.date({
  min: new Date('1970-01-01T00:00:00Z'),
  max: new Date('9999-12-31T23:59:59Z'),
  noInvalidDate: true,
});

describe('timeOrderedId', () => {
  it('gives ids in the order of their instants, and within one in that of the calls', () => {
    fc.assert(
      fc.property(fc.array(instant), (instants) => {
        const sorted = [...instants].sort((one, two) => one.getTime() - two.getTime());
        const ids = sorted.map(timeOrderedId);
        expect([...ids].sort()).toEqual(ids);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  it('gives one that is at or above the first of its own millisecond, and below that of the next', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const id = timeOrderedId(at);
        expect(firstIdAt(at) <= id && id < firstIdAt(new Date(at.getTime() + 1))).toBe(true);
      }),
    );
  });
});
