import type { PasswordPrincipal } from '../common/principal.js';
import type { Credentials } from '../database/repositories/user.repository.js';

/** The principal of a user whose password is right, with what their login needs besides. */
export function passwordPrincipalOf(user: Omit<Credentials, 'passwordHash' | 'enabled'>): PasswordPrincipal {
  const secondFactor = user.secondFactor ? 'code' : user.secondFactorRequired ? 'setup' : undefined;
  return {
    ...loggedInPrincipalOf(user),
    ...(user.passwordChangeRequired && { mustChangePassword: true }),
    ...(secondFactor && { secondFactor }),
  };
}

/** The principal of a user who has done whatever their login needs. */
export function loggedInPrincipalOf(
  user: Pick<Credentials, 'id' | 'username' | 'role' | 'passwordVersion'>,
): PasswordPrincipal {
  const { id: userId, username, role, passwordVersion } = user;
  return { userId, username, role, authenticatedBy: 'password', passwordVersion };
}
