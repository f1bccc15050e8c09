import { constants, createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { all } from '../support/verification-paths.js';
import { attacker, encode, Forge, type Json } from '../support/forge.js';

let forge: Forge;
/** Has the attacker's keys ready for whoever asks, and counts. */
let lure: Server;
let lureUrl: string;
let lured = 0;
const evil = attacker();

beforeAll(async () => {
  forge = await Forge.start();
  lure = createServer((_, response) => {
    lured++;
    response
      .setHeader('content-type', 'application/json')
      .end(JSON.stringify({ keys: [{ ...evil.jwk, kid: forge.header.kid, alg: 'ES256', use: 'sig' }] }));
  });
  await new Promise<void>((resolve) => lure.listen(0, '127.0.0.1', resolve));
  lureUrl = `http://127.0.0.1:${(lure.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await forge.close();
  lure.close();
});

async function expectRefused(texts: string[]): Promise<void> {
  for (const text of texts) expect([text, await forge.ask(text)]).toEqual([text, all('token_invalid')]);
}

/** The good token's claims under another header, not signed, under the good signature, and signed by the issuer. */
function under(header: Json): string[] {
  const input = `${encode(header)}.${forge.parts[1]}`;
  return [`${input}.`, `${input}.${forge.parts[2]}`, forge.signInput(input)];
}

const NONE = ['none', 'None', 'NONE', 'nOnE', ' none', 'none ', 'none\0', '', null, 0, false, [], ['none'], {}];
const OTHERS = [
  'es256',
  'ES256 ',
  'ES256\0',
  'ＥＳ256',
  ['ES256'],
  'ES256K',
  'ES384',
  'ES512',
  'ESP256',
  'EdDSA',
  'Ed25519',
];
const RSA_AND_HMAC = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'HS256', 'HS384', 'HS512', 'dir', 'A256KW'];

/** All the bytes that one may take for a secret because they are the public key. */
function publicSecrets(): (string | Buffer)[] {
  const key = forge.issuerPublicKey;
  const pem = key.export({ type: 'spki', format: 'pem' }).toString();
  const der = key.export({ type: 'spki', format: 'der' });
  const { kty, crv, x, y } = key.export({ format: 'jwk' });
  const point = der.subarray(-65);
  const published = { kty, crv, x, y, kid: forge.header.kid, use: 'sig', alg: 'ES256' };
  const texts = [pem, pem.trim(), pem.replaceAll('\n', '\r\n'), pem.replace(/-----[^-]+-----|\n/g, '')];
  const jsons = [{ kty, crv, x, y }, { crv, kty, x, y }, published, { keys: [published] }].map((it) =>
    JSON.stringify(it),
  );
  return [...texts, ...jsons, der, point, point.subarray(1), point.subarray(1, 33), point.subarray(33), x!, y!];
}

const KNOWN_SECRETS = ['', '\0', Buffer.alloc(32), 'secret', 'ES256', 'null', 'undefined'];

function hmac(secret: string | Buffer, hash: string, header: Json): string {
  const input = `${encode(header)}.${forge.parts[1]}`;
  return `${input}.${createHmac(hash, secret).update(input).digest('base64url')}`;
}

type Signer = (input: Buffer) => Buffer;
const ec = (namedCurve: string, hash: string): Signer => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve });
  return (input) => sign(hash, input, { key: privateKey, dsaEncoding: 'ieee-p1363' });
};
const rsa = (options: object): Signer => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  return (input) => sign('sha256', input, { key: privateKey, ...options });
};
const edwards =
  (key: KeyObject): Signer =>
  (input) =>
    sign(null, input, key);
const PSS = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };

/** The key of an attacker. */
const SIGNERS: Record<string, () => Signer> = {
  ES256: () => (input) => sign('sha256', input, { key: evil.privateKey, dsaEncoding: 'ieee-p1363' }),
  ES256K: () => ec('secp256k1', 'sha256'),
  ES384: () => ec('P-384', 'sha384'),
  ES512: () => ec('P-521', 'sha512'),
  RS256: () => rsa({}),
  PS256: () => rsa(PSS),
  EdDSA: () => edwards(generateKeyPairSync('ed25519').privateKey),
  Ed448: () => edwards(generateKeyPairSync('ed448').privateKey),
};

const EMBEDDED: Record<string, () => Json[]> = {
  jwk: () => [
    { jwk: evil.jwk },
    { jwk: { ...evil.jwk, kid: forge.header.kid, alg: 'ES256', use: 'sig' } },
    { jwk: { kty: 'oct', k: 'AAAA', kid: forge.header.kid } },
    { jwk: evil.jwk, kid: undefined },
  ],
  jku: () => [{ jku: `${lureUrl}/.well-known/jwks.json` }, { jku: `${lureUrl}#http://tessera.test` }],
  x5u: () => [{ x5u: `${lureUrl}/chain.pem` }],
  x5c: () => [{ x5c: [evil.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')] }, { x5c: [] }],
  x5t: () => [{ x5t: 'A'.repeat(27) }, { 'x5t#S256': 'A'.repeat(43) }],
  crit: () => [['exp'], [], ['b64'], ['alg'], 'exp', null].map((crit) => ({ crit })),
  'a member that is not known': () => [{ cty: 'JWT' }, { zip: 'DEF' }, { enc: 'A256GCM' }, { exp: 1 }, { toString: 1 }],
};

const KIDS = [
  ...['../../../etc/passwd', '/dev/null', 'file:///etc/passwd', 'http://127.0.0.1:9/key', '$(id)', '`id`', '|id'],
  ...["' OR '1'='1", "x'; DROP TABLE signing_keys; --", "x' UNION SELECT 'key' --", '__proto__', 'constructor'],
  ...['toString', '\0', '', ' ', '*', '%', 1, 0, true, null, [], {}, ['x']],
];

describe('introspection, forward auth and the local verifier', () => {
  it('take the token that the attacks start from, and what is signed again in its form', async () => {
    expect(await forge.ask(forge.token)).toEqual(all('valid'));
    expect(await forge.ask(under(forge.header)[2]!)).toEqual(all('valid'));
  });

  it.each([...NONE, ...OTHERS, ...RSA_AND_HMAC])('refuse the alg %j, whoever signed', async (alg) => {
    await expectRefused([...under({ ...forge.header, alg }), ...under({ alg })]);
  });

  it('refuse a header without an alg, a kid or either', async () => {
    const { alg, typ, kid } = forge.header;
    await expectRefused([{ typ, kid }, { alg, typ }, { typ }, {}].flatMap(under));
  });

  it.each(['sha256', 'sha384', 'sha512'])('refuse an HMAC of %s keyed with what is public', async (hash) => {
    const alg = `HS${hash.slice(3)}`;
    await expectRefused(
      [...publicSecrets(), ...KNOWN_SECRETS].flatMap((secret) =>
        [alg, 'ES256'].map((name) => hmac(secret, hash, { ...forge.header, alg: name })),
      ),
    );
  });

  it.each(Object.keys(SIGNERS))("refuse an attacker's key for %s, whatever the header says", async (alg) => {
    const signer = SIGNERS[alg]!();
    await expectRefused(
      [alg, 'ES256'].map((name) => {
        const input = `${encode({ ...forge.header, alg: name })}.${forge.parts[1]}`;
        return `${input}.${signer(Buffer.from(input)).toString('base64url')}`;
      }),
    );
  });

  it.each(['sha1', 'sha384', 'sha512'])("refuse the issuer's signature over another hash, %s", async (hash) => {
    const key = { key: forge.issuerKey, dsaEncoding: 'ieee-p1363' as const };
    const input = `${forge.parts[0]}.${forge.parts[1]}`;
    await expectRefused([forge.withSignature(sign(hash, Buffer.from(input), key))]);
  });

  it.each(Object.keys(EMBEDDED))('refuse %s in the header, whoever signed, and follow no address', async (name) => {
    const headers = EMBEDDED[name]!().map((members) => ({ ...forge.header, ...members }));
    await expectRefused(
      headers.flatMap((header) => [forge.sign(header, forge.payload, evil.privateKey), ...under(header)]),
    );
    expect(lured).toBe(0);
  });

  it.each(KIDS)('refuse the kid %j, whoever signed, and ask nobody for it', async (kid) => {
    const asked = () => forge.requests.filter((url) => !url.includes('/status-lists/')).length;
    const before = asked();
    const header = { ...forge.header, kid };
    await expectRefused([forge.sign(header, forge.payload, evil.privateKey), ...under(header)]);
    expect(asked() - before).toBe(0);
  });

  it('refuse a kid that is nearly right', async () => {
    const kid = String(forge.header.kid);
    const near = [
      'A'.repeat(5_000),
      `${kid} `,
      ` ${kid}`,
      `${kid}\0`,
      `./${kid}`,
      kid.slice(1),
      `${kid}=`,
      [kid],
      { kid },
    ];
    await expectRefused(near.flatMap((it) => under({ ...forge.header, kid: it })));
  });

  it('ask for an unknown kid once, however often it is presented', async () => {
    const forged = forge.sign({ ...forge.header, kid: 'k'.repeat(43) }, forge.payload, evil.privateKey);
    const asked = () => forge.requests.filter((url) => url.endsWith('jwks.json')).length;
    const before = asked();
    await Promise.all(Array.from({ length: 50 }, () => forge.verifier.verify(forged).catch(() => undefined)));
    for (let again = 0; again < 10; again++) await forge.verifier.verify(forged).catch(() => undefined);
    expect(asked() - before).toBe(1);
  });
});
