import type { Setting } from '../setting.js';
import { password, userName, wholeNumber } from '../value-types.js';

/** Accounts, passwords and login sessions. */
export const loginSettings = {
  bootstrapAdminUsername: {
    env: 'BOOTSTRAP_ADMIN_USERNAME',
    type: userName,
    default: 'admin',
    about: 'The name of the first admin, who is created while there is no user.',
  },
  bootstrapAdminPassword: {
    env: 'BOOTSTRAP_ADMIN_PASSWORD',
    type: password,
    secret: true,
    keepsSpaces: true,
    about: 'The password of the first admin. Empty: one is generated and printed once.',
  },
  bcryptCost: {
    env: 'BCRYPT_COST',
    type: wholeNumber(4, 16),
    default: '10',
    about: 'The work factor of password hashes. One more doubles the time of a login.',
  },
  loginQueueSeconds: {
    env: 'LOGIN_QUEUE_SECONDS',
    type: wholeNumber(1, 60),
    default: '2',
    about:
      'A login that would wait more seconds than this for its password to be checked gets 503, and when to try again. ' +
      'A short storm may wait twice as long.',
  },
  passwordMinBytes: {
    env: 'PASSWORD_MIN_BYTES',
    type: wholeNumber(8, 72),
    default: '8',
    about: 'The least length of a new password in bytes; the most is 72.',
  },
  accessTokensPerSession: {
    env: 'ACCESS_TOKENS_PER_SESSION',
    type: wholeNumber(1, 1_000_000),
    default: '90',
    about: 'How many access tokens one refresh token of a login session issues in its 90 days.',
  },
} satisfies Record<string, Setting>;
