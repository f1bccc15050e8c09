import { generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { VerificationError, type Verifier } from '@tessera-auth/verifier';
import { urlOf, verifierOf } from '../support/verification-paths.js';
import { attacker, Forge, type Json } from '../support/forge.js';

let forge: Forge;
let verifier: Verifier | undefined;

beforeAll(async () => {
  forge = await Forge.start();
});

afterEach(() => verifier?.close());

afterAll(() => forge.close());

/** What a local verifier says to the good token that is given this for the issuer's keys. */
async function sayWith(keySet: unknown): Promise<string> {
  verifier?.close();
  verifier = verifierOf(forge.app, {
    fetch: (url, init) =>
      urlOf(url).endsWith('/jwks.json')
        ? Promise.resolve(Response.json(keySet))
        : fetch(urlOf(url).replace('http://tessera.test', forge.app.url), init),
  });
  return verifier.verify(forge.token).then(
    () => 'good',
    (error: unknown) => (error instanceof VerificationError ? error.code : String(error)),
  );
}

/** The issuer's key as it is published. */
function published(): Json {
  const jwk = forge.issuerPublicKey.export({ format: 'jwk' });
  return { ...jwk, kid: forge.header.kid, use: 'sig', alg: 'ES256' };
}

const jwkOf = (key: { publicKey: { export(options: { format: 'jwk' }): JsonWebKey } }): Json => ({
  ...published(),
  ...key.publicKey.export({ format: 'jwk' }),
});

const KEYS: Record<string, () => Json[]> = {
  'a key for encryption': () =>
    [{ use: 'enc' }, { use: undefined, key_ops: ['encrypt'] }].map((it) => ({ ...published(), ...it })),
  'a key of another alg': () =>
    ['ES512', 'ES521', 'ES224', 'HS256', 'RS256', 'none', '', undefined].map((alg) => ({ ...published(), alg })),
  'a key said to be of another curve': () =>
    ['P-384', 'P-521', 'secp256k1', 'p-256'].map((crv) => ({ ...published(), crv })),
  'a key of another type': () => ['RSA', 'oct', 'OKP', 'ec', undefined].map((kty) => ({ ...published(), kty })),
  'a point that is not on the curve': () => [
    { ...published(), y: published().x },
    { ...published(), x: 'A'.repeat(43), y: 'A'.repeat(43) },
    { ...published(), x: '', y: '' },
    { ...published(), x: 1, y: null },
  ],
  'a key without coordinates': () => [{ kty: 'EC', crv: 'P-256', kid: forge.header.kid, use: 'sig', alg: 'ES256' }],
  'a symmetric key': () => [{ kty: 'oct', k: 'AAAA', kid: forge.header.kid, use: 'sig', alg: 'HS256' }],
  "an attacker's key of its name": () => [jwkOf(attacker()), jwkOf(generateKeyPairSync('ec', { namedCurve: 'P-384' }))],
  'its key under another name': () => ['x', '', undefined, [forge.header.kid]].map((kid) => ({ ...published(), kid })),
};

describe('the local verifier', () => {
  it("takes a token by the issuer's key, beside keys of other kinds and broken ones", async () => {
    expect(await sayWith({ keys: [published()] })).toBe('good');
    const others = [
      'a symmetric key',
      'a point that is not on the curve',
      'a key without coordinates',
      'a key of another type',
    ];
    const strange = others.flatMap((name) => KEYS[name]!().map((key, at) => ({ ...key, kid: `${name}${at}` })));
    expect(await sayWith({ keys: [null, 'x', ...strange, published(), ...strange] })).toBe('good');
  });

  it.each(Object.keys(KEYS))('takes no token by %s', async (name) => {
    for (const key of KEYS[name]!()) expect([key, await sayWith({ keys: [key] })]).toEqual([key, 'token_invalid']);
  });

  it('takes no token without keys', async () => {
    expect(await sayWith({ keys: [] })).toBe('token_invalid');
  });

  it.each([null, [], {}, { keys: null }, { keys: {} }, { keys: 'x' }, 'x', 1])(
    'cannot tell by the key set %j, which is none',
    async (keySet) => {
      expect(await sayWith(keySet)).toBe('unavailable');
    },
  );
});
