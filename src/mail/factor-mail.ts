import type { Mail } from './mail.js';

/** What happened to a user's second factor. */
export type FactorNews = 'enabled' | 'recovery_code_used' | 'reset';

const TEXTS: Readonly<Record<FactorNews, { readonly subject: string; readonly happened: string }>> = {
  enabled: {
    subject: 'Tessera: an authenticator app was set up',
    happened: 'An authenticator app was set up for your Tessera account. Logging in needs its codes from now on.',
  },
  recovery_code_used: {
    subject: 'Tessera: a recovery code was used',
    happened: 'One of your recovery codes was used to log in to Tessera. It is not valid any more.',
  },
  reset: {
    subject: 'Tessera: your second factor was removed',
    happened:
      'An administrator removed the second factor of your Tessera account. Your recovery codes are not valid any more.',
  },
};

const UNEXPECTED = 'If you did not expect this, change your password and tell your administrator.';

/**
 * Builds the mail that tells a user what happened to their second factor. Nothing in it comes from a request.
 * @param to the recipient's address.
 */
export function factorMail(to: string, news: FactorNews, at: Date): Mail {
  const { subject, happened } = TEXTS[news];
  const when = `It happened on ${at.toISOString().slice(0, 16).replace('T', ' at ')} UTC.`;
  return {
    to,
    subject,
    text: `${happened}\n\n${when}\n\n${UNEXPECTED}\n`,
    html:
      '<!doctype html><html lang="en"><body style="font-family: sans-serif">' +
      `<p>${happened}</p><p>${when}</p><p>${UNEXPECTED}</p></body></html>`,
  };
}
