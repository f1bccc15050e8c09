import type { FactorState, FactorSummary } from '../../database/repositories/second-factor.repository.js';
import type { FactorResponseDto, SecondFactorResponseDto } from './second-factor.dto.js';

export function presentSecondFactor({ required, requiredByRole, factor }: FactorState): SecondFactorResponseDto {
  return { required, requiredByRole, factor: factor && presentFactor(factor) };
}

export function presentFactor({
  deviceName,
  enabledAt,
  lastUsedAt,
  recoveryCodesLeft,
}: FactorSummary): FactorResponseDto {
  return {
    deviceName,
    enabledAt: enabledAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    recoveryCodesLeft,
  };
}
