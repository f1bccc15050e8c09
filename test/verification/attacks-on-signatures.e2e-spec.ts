import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sign } from 'node:crypto';
import { all, until } from '../support/verification-paths.js';
import { Forge } from '../support/forge.js';

let forge: Forge;

beforeAll(async () => {
  forge = await Forge.start();
});

afterAll(() => forge.close());

/** Of P-256: the order of the group, and of the field. */
const N = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const P = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;

const toNumber = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString('hex')}`);
const toBytes = (number: bigint, length = 32): Buffer =>
  Buffer.from(
    number
      .toString(16)
      .padStart(length * 2, '0')
      .slice(-length * 2),
    'hex',
  );
const join = (r: bigint, s: bigint, length = 32): Buffer => Buffer.concat([toBytes(r, length), toBytes(s, length)]);
const good = (): [r: bigint, s: bigint] => [
  toNumber(forge.signature.subarray(0, 32)),
  toNumber(forge.signature.subarray(32)),
];
/** RFC 7518 does not forbid the greater of `s` and `n - s`: both are signatures of the same content. */
const mirrored = (token: string): string => {
  const signature = Buffer.from(token.split('.')[2]!, 'base64url');
  const mirror = join(toNumber(signature.subarray(0, 32)), N - toNumber(signature.subarray(32)));
  return token.replace(/[^.]+$/, mirror.toString('base64url'));
};

const NUMBERS: Record<string, bigint> = {
  '0': 0n,
  '1': 1n,
  'n - 1': N - 1n,
  n: N,
  'n + 1': N + 1n,
  p: P,
  'p + 1': P + 1n,
  '2^256 - 1': 2n ** 256n - 1n,
};

const CHANGED: Record<string, (r: bigint, s: bigint) => Buffer> = {
  'r and s exchanged': (r, s) => join(s, r),
  'n - r': (r, s) => join(N - r, s),
  'n - r and n - s': (r, s) => join(N - r, N - s),
  'p - r': (r, s) => join(P - r, s),
  'r twice': (r) => join(r, r),
  's twice': (_, s) => join(s, s),
  'one bit of r changed': (r, s) => join(r ^ 1n, s),
  'one bit of s changed': (r, s) => join(r, s ^ 1n),
  'the bytes reversed': (r, s) => Buffer.concat([toBytes(r).reverse(), toBytes(s).reverse()]),
  'r + n': (r, s) => join(r + N, s, 33),
  's + n': (r, s) => join(r, s + N, 33),
  'r + 256 n': (r, s) => join(r + 256n * N, s, 34),
  's + 256 n': (r, s) => join(r, s + 256n * N, 34),
  'r + 2^256': (r, s) => join(r + 2n ** 256n, s, 33),
  's + 2^256': (r, s) => join(r, s + 2n ** 256n, 33),
  'r + 2^320': (r, s) => join(r + 2n ** 320n, s, 41),
  's + 2^320': (r, s) => join(r, s + 2n ** 320n, 41),
};

/** RFC 7518, section 3.4: 64 octets, no more and no less. */
const SHAPES: Record<string, () => Buffer[]> = {
  'bytes added': () => {
    const [zero, signature] = [Buffer.of(0), forge.signature];
    return [Buffer.concat([signature, zero]), Buffer.concat([zero, signature]), Buffer.concat([signature, signature])];
  },
  'bytes taken away': () =>
    [1, 2, 32, 63].flatMap((count) => [forge.signature.subarray(count), forge.signature.subarray(0, -count)]),
  'numbers of other lengths': () => [33, 48, 64, 66, 256, 4_000].map((length) => join(...good(), length)),
  'numbers of a byte': () => [Buffer.of(1, 1), Buffer.of(5, 1), Buffer.of(0, 0)],
  'ASN.1 instead of numbers': () =>
    Array.from({ length: 8 }, () => sign('sha256', Buffer.from(forge.parts.slice(0, 2).join('.')), forge.issuerKey)),
  'ASN.1 cut or filled to 64 bytes': () => {
    const der = sign('sha256', Buffer.from(forge.parts.slice(0, 2).join('.')), forge.issuerKey);
    const zeros = Buffer.from('30060201000201000000', 'hex');
    return [der.subarray(0, 64), der.subarray(-64), Buffer.concat([zeros, Buffer.alloc(64)]).subarray(0, 64)];
  },
  'the point of the curve besides': () => [
    Buffer.concat([Buffer.of(0), forge.signature]),
    Buffer.concat([Buffer.of(4), forge.signature]),
  ],
};

describe('introspection, forward auth and the local verifier', () => {
  it('take the signature that the attacks are made from', async () => {
    expect(await forge.ask(forge.token)).toEqual(all('valid'));
    expect(await forge.ask(forge.withSignature(join(...good())))).toEqual(all('valid'));
  });

  it.each(Object.keys(NUMBERS))('refuse the number %s in a signature, whatever the other is', async (name) => {
    const number = NUMBERS[name]!;
    const [r, s] = good();
    const signatures = Object.values(NUMBERS).map((other) => join(number, other));
    for (const signature of [...signatures, join(number, s), join(r, number)]) {
      const text = forge.withSignature(signature);
      expect([text, await forge.ask(text)]).toEqual([text, all('token_invalid')]);
    }
  });

  it.each(Object.keys(CHANGED))('refuse a signature with %s', async (name) => {
    expect(await forge.ask(forge.withSignature(CHANGED[name]!(...good())))).toEqual(all('token_invalid'));
  });

  it.each(Object.keys(SHAPES))('refuse a signature with %s', async (name) => {
    for (const signature of SHAPES[name]!()) {
      const text = forge.withSignature(signature);
      expect([text, await forge.ask(text)]).toEqual([text, all('token_invalid')]);
    }
  });

  it('take the mirrored signature for the token that it is, and refuse both once either is revoked', async () => {
    for (const revoke of [(token: string) => token, mirrored]) {
      const token = await forge.app.logIn(forge.gateway);
      expect(mirrored(token)).not.toBe(token);
      for (const text of [token, mirrored(token)]) expect(await forge.ask(text)).toEqual(all('valid'));
      await forge.app.call('POST', '/oauth2/revoke', { json: { token: revoke(token) } });
      await until(async () => (await forge.ask(token))['local verifier'] !== 'valid');
      for (const text of [token, mirrored(token)]) expect(await forge.ask(text)).toEqual(all('token_invalid'));
    }
  });

  it('refuse the mirrored signature of a token that was revoked before it was ever seen', async () => {
    const token = await forge.app.logIn(forge.gateway);
    await forge.app.call('POST', '/oauth2/revoke', { json: { token } });
    await until(async () => (await forge.ask(token))['local verifier'] !== 'valid');
    expect(await forge.ask(mirrored(token))).toEqual(all('token_invalid'));
  });

  it('refuse the mirrored signature over other content', async () => {
    const other = forge.sign(forge.header, { ...forge.payload, role: 'admin' }).split('.')[1]!;
    expect(await forge.ask(mirrored(forge.token).replace(forge.parts[1], other))).toEqual(all('token_invalid'));
  });
});
