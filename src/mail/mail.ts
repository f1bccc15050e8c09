/** A mail to send. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/**
 * Builds the mail with a confirmation code. Nothing in it comes from the request, so that nobody can make the service
 * mail their words to others.
 * @param to the recipient's address.
 * @param expiresAt when the code expires.
 */
export function resetMail(to: string, code: string, expiresAt: Date): Mail {
  const until = `${expiresAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const validity = `It is valid for one hour, until ${until}, and for one use.`;
  const unasked = 'If you did not ask for it, you need do nothing: your password stays as it is.';
  return {
    to,
    subject: 'Tessera: your confirmation code',
    text: `Your code to set a new Tessera password:\n\n    ${code}\n\n${validity}\n\n${unasked}\n`,
    html:
      '<!doctype html><html lang="en"><body style="font-family: sans-serif">' +
      '<p>Your code to set a new <strong>Tessera</strong> password:</p>' +
      `<p style="font-family: monospace; font-size: 1.5em">${code}</p>` +
      `<p>${validity}</p><p>${unasked}</p></body></html>`,
  };
}
