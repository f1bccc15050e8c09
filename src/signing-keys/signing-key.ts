import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';

/** A parsed key: parsing PEM at each use is several times slower than the signature itself. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
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

export function parseSigningKey(kid: string, privateKey: string, publicKey: string): SigningKey {
  return { kid, privateKey: createPrivateKey(privateKey), publicKey: createPublicKey(publicKey) };
}

/** RFC 7638: SHA-256 over the required members in lexicographic order. */
function thumbprint(publicKey: KeyObject): string {
  const { crv, kty, x, y } = publicKey.export({ format: 'jwk' });
  return createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
}
