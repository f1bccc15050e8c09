import { describe, expect, it } from '@jest/globals';
import { KeyedDigests } from './keyed-digests.js';
import { MasterKeys } from './master-keys.js';

describe('KeyedDigests', () => {
  const [previous, current] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];

  it('gives the same text another digest under another master key', () => {
    const [before, after] = [previous, current].map((key) =>
      new KeyedDigests(new MasterKeys(key)).digest('context tokens', 'a'),
    );
    expect(before!.length).toBe(32);
    expect(before!.equals(after!)).toBe(false);
  });

  it('digests with the current key, and looks up with the previous one too', () => {
    const before = new KeyedDigests(new MasterKeys(previous));
    const both = new KeyedDigests(new MasterKeys(current, previous));
    expect(both.candidates('context tokens', 'a')).toEqual([
      both.digest('context tokens', 'a'),
      before.digest('context tokens', 'a'),
    ]);
    expect(both.digest('context tokens', 'a')).toEqual(
      new KeyedDigests(new MasterKeys(current)).digest('context tokens', 'a'),
    );
  });

  it('gives the same text another digest for another purpose', () => {
    const digests = new KeyedDigests(new MasterKeys(current));
    expect(digests.digest('context tokens', 'a').equals(digests.digest('confirmation codes', 'a'))).toBe(false);
  });
});
