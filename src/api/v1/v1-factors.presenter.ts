import type { FactorLogin } from '../../auth/factor-login.service.js';
import type { FactorSetup, FinishedSetup } from '../../auth/factor-setup.service.js';
import type {
  FactorLoginResponseDto,
  SoftwareTokenResponseDto,
  SoftwareTokenVerifiedResponseDto,
} from './dto/factors.dto.js';
import { presentLoginTokens } from './v1.presenter.js';

export function presentSetup({ secret, session, otpauthUri }: FactorSetup): SoftwareTokenResponseDto {
  return { secret_code: secret, ...(session !== undefined && { session }), otpauth_uri: otpauthUri };
}

export function presentVerified({ session, recoveryCodes }: FinishedSetup): SoftwareTokenVerifiedResponseDto {
  return { status: 'SUCCESS', ...(session !== undefined && { session }), recovery_codes: [...recoveryCodes] };
}

export function presentFactorLogin({ tokens, recoveryCode }: FactorLogin): FactorLoginResponseDto {
  return { ...presentLoginTokens(tokens), ...(recoveryCode !== undefined && { recovery_code: recoveryCode }) };
}
