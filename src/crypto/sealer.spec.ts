import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { Sealer } from './sealer.js';

describe('Sealer', () => {
  const sealer = new Sealer(randomBytes(32));

  it('unseals what it sealed, umlauts and all', () => {
    expect(sealer.unseal(sealer.seal('grüße', 'row 1'), 'row 1')).toBe('grüße');
  });

  it('seals the same text differently each time', () => {
    expect(sealer.seal('a', 'row').equals(sealer.seal('a', 'row'))).toBe(false);
  });

  it('refuses a text that was moved to another row', () => {
    expect(() => sealer.unseal(sealer.seal('a', 'row 1'), 'row 2')).toThrow();
  });

  it('refuses a text with any byte changed', () => {
    const sealed = sealer.seal('secret', 'row');
    for (let i = 0; i < sealed.length; i++) {
      const tampered = Buffer.from(sealed);
      tampered[i] = tampered[i]! ^ 1;
      expect(() => sealer.unseal(tampered, 'row')).toThrow();
    }
  });

  it('names the master key as the cause where another one sealed it', () => {
    const sealed = new Sealer(randomBytes(32)).seal('a', 'row');
    expect(() => sealer.unseal(sealed, 'row')).toThrow('It was sealed with another MASTER_KEY.');
  });

  describe('with the previous master key', () => {
    const [previousKey, currentKey] = [randomBytes(32), randomBytes(32)];
    const [before, both, after] = [
      new Sealer(previousKey),
      new Sealer(currentKey, previousKey),
      new Sealer(currentKey),
    ];

    it('unseals what either sealed, and seals with the current one', () => {
      expect(both.unseal(before.seal('a', 'row'), 'row')).toBe('a');
      expect(after.unseal(both.seal('a', 'row'), 'row')).toBe('a');
    });

    it('tells which of the two sealed it', () => {
      expect([before, both, after].map((sealer) => both.isCurrent(sealer.seal('a', 'row')))).toEqual([
        false,
        true,
        true,
      ]);
    });
  });
});
