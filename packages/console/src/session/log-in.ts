import { ProblemError } from '@tessera-auth/client';
import { send } from '../api.ts';
import { isTyped } from '../factor/code-field.tsx';
import { beginSetup, type FactorCode, type Setup } from '../factor/setup.ts';
import type { OpenedConsoleSession } from '../model.ts';

export interface LoginFields {
  readonly username: string;
  readonly password: string;
  readonly newPassword: string;
  readonly code: FactorCode;
}

/** The session, or the app that has to be set up first. */
export type LoginOutcome = { readonly opened: OpenedConsoleSession } | { readonly setup: Setup };

/** @throws ProblemError, of which `fieldWantedBy` says what is missing. */
export async function logIn({ code, newPassword, ...credentials }: LoginFields): Promise<LoginOutcome> {
  const login = { ...credentials, ...(newPassword && { newPassword }) };
  try {
    return { opened: await send('POST', '/console/session', { body: { ...login, ...(isTyped(code) && code) } }) };
  } catch (error) {
    const isSetup = error instanceof ProblemError && error.code === 'second_factor_required';
    if (!isSetup || fieldWantedBy(error)) throw error;
    return { setup: await beginSetup(login) };
  }
}

/** Which further field a refused login wants. */
export function fieldWantedBy(error: unknown): 'newPassword' | 'code' | undefined {
  if (!(error instanceof ProblemError)) return undefined;
  if (error.code === 'password_change_required') return 'newPassword';
  const wantsCode = error.code === 'second_factor_required' && error.fields.some(({ field }) => field === 'code');
  return wantsCode ? 'code' : undefined;
}
