import type { SigningKeyWithTokens } from '../../tokens/signing-key-tokens.service.js';
import type { SigningKeyResponseDto, SigningKeyPageResponseDto } from './dto/signing-key.dto.js';

/** There are so few that all of them are one page. */
export function presentSigningKeys(keys: readonly SigningKeyWithTokens[]): SigningKeyPageResponseDto {
  return { items: keys.map(presentSigningKey), next: null };
}

function presentSigningKey(key: SigningKeyWithTokens): SigningKeyResponseDto {
  const { id, kid, state, createdAt, activatedAt, retiredAt, liveTokens } = key;
  return {
    id,
    kid,
    state,
    publishedAt: createdAt.toISOString(),
    signsFrom: activatedAt?.toISOString() ?? null,
    signedUntil: retiredAt?.toISOString() ?? null,
    liveTokens,
  };
}
