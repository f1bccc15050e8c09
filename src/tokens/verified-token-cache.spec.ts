import { describe, expect, it, jest } from '@jest/globals';
import { VerifiedTokenCache, type TokenClaims } from './verified-token-cache.js';

const claims = (id: string): TokenClaims => ({ id }) as TokenClaims;

describe('VerifiedTokenCache', () => {
  it('reads a text once for all calls at the same time', async () => {
    const verified = new VerifiedTokenCache();
    const read = jest.fn(() => Promise.resolve(claims('a')));
    const both = await Promise.all([verified.read('text', read), verified.read('text', read)]);
    expect(both).toEqual([claims('a'), claims('a')]);
    expect(read).toHaveBeenCalledTimes(1);
    expect(verified.get('text')).toEqual(claims('a'));
  });

  it('caches neither an invalid signature nor a check that failed', async () => {
    const verified = new VerifiedTokenCache();
    expect(await verified.read('invalid', () => Promise.resolve(undefined))).toBeUndefined();
    await expect(verified.read('invalid', () => Promise.reject(new Error('no memory')))).rejects.toThrow('no memory');
    expect(verified.get('invalid')).toBeUndefined();
    expect(await verified.read('invalid', () => Promise.resolve(claims('b')))).toEqual(claims('b'));
  });

  it('keeps a text that is read again and again, and a bounded number of the others', async () => {
    const verified = new VerifiedTokenCache();
    for (let n = 0; n < 30_000; n++) {
      await verified.read(String(n), () => Promise.resolve(claims(String(n))));
      expect(verified.get('0')).toEqual(claims('0'));
    }
    const kept = Array.from({ length: 30_000 }, (_, n) => verified.get(String(n))).filter(Boolean);
    expect(kept.length).toBeGreaterThanOrEqual(10_000);
    expect(kept.length).toBeLessThanOrEqual(20_000);
  });
});
