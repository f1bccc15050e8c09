import type { SigningKeyEntity } from '../../database/entities/signing-key.entity.js';
import type { SigningKeyListDto } from './dto/signing-key.dto.js';

export function presentSigningKeys(keys: readonly SigningKeyEntity[]): SigningKeyListDto {
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
