import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { EventTarget } from '../common/security-event.js';
import type { SigningKeyState } from '../database/entities/signing-key.entity.js';

/** Keys as objects: parsing PEM at each use is several times slower than the signature itself. */
export interface PublishedKey {
  readonly kid: string;
  readonly state: SigningKeyState;
  readonly publicKey: KeyObject;
}

export interface SigningKey {
  readonly id: number;
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** RFC 7517, section 4, and RFC 7518, section 6.2.1. */
export interface PublicJwk {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly y: string;
  readonly kid: string;
  readonly use: 'sig';
  readonly alg: 'ES256';
}

/** A new key for ES256 (RFC 7518, section 3.4), in PEM. */
export function generateSigningKey(): { kid: string; privateKey: string; publicKey: string } {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    kid: thumbprint(pair.publicKey),
    privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey: pair.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}

export function parsePrivateKey(privateKey: string): Pick<SigningKey, 'privateKey' | 'publicKey'> {
  const key = createPrivateKey(privateKey);
  return { privateKey: key, publicKey: createPublicKey(key) };
}

export function parsePublicKey(pem: string): KeyObject {
  return createPublicKey(pem);
}

export function toJwk({ kid, publicKey }: PublishedKey): PublicJwk {
  const { kty = '', crv = '', x = '', y = '' } = publicKey.export({ format: 'jwk' });
  return { kty, crv, x, y, kid, use: 'sig', alg: 'ES256' };
}

/** The key as that which an event is about. */
export function keyTarget(kid: string): EventTarget<'signing_key'> {
  return { type: 'signing_key', id: kid, name: null };
}

/** RFC 7638: SHA-256 over the required members in lexicographic order. */
function thumbprint(publicKey: KeyObject): string {
  const { crv, kty, x, y } = publicKey.export({ format: 'jwk' });
  return createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
}
