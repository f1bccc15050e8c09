import type { ErrorCode } from '../common/app-error.js';
import type { Access } from './access.decorators.js';

/** What the guards of a route refuse callers with. */
export function accessErrors({ by, roles, temporaryToo, whenMissing = 'credentials_missing' }: Access): ErrorCode[] {
  if (by === 'anyone') return [];
  const codes: ErrorCode[] = [];
  if (by !== 'password') codes.push(whenMissing);
  if (by !== 'password' && by.includes('bearer')) codes.push('token_invalid', 'context_missing');
  if (by === 'password' || by.includes('basic')) codes.push('credentials_invalid', 'overloaded');
  if (by === 'password' ? !temporaryToo : by.includes('basic')) codes.push('password_change_required');
  if (roles) codes.push('role_required');
  return codes;
}
