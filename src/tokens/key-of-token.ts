import type { KeyObject } from 'node:crypto';
import type { SigningKeysService } from '../signing-keys/signing-keys.service.js';

/**
 * The public key that the token's header names. Nothing but our own keys counts: `jku`, `x5u` and `jwk` in a header
 * are not looked at (RFC 8725, section 3.10).
 * @throws Error where the header cannot be read or names no key of ours.
 */
export function keyOfToken(keys: SigningKeysService, token: string | object | Buffer): KeyObject {
  const header = typeof token === 'string' ? token.slice(0, token.indexOf('.')) : '';
  const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString('utf8')) as { kid?: unknown };
  const key = typeof kid === 'string' ? keys.find(kid) : undefined;
  if (!key) throw new Error('The token names no key of ours');
  return key.publicKey;
}
