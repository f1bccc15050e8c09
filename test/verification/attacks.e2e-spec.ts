import { createHmac, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SigningKeysService } from '../../src/signing-keys/signing-keys.service.js';
import type { Verifier } from '../../src/verifier/verifier.js';
import { all, askAll, verifierOf, urlOf } from '../support/doors.js';
import { TestApp, type TestUser } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let app: TestApp;
let gateway: TestUser;
let verifier: Verifier;
let token: string;
let requests: string[];

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  gateway = await app.createUser('gateway', 'service');
  requests = [];
  verifier = verifierOf(app, {
    fetch: (url, init) => {
      requests.push(urlOf(url));
      return fetch(urlOf(url).replace('http://tessera.test', app.url), init);
    },
  });
  token = await app.logIn(gateway);
});

afterAll(async () => {
  verifier.close();
  await app.close();
  await database.drop();
});

type Json = Record<string, unknown>;
const encode = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const decode = (part: string): Json => JSON.parse(Buffer.from(part, 'base64url').toString()) as Json;
const parts = (): [string, string, string] => token.split('.') as [string, string, string];
const header = (): Json => decode(parts()[0]);
const payload = (): Json => decode(parts()[1]);

function signWith(key: KeyObject, head: unknown, body: unknown): string {
  const input = `${encode(head)}.${encode(body)}`;
  const signature = sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' });
  return `${input}.${signature.toString('base64url')}`;
}

/** What only the issuer could make: the form alone must be refused. */
const signAsIssuer = (head: unknown, body: unknown): string =>
  signWith(app.get(SigningKeysService).current().privateKey, head, body);

function attacker(): { privateKey: KeyObject; jwk: Json } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { privateKey, jwk: publicKey.export({ format: 'jwk' }) };
}

function hmac(key: string | Buffer, alg = 'HS256'): string {
  const input = `${encode({ ...header(), alg })}.${parts()[1]}`;
  return `${input}.${createHmac('sha256', key).update(input).digest('base64url')}`;
}

const currentPublicKey = (): KeyObject => createPublicKey(app.get(SigningKeysService).current().privateKey);
const withSignature = (bytes: Buffer | string): string =>
  `${parts()[0]}.${parts()[1]}.${typeof bytes === 'string' ? bytes : bytes.toString('base64url')}`;
const flipped = (part: string): string => (part.startsWith('e') ? 'f' : 'e') + part.slice(1);
const der = (): Buffer =>
  sign('sha256', Buffer.from(`${parts()[0]}.${parts()[1]}`), app.get(SigningKeysService).current().privateKey);

const CASES: Record<string, () => string> = {
  'a modified signature': () => withSignature(flipped(parts()[2])),
  'no signature': () => `${parts()[0]}.${parts()[1]}.`,
  'no signature and no separator': () => `${parts()[0]}.${parts()[1]}`,
  'a modified payload': () => `${parts()[0]}.${encode({ ...payload(), role: 'admin' })}.${parts()[2]}`,
  'no payload': () => `${parts()[0]}..${parts()[2]}`,
  'no payload and no separator': () => `${parts()[0]}.${parts()[2]}`,
  'a modified header': () => `${encode({ ...header(), typ: 'jwt' })}.${parts()[1]}.${parts()[2]}`,
  'no header': () => `.${parts()[1]}.${parts()[2]}`,
  'no header and no separator': () => `${parts()[1]}.${parts()[2]}`,
  'separators alone': () => '..',
  'an extra empty part': () => `${token}.`,
  'an extra part': () => `${token}.foo`,
  'JSON serialization': () =>
    JSON.stringify({ payload: parts()[1], signatures: [{ protected: parts()[0], signature: parts()[2] }] }),
  'alg none without signature': () => `${encode({ ...header(), alg: 'none' })}.${parts()[1]}.`,
  'alg None with the signature': () => `${encode({ ...header(), alg: 'None' })}.${parts()[1]}.${parts()[2]}`,
  'HS256 keyed with the public key in PEM': () => hmac(currentPublicKey().export({ type: 'spki', format: 'pem' })),
  'HS256 keyed with the public key in DER': () => hmac(currentPublicKey().export({ type: 'spki', format: 'der' })),
  'HS256 keyed with the public JWK': () => hmac(JSON.stringify(currentPublicKey().export({ format: 'jwk' }))),
  'HS256 keyed with nothing': () => hmac(''),
  'an HMAC that says ES256': () => hmac(currentPublicKey().export({ type: 'spki', format: 'pem' }), 'ES256'),
  'alg ES384': () => signAsIssuer({ ...header(), alg: 'ES384' }, payload()),
  'no alg': () => signAsIssuer({ typ: 'JWT', kid: header().kid }, payload()),
  'no kid': () => signAsIssuer({ alg: 'ES256', typ: 'JWT' }, payload()),
  'a kid that is a list': () => signAsIssuer({ ...header(), kid: [header().kid] }, payload()),
  'an embedded jwk of the attacker': () => {
    const { privateKey, jwk } = attacker();
    return signWith(privateKey, { ...header(), jwk }, payload());
  },
  'a jku of the attacker': () =>
    signWith(attacker().privateKey, { ...header(), jku: 'http://127.0.0.1:9/jwks' }, payload()),
  'an x5u of the attacker': () =>
    signWith(attacker().privateKey, { ...header(), x5u: 'http://127.0.0.1:9/x5u' }, payload()),
  'an x5c of the attacker': () => signWith(attacker().privateKey, { ...header(), x5c: ['AAAA'] }, payload()),
  'a jku in a header that is signed': () => signAsIssuer({ ...header(), jku: 'http://127.0.0.1:9/jwks' }, payload()),
  'a crit in a header that is signed': () => signAsIssuer({ ...header(), crit: ['exp'] }, payload()),
  'b64 false': () => signAsIssuer({ ...header(), b64: false, crit: ['b64'] }, payload()),
  'the key of another': () => signWith(attacker().privateKey, header(), payload()),
  'an alg twice': () =>
    signAsIssuer(`{"alg":"none","alg":"ES256","typ":"JWT","kid":${JSON.stringify(header().kid)}}`, payload()),
  'a claim twice': () => signAsIssuer(header(), JSON.stringify(payload()).replace('{', '{"role":"admin",')),
  'a claim under __proto__': () =>
    signAsIssuer(header(), JSON.stringify(payload()).replace(/^\{/, '{"__proto__":{"role":"admin"},"role":1,')),
  'a payload that is a list': () => signAsIssuer(header(), [payload()]),
  'a payload that is null': () => signAsIssuer(header(), null),
  'a payload that is no JSON': () => signAsIssuer(header(), 'foo'),
  'a payload that is no UTF-8': () =>
    signAsIssuer(header(), payload()).replace(/\.[^.]+\./, `.${Buffer.from([0xff, 0xfe]).toString('base64url')}.`),
  'another issuer': () => signAsIssuer(header(), { ...payload(), iss: 'http://other.test' }),
  'no issuer': () => signAsIssuer(header(), { ...payload(), iss: undefined }),
  'an unknown kind': () => signAsIssuer(header(), { ...payload(), token_use: 'v9' }),
  'a status list as a token': () => signAsIssuer({ ...header(), typ: 'statuslist+jwt' }, payload()),
  'no status': () => signAsIssuer(header(), { ...payload(), status: undefined }),
  'no exp': () => signAsIssuer(header(), { ...payload(), exp: undefined }),
  'an exp that is no number': () => signAsIssuer(header(), { ...payload(), exp: 'never' }),
  'an nbf in the future': () => signAsIssuer(header(), { ...payload(), nbf: (payload().exp as number) - 1 }),
  padding: () => `${token}=`,
  'base64 instead of base64url': () => signAsIssuer(header(), payload()).replace(/[-_]|$/, '+'),
  'stray bits in the signature': () => {
    const last = parts()[2].at(-1)!;
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    return token.slice(0, -1) + alphabet[alphabet.indexOf(last) + 1]!;
  },
  'white space within': () => `${parts()[0]}. ${parts()[1]}.${parts()[2]}`,
  'a signature of zeros': () => withSignature(Buffer.alloc(64)),
  'an r of zero': () =>
    withSignature(Buffer.concat([Buffer.alloc(32), Buffer.from(parts()[2], 'base64url').subarray(32)])),
  'a signature in DER': () => withSignature(der()),
  'a signature a byte too long': () =>
    withSignature(Buffer.concat([Buffer.from(parts()[2], 'base64url'), Buffer.of(0)])),
  'a signature a byte too short': () => withSignature(Buffer.from(parts()[2], 'base64url').subarray(0, 63)),
  'r and s of the size of the group': () => withSignature(Buffer.alloc(64, 0xff)),
  'a huge payload': () => signAsIssuer(header(), { ...payload(), more: 'x'.repeat(9_000) }),
  'the empty text': () => '',
};

const KIDS = [
  '../../../etc/passwd',
  '/dev/null',
  "' OR '1'='1",
  "x'; DROP TABLE signing_keys; --",
  'http://127.0.0.1:9/key',
  'file:///etc/passwd',
  '$(id)',
  '__proto__',
  'constructor',
  '\0',
  '',
  'A'.repeat(5_000),
];

describe('introspection, forward auth and the local verifier', () => {
  it('take the token that the attacks are made from', async () => {
    expect(await askAll(app, verifier, gateway, token)).toEqual(all('good'));
  });

  it.each(Object.keys(CASES))('refuse %s', async (name) => {
    expect(await askAll(app, verifier, gateway, CASES[name]!())).toEqual(all('token_invalid'));
  });

  it.each(KIDS)('refuse the kid %j, and ask nobody for it', async (kid) => {
    const before = requests.filter((url) => !url.includes('/status-lists/')).length;
    const forged = signWith(attacker().privateKey, { ...header(), kid }, payload());
    expect(await askAll(app, verifier, gateway, forged)).toEqual(all('token_invalid'));
    expect(requests.filter((url) => !url.includes('/status-lists/')).slice(before)).toEqual([]);
    expect(await askAll(app, verifier, gateway, signAsIssuer({ ...header(), kid }, payload()))).toEqual(
      all('token_invalid'),
    );
  });

  it('ask for an unknown kid once, however often it is presented', async () => {
    const kid = 'k'.repeat(43);
    const forged = signWith(attacker().privateKey, { ...header(), kid }, payload());
    const asked = () => requests.filter((url) => url.endsWith('jwks.json')).length;
    const before = asked();
    await Promise.all(Array.from({ length: 50 }, () => verifier.verify(forged).catch(() => undefined)));
    for (let again = 0; again < 10; again++) await verifier.verify(forged).catch(() => undefined);
    expect(asked() - before).toBe(1);
  });
});
