import { describe, expect, it } from '@jest/globals';
import { matchTotpCode, newTotpSecret, otpauthUri } from './totp.js';

/** `12345678901234567890` in base32: the key of the test vectors. */
const KEY = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

/** RFC 6238, appendix B, for SHA-1: seconds since 1970, and the code, of which ours is the last six digits. */
const VECTORS: [number, string][] = [
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
];

const at = (seconds: number): Date => new Date(seconds * 1000);

describe('the code of an authenticator app', () => {
  it.each(VECTORS)('at second %i is that of RFC 6238', (seconds, code) => {
    const step = Math.floor(seconds / 30);
    expect(matchTotpCode(KEY, code.slice(2), at(seconds), 0)).toEqual({ step, drift: 0 });
  });

  it('counts one step before and after its own, and not two', () => {
    const [seconds, code] = [1234567890, '005924'];
    const drifts = [-60, -30, 0, 30, 60].map((late) => matchTotpCode(KEY, code, at(seconds + late), 0)?.drift);
    expect(drifts).toEqual([undefined, 1, 0, -1, undefined]);
  });

  it('is looked for around the time that the clock of the app had last', () => {
    const [seconds, code] = [1234567890, '005924'];
    const step = seconds / 30;
    const drifts = [-3, -2, -1, 0].map((drift) => matchTotpCode(KEY, code, at(seconds + 60), drift));
    expect(drifts).toEqual([{ step, drift: -2 }, { step, drift: -2 }, { step, drift: -2 }, undefined]);
  });

  it('moves the time that is remembered no further than five minutes away', () => {
    expect(matchTotpCode(KEY, '005924', at(1234567890 + 11 * 30), -10)).toEqual({ step: 41152263, drift: -10 });
  });

  it.each(['', '5924', '0005924', '00592x', '٠٠٥٩٢٤'])('is not %j', (code) => {
    expect(matchTotpCode(KEY, code, at(1234567890), 0)).toBeUndefined();
  });
});

describe('the key', () => {
  it('has 160 bits, and is another one each time', () => {
    const keys = Array.from({ length: 100 }, newTotpSecret);
    expect(keys.filter((key) => !/^[A-Z2-7]{32}$/.test(key))).toEqual([]);
    expect(new Set(keys).size).toBe(100);
  });

  it('is told apps as a URI with the service and the user', () => {
    const uri = new URL(otpauthUri(KEY, 'Tessera auth.example', 'déni:s@x'));
    expect([uri.protocol, uri.host, decodeURIComponent(uri.pathname)]).toEqual([
      'otpauth:',
      'totp',
      '/Tessera auth.example:déni:s@x',
    ]);
    expect(Object.fromEntries(uri.searchParams)).toEqual({
      issuer: 'Tessera auth.example',
      secret: KEY,
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    });
  });
});
