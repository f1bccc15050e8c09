import type { OpenedByLogin } from '../../auth/console-auth.service.js';
import type { FactorCode } from '../../auth/factor-check.service.js';
import { AppError } from '../../common/app-error.js';
import type { CookiePrincipal } from '../../common/principal.js';
import type {
  ConsoleSessionResponseDto,
  OpenConsoleSessionDto,
  OpenedConsoleSessionResponseDto,
} from './dto/console-session.dto.js';

/** @returns undefined where there is none. @throws AppError `invalid_request` where there are two. */
export function consoleCodeOf({ code, recoveryCode }: OpenConsoleSessionDto): FactorCode | undefined {
  if (code === undefined) return recoveryCode === undefined ? undefined : { recoveryCode };
  if (recoveryCode === undefined) return { code };
  const message = 'Of code and recoveryCode only one is wanted';
  throw new AppError('invalid_request', message, { details: { fields: [{ field: 'code', message }] } });
}

export function presentConsoleSession(principal: CookiePrincipal): ConsoleSessionResponseDto {
  const { token, userId, username, role, passwordCheckedAt } = principal;
  return { id: token.id, userId, username, role, passwordCheckedAt: passwordCheckedAt.toISOString() };
}

export function presentOpenedSession({ principal, recoveryCode }: OpenedByLogin): OpenedConsoleSessionResponseDto {
  return { ...presentConsoleSession(principal), ...(recoveryCode !== undefined && { recoveryCode }) };
}
