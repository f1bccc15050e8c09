import type { FactorCode } from '../../auth/factor-check.service.js';
import type { SetupCredential } from '../../auth/factor-setup.service.js';
import { AppError } from '../../common/app-error.js';
import type { AssociateSoftwareTokenDto, RespondToAuthChallengeDto } from './dto/factors.dto.js';

/** @throws AppError `invalid_request` unless there is exactly one. */
export function credentialOf({ access_token, session }: AssociateSoftwareTokenDto): SetupCredential {
  if (access_token !== undefined && session === undefined) return { accessToken: access_token };
  if (session !== undefined && access_token === undefined) return { session };
  throw onlyOne('access_token', 'session');
}

/** @throws AppError `invalid_request` unless there is exactly one. */
export function codeOf({ software_token_mfa_code, recovery_code }: RespondToAuthChallengeDto): FactorCode {
  if (software_token_mfa_code !== undefined && recovery_code === undefined) return { code: software_token_mfa_code };
  if (recovery_code !== undefined && software_token_mfa_code === undefined) return { recoveryCode: recovery_code };
  throw onlyOne('software_token_mfa_code', 'recovery_code');
}

function onlyOne(field: string, other: string): AppError {
  const message = `Exactly one of ${field} and ${other} is required`;
  return new AppError('invalid_request', message, { details: { fields: [{ field, message }] } });
}
