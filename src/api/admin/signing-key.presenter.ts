import type { SigningKeyEntity } from '../../database/entities/signing-key.entity.js';
import type { SigningKeyListResponseDto } from './dto/signing-key.dto.js';

export function presentSigningKeys(keys: readonly SigningKeyEntity[]): SigningKeyListResponseDto {
  return {
    keys: keys.map(({ kid, state, createdAt, activatedAt, retiredAt }) => ({
      kid,
      state,
      createdAt: createdAt.toISOString(),
      activatedAt: activatedAt?.toISOString() ?? null,
      retiredAt: retiredAt?.toISOString() ?? null,
    })),
  };
}
