import { ProblemError } from '@tessera-auth/client';
import { send } from '../api.ts';

/** What a user types as their second factor. */
export type FactorCode = { readonly code: string } | { readonly recoveryCode: string };

export interface Credentials {
  readonly username: string;
  readonly password: string;
  /** In the place of a temporary one. */
  readonly newPassword?: string;
  /** Of the app so far, where there is one. */
  readonly code?: FactorCode;
}

/** By what an app is set up: the access token of a login, or the secret of one that waits for it. */
type Credential = { readonly access_token: string } | { readonly session: string };

/** An app that is being set up. */
export interface Setup {
  readonly secret: string;
  readonly otpauthUri: string;
  readonly credential: Credential;
  /** Of the login that was opened for it, which `finishSetup` ends. */
  readonly refreshToken: string | undefined;
}

/** Logs in by `v1`, which has steps, and begins to set up an app. @throws ProblemError; Error where the login wants something else. */
export async function beginSetup(credentials: Credentials): Promise<Setup> {
  const { refreshToken, ...credential } = await logInForSetup(credentials);
  const begun = await send('POST', '/v1/associate-software-token', { body: credential });
  return {
    secret: begun.secret_code,
    otpauthUri: begun.otpauth_uri,
    credential: begun.session === undefined ? credential : { session: begun.session },
    refreshToken,
  };
}

type LoggedIn = Credential & { readonly refreshToken?: string };

async function logInForSetup({ username, password, newPassword, code }: Credentials): Promise<LoggedIn> {
  let step = await send('POST', '/v1/login', { body: { username, password } });
  if (isChallenge(step, 'NEW_PASSWORD_REQUIRED') && newPassword) {
    const body = { session: step.session, username, new_password: newPassword };
    step = await send('POST', '/v1/new-password-required', { body });
  }
  if (isChallenge(step, 'SOFTWARE_TOKEN_MFA') && code) {
    const field = 'code' in code ? { software_token_mfa_code: code.code } : { recovery_code: code.recoveryCode };
    const body = { challenge_name: 'SOFTWARE_TOKEN_MFA', session: step.session, username, ...field } as const;
    step = await send('POST', '/v1/respond-to-auth-challenge', { body });
  }
  if (isChallenge(step, 'MFA_SETUP')) return { session: step.session };
  if ('challenge_name' in step) throw new Error('Your login wants something else first: log out, and in again.');
  return { access_token: step.access_token, refreshToken: step.refresh_token };
}

function isChallenge<T extends object>(step: T, name: string): step is Extract<T, { session: string }> {
  return 'challenge_name' in step && step.challenge_name === name;
}

/** @returns the recovery codes. @throws ProblemError, after which `afterFailure` says how it goes on. */
export async function confirmSetup({ credential }: Setup, code: string, deviceName: string): Promise<string[]> {
  const body = { ...credential, user_code: code, ...(deviceName && { friendly_device_name: deviceName }) };
  const { recovery_codes } = await send('POST', '/v1/verify-software-token', { body });
  return recovery_codes;
}

/** How it goes on after `confirmSetup` threw; undefined where it has to be begun again. */
export function afterFailure(setup: Setup, error: Error): Setup | undefined {
  if ('access_token' in setup.credential || !(error instanceof ProblemError) || error.status !== 401) return setup;
  return error.session === undefined ? undefined : { ...setup, credential: { session: error.session } };
}

/** Ends the login that was opened for it, if one was. */
export async function finishSetup({ refreshToken }: Setup): Promise<void> {
  if (refreshToken !== undefined) await send('POST', '/v1/token-revoke', { body: { refresh_token: refreshToken } });
}
