import type { Setting } from '../setting.js';
import { mailbox, smtpUrl } from '../value-types.js';

/** The mail that resets passwords. */
export const mailSettings = {
  smtpUrl: {
    env: 'SMTP_URL',
    type: smtpUrl,
    secret: true,
    about:
      'The mail server for codes that reset passwords. Empty: development prints the mail where it was started, ' +
      'production cannot reset passwords by mail and says so.',
  },
  mailFrom: {
    env: 'MAIL_FROM',
    type: mailbox,
    default: 'Tessera <tessera@localhost>',
    about: 'The sender of that mail.',
  },
} satisfies Record<string, Setting>;
