import { createPrivateKey, createPublicKey, generateKeyPairSync, hash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { openCheckpoint, signCheckpoint } from './checkpoint.js';
import { formatVerifierKey, openNote, parseVerifierKey, signNote } from './signed-note.js';

/** The example of golang.org/x/mod/sumdb/note. */
const GO = {
  key: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  text: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
  signature:
    '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
};
/** The example of c2sp.org/signed-note. */
const C2SP = {
  key: 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
  text: 'This is an example message.\n',
  signature:
    '— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n',
};
/** Made by golang.org/x/mod/sumdb/note with `privateKey`. */
const OURS = {
  key: 'https://tessera.test/audit/0+d6fc6ecd+AeEHVK4FFcVBD68eUmXGren7Id/1Fw8yUmEgycb53GHI',
  text: 'https://tessera.test/audit/0\n600\nYeW3m0rrRtdF0jKp4Z6FF/MaCPW/wHpHSqW4KrWAG9o=\n',
  signature:
    '— https://tessera.test/audit/0 1vxuzQWUdbNIuxvfGMYcNOUJa+apvEy7KmQA8EbtOnXG2OogXk+Ko8MfTeSCimq/DuXBISpCW4GaVOSvA3vDeVi9ngw=\n',
};
const seed = hash('sha256', 'tessera test vector', 'buffer');
const privateKey = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
  format: 'der',
  type: 'pkcs8',
});
const origin = 'https://tessera.test/audit/0';
const root = Buffer.from('YeW3m0rrRtdF0jKp4Z6FF/MaCPW/wHpHSqW4KrWAG9o=', 'base64');

describe('a signed note', () => {
  it.each([GO, C2SP, OURS])('of another implementation opens with its key', ({ key, text, signature }) => {
    expect(openNote(`${text}\n${signature}`, parseVerifierKey(key))).toBe(text);
    expect(formatVerifierKey(parseVerifierKey(key))).toBe(key);
  });

  it('is byte for byte what another implementation makes with the same key', () => {
    expect(signNote(OURS.text, origin, privateKey)).toBe(`${OURS.text}\n${OURS.signature}`);
    expect(formatVerifierKey({ name: origin, publicKey: createPublicKey(privateKey) })).toBe(OURS.key);
  });

  it('may have signatures of others', () => {
    const note = `${GO.text}\n${C2SP.signature}${GO.signature}`;
    expect(openNote(note, parseVerifierKey(GO.key))).toBe(GO.text);
    expect(openNote(note, parseVerifierKey(OURS.key))).toBeUndefined();
  });

  it('does not open with a bit flipped anywhere', () => {
    const note = Buffer.from(`${GO.text}\n${GO.signature}`);
    const verifier = parseVerifierKey(GO.key);
    fc.assert(
      fc.property(fc.nat(note.length * 8 - 1), (bit) => {
        const forged = Buffer.from(note);
        forged[bit >> 3]! ^= 1 << (bit & 7);
        expect(openNote(forged.toString('utf8'), verifier)).toBeUndefined();
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['', '\n', 'text', 'text\n\n', `${GO.text}${GO.signature}`, `${GO.text}\n${GO.signature}x`])(
    'is not %j',
    (note) => {
      expect(openNote(note, parseVerifierKey(GO.key))).toBeUndefined();
    },
  );
});

describe('a verifier key', () => {
  it.each([
    'PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
    'PeterNeuman+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
    'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==',
    'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
    'Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
    '',
  ])('is not %j', (text) => {
    expect(() => parseVerifierKey(text)).toThrow(/verifier key/);
  });

  it('has a name without spaces and plus signs', () => {
    const { publicKey } = generateKeyPairSync('ed25519');
    for (const name of ['', 'a b', 'a+b', 'a\u00a0b']) {
      expect(() => formatVerifierKey({ name, publicKey })).toThrow('neither spaces nor a plus sign');
    }
  });
});

describe('a checkpoint', () => {
  const verifier = parseVerifierKey(OURS.key);

  it('is the note of origin, size and root', () => {
    expect(signCheckpoint({ origin, size: 600, root }, privateKey)).toBe(`${OURS.text}\n${OURS.signature}`);
    expect(openCheckpoint(`${OURS.text}\n${OURS.signature}`, verifier)).toEqual({ origin, size: 600, root });
  });

  it.each([
    `${origin}\n0600\n${root.toString('base64')}\n`,
    `${origin}\n-1\n${root.toString('base64')}\n`,
    `${origin}\n600\n${root.toString('base64url')}\n`,
    `${origin}\n600\nAAAA\n`,
    `${origin}\n600\n`,
    `other\n600\n${root.toString('base64')}\n`,
  ])('is not the signed text %j', (text) => {
    expect(openCheckpoint(signNote(text, origin, privateKey), verifier)).toBeUndefined();
  });
});
