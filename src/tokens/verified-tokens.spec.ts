import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it, jest } from '@jest/globals';
import { VerifiedTokens, type TokenClaims } from './verified-tokens.js';

const claims = (id: string): TokenClaims => ({ id }) as TokenClaims;

describe('VerifiedTokens', () => {
  it('reads a text once for all who ask for it at the same time', async () => {
    const verified = new VerifiedTokens();
    const read = jest.fn(() => Promise.resolve(claims('a')));
    const both = await Promise.all([verified.read('text', read), verified.read('text', read)]);
    expect(both).toEqual([claims('a'), claims('a')]);
    expect(read).toHaveBeenCalledTimes(1);
    expect(verified.get('text')).toEqual(claims('a'));
  });

  it('remembers neither a bad signature nor a check that failed', async () => {
    const verified = new VerifiedTokens();
    expect(await verified.read('bad', () => Promise.resolve(undefined))).toBeUndefined();
    await expect(verified.read('bad', () => Promise.reject(new Error('no memory')))).rejects.toThrow('no memory');
    expect(verified.get('bad')).toBeUndefined();
    expect(await verified.read('bad', () => Promise.resolve(claims('b')))).toEqual(claims('b'));
  });

  it('keeps what is asked for again and again, and a bounded number of the others', async () => {
    const verified = new VerifiedTokens();
    for (let n = 0; n < 30_000; n++) {
      await verified.read(String(n), () => Promise.resolve(claims(String(n))));
      expect(verified.get('0')).toEqual(claims('0'));
    }
    const kept = Array.from({ length: 30_000 }, (_, n) => verified.get(String(n))).filter(Boolean);
    expect(kept.length).toBeGreaterThanOrEqual(10_000);
    expect(kept.length).toBeLessThanOrEqual(20_000);
  });

  it('keeps nothing of the request that a text came in', async () => {
    setFlagsFromString('--expose-gc');
    const usedMb = (): number => {
      (runInNewContext('gc') as () => void)();
      return process.memoryUsage().heapUsed / 2 ** 20;
    };
    const verified = new VerifiedTokens();
    const before = usedMb();
    for (let n = 0; n < 1_000; n++) {
      const body = Buffer.alloc(64_000, `${n} `).toString('latin1');
      await verified.read(body.slice(-500), () => Promise.resolve(claims('a')));
    }
    expect(usedMb() - before).toBeLessThan(10);
    expect(verified.get('none')).toBeUndefined();
  });
});
