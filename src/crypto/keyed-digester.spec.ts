import { describe, expect, it } from '@jest/globals';
import { KeyedDigester } from './keyed-digester.js';
import { MasterKeys } from './master-keys.js';

describe('KeyedDigester', () => {
  const [previous, current] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];

  it('gives the same text another digest under another master key', () => {
    const [before, after] = [previous, current].map((key) => new KeyedDigester(new MasterKeys(key)).digest('a'));
    expect(before!.length).toBe(32);
    expect(before!.equals(after!)).toBe(false);
  });

  it('stores under the current key and looks under both', () => {
    const before = new KeyedDigester(new MasterKeys(previous));
    const both = new KeyedDigester(new MasterKeys(current, previous));
    expect(both.candidates('a')).toEqual([both.digest('a'), before.digest('a')]);
    expect(both.digest('a')).toEqual(new KeyedDigester(new MasterKeys(current)).digest('a'));
  });
});
