import { dataOf, type components, type TesseraClient } from '@tessera-auth/client';
import { isInteractive } from '../terminal.js';
import { readCode, type CodeOptions } from './passwords.js';
import { askLine } from './prompt.js';
import type { Session } from './session.js';

type LoginTokens = components['schemas']['FactorLoginResponseDto'];

/** A login that waits for its second factor. */
interface PendingLogin {
  readonly username: string;
  /** The `session` of the challenge: valid once. */
  readonly challenge: string;
}

/** Sends the code of the user's app, or one of their recovery codes; at a terminal again where it is wrong. */
export async function passFactor(
  session: Session,
  client: TesseraClient,
  options: CodeOptions,
  { username, challenge }: PendingLogin,
): Promise<LoginTokens> {
  for (let next = challenge; ;) {
    const code = await readCode(session.terminal, options);
    const proof = /^\d{6}$/.test(code) ? { software_token_mfa_code: code } : { recovery_code: code };
    const body = { challenge_name: 'SOFTWARE_TOKEN_MFA' as const, session: next, username, ...proof };
    const called = client.POST('/v1/respond-to-auth-challenge', { body });
    const again = mayTryAgain(session, options) ? nextChallenge((await called).error) : undefined;
    if (again === undefined) return tellRecoveryCode(session, await dataOf(called));
    session.say('This code is not right. Try again.');
    next = again;
  }
}

/** Sets up an authenticator app, which the service requires of the user, and logs in by it. */
export async function setUpFactor(
  session: Session,
  client: TesseraClient,
  _: CodeOptions,
  { username, challenge }: PendingLogin,
): Promise<LoginTokens> {
  const begun = await dataOf(client.POST('/v1/associate-software-token', { body: { session: challenge } }));
  session.say('A second factor is required of you. Add this key to your authenticator app:');
  session.say(`${begun.secret_code}\n${begun.otpauth_uri}`);
  const user_code = (await askLine(session.terminal, 'Its first code: ')).trim();
  const body = { session: begun.session!, user_code };
  const verified = await dataOf(client.POST('/v1/verify-software-token', { body }));
  const codes = verified.recovery_codes.join('\n');
  session.say(`Keep these recovery codes: each logs in once without the app.\n${codes}`);
  const last = { challenge_name: 'MFA_SETUP' as const, session: verified.session!, username };
  return dataOf(client.POST('/v1/respond-to-auth-challenge', { body: last }));
}

function mayTryAgain({ terminal }: Session, { codeStdin }: CodeOptions): boolean {
  return !codeStdin && !terminal.env.TESSERA_CODE && isInteractive(terminal);
}

/** A wrong code that is not the last one has the challenge for the next. */
function nextChallenge(error: unknown): string | undefined {
  return (error as { readonly session?: string } | undefined)?.session;
}

function tellRecoveryCode(session: Session, tokens: LoginTokens): LoginTokens {
  if (tokens.recovery_code) session.say(`In the place of the recovery code keep this one: ${tokens.recovery_code}`);
  return tokens;
}
