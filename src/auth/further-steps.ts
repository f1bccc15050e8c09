import { AppError } from '../common/app-error.js';
import type { PasswordPrincipal } from '../common/principal.js';

const FACTOR_TEXTS = {
  code: 'This user has a second factor',
  setup: 'This user must set up a second factor',
} as const satisfies Record<NonNullable<PasswordPrincipal['secondFactor']>, string>;

/**
 * For callers who can send a password and nothing more: theirs was right.
 * @throws AppError `password_change_required`, `second_factor_required` where their login needs a further step.
 */
export function refuseFurtherSteps({ mustChangePassword, secondFactor }: PasswordPrincipal): void {
  if (mustChangePassword) throw new AppError('password_change_required', 'Password change required');
  if (!secondFactor) return;
  const text = `${FACTOR_TEXTS[secondFactor]}: log in at /v1/login, or use a named token made before`;
  throw new AppError('second_factor_required', text);
}
