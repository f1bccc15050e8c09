import { createHash } from 'node:crypto';
import { JWKS_MAX_AGE_SECONDS } from '../../signing-keys/key-rotation.service.js';
import { toJwk, type PublishedKey } from '../../signing-keys/signing-key.js';
import type { Cacheable } from '../http/cacheable.js';

export const JWKS_CACHE_CONTROL = `public, max-age=${JWKS_MAX_AGE_SECONDS}`;

/** RFC 7517, section 5. */
export function presentJwks(keys: readonly PublishedKey[]): Cacheable {
  const text = JSON.stringify({ keys: keys.map(toJwk) });
  return {
    etag: `"${createHash('sha256').update(text).digest('base64url')}"`,
    cacheControl: JWKS_CACHE_CONTROL,
    contentType: 'application/json',
    text,
  };
}
