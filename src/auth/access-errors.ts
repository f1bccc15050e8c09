import type { ErrorCode } from '../common/app-error.js';
import type { Access } from './access.decorators.js';

/**
 * What the guards of a route refuse callers with.
 * @param isSafe whether its method changes nothing.
 */
export function accessErrors(access: Access, isSafe: boolean): ErrorCode[] {
  const { by, roles, optional, stepsFollow, sameOrigin, freshPassword, whenMissing = 'credentials_missing' } = access;
  if (by === 'anyone') return [];
  const codes: ErrorCode[] = [];
  if (by !== 'password' && !optional) codes.push(whenMissing);
  if (by !== 'password' && by.includes('cookie')) codes.push('login_required');
  if (!isSafe && (by === 'password' ? sameOrigin : by.includes('cookie'))) codes.push('cross_origin_refused');
  if (freshPassword) codes.push('reauthentication_required');
  if (by !== 'password' && by.includes('bearer')) codes.push('token_invalid');
  if (by === 'password' || by.includes('basic')) codes.push('credentials_invalid', 'overloaded');
  if (by === 'password' ? !stepsFollow : by.includes('basic')) {
    codes.push('password_change_required', 'second_factor_required');
  }
  if (roles) codes.push('role_required');
  return codes;
}
