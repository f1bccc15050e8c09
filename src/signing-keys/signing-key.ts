import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { SigningDays } from '@tessera-auth/verifier/protocol/signing-days';
import { epochSeconds } from '../common/clock.js';
import type { EventTarget } from '../common/security-event.js';
import type { SigningKeyEntity, SigningKeyState } from '../database/entities/signing-key.entity.js';

/** Keys as objects: parsing PEM at each use is several times slower than the signature itself. */
export interface PublishedKey extends SigningDays {
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

/** RFC 7517, section 4, and RFC 7518, section 6.2.1; the last two are our own (section 4: others ignore them). */
export interface PublicJwk {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly y: string;
  readonly kid: string;
  readonly use: 'sig';
  readonly alg: 'ES256';
  /** When it signs, in whole seconds since 1970, as far as that is known. */
  readonly signs_from?: number;
  readonly signed_until?: number;
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

export function publishedKey(row: SigningKeyEntity, publicKey: KeyObject): PublishedKey {
  const { kid, state, activatedAt, retiredAt } = row;
  return {
    ...{ kid, state, publicKey },
    signsFrom: activatedAt && epochSeconds(activatedAt),
    signedUntil: retiredAt && epochSeconds(retiredAt),
  };
}

export function toJwk({ kid, publicKey, signsFrom, signedUntil }: PublishedKey): PublicJwk {
  const { kty = '', crv = '', x = '', y = '' } = publicKey.export({ format: 'jwk' });
  return {
    ...{ kty, crv, x, y, kid, use: 'sig', alg: 'ES256' },
    ...(signsFrom !== null && { signs_from: signsFrom }),
    ...(signedUntil !== null && { signed_until: signedUntil }),
  };
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
