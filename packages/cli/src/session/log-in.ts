import { dataOf, ProblemError, type TesseraClient } from '@tessera-auth/client';
import type { StoredLogin } from './credentials-file.js';
import { passFactor, setUpFactor } from './factor-steps.js';
import { readNewPassword, type CodeOptions } from './passwords.js';
import type { Session } from './session.js';
import { sessionLogin } from './session-login.js';

/**
 * Logs in by a password, and by whatever the service asks for besides.
 * @returns what is to be kept: one token, or the tokens of a session where there was more than one step.
 */
export async function logIn(
  session: Session,
  options: CodeOptions,
  username: string,
  password: string,
): Promise<StoredLogin> {
  const client = await session.login.anonymousClient();
  try {
    const { token } = await dataOf(client.POST('/api2/tokens', { body: { username, password } }));
    return { username, token };
  } catch (error) {
    // 403 means that the password is right, and not enough.
    if (!(error instanceof ProblemError) || error.status !== 403) throw error;
  }
  return logInBySteps(session, client, options, username, password);
}

async function logInBySteps(
  session: Session,
  client: TesseraClient,
  options: CodeOptions,
  username: string,
  password: string,
): Promise<StoredLogin> {
  let response = await dataOf(client.POST('/v1/login', { body: { username, password } }));
  if ('session' in response && response.challenge_name === 'NEW_PASSWORD_REQUIRED') {
    session.say('The password is temporary. Choose another.');
    const new_password = await readNewPassword(session.terminal, {}, username);
    const body = { session: response.session, username, new_password };
    response = await dataOf(client.POST('/v1/new-password-required', { body }));
  }
  if (!('session' in response)) return sessionLogin(username, response);
  const step = response.challenge_name === 'MFA_SETUP' ? setUpFactor : passFactor;
  return sessionLogin(username, await step(session, client, options, { username, challenge: response.session }));
}
