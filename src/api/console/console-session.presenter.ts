import type { CookiePrincipal } from '../../common/principal.js';
import type { ConsoleSessionResponseDto } from './dto/console-session.dto.js';

export function presentConsoleSession(principal: CookiePrincipal): ConsoleSessionResponseDto {
  const { token, userId, username, role, passwordCheckedAt } = principal;
  return { id: token.id, userId, username, role, passwordCheckedAt: passwordCheckedAt.toISOString() };
}
