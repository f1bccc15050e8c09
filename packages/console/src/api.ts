import { createClient, dataOf, ProblemError, type Page } from '@tessera-auth/client';

/** Where the service is, told by where this file is: `ROOT/console/assets/`. */
export const ROOT = new URL('../..', import.meta.url);

const client = createClient({ baseUrl: ROOT.href.replace(/\/$/, '') });

export interface CallOptions {
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** For what is no JSON. */
  readonly parseAs?: 'text' | 'blob';
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Asks for the password, and sends it; rejects where it is not given. */
export type Reauthenticate = () => Promise<void>;

let reauthenticate: Reauthenticate | undefined;
let onLoggedOut: (() => void) | undefined;

/** Says who asks for the password where an act wants it anew, and who is told that the session has ended. */
export function connect(asks: Reauthenticate, loggedOut: () => void): void {
  reauthenticate = asks;
  onLoggedOut = loggedOut;
}

/**
 * Calls the service as the console's session. Where the act wants the password anew it is asked for, and the act done.
 * @throws ProblemError where it refuses; TypeError where it is not reached.
 */
export async function call<T>(method: Method, path: string, options: CallOptions = {}): Promise<T> {
  try {
    return await send<T>(method, path, options);
  } catch (error) {
    if (!(error instanceof ProblemError) || !reauthenticate) throw error;
    if (error.code === 'login_required') onLoggedOut?.();
    if (error.code !== 'reauthentication_required') throw error;
    await reauthenticate();
    return send<T>(method, path, options);
  }
}

/** As `call`, without asking for anything. */
export async function send<T>(method: Method, path: string, options: CallOptions = {}): Promise<T> {
  const { query, body, headers, signal, parseAs } = options;
  const filters = Object.fromEntries(
    Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== ''),
  );
  // The paths of the console are not all of openapi.json's types yet: `model.ts` says what each sends.
  const init = { params: { query: filters }, body, headers, signal, parseAs, credentials: 'same-origin' };
  const called = client.request(method.toLowerCase() as 'get', path as never, init as never);
  return dataOf<T>(called);
}

/** The page of a list that a query function reads. */
export function readPage<Item>(path: string, query: CallOptions['query']) {
  return ({ pageParam, signal }: { pageParam: string | undefined; signal: AbortSignal }): Promise<Page<Item>> =>
    call('GET', path, { query: { ...query, ...(pageParam !== undefined && { after: pageParam }) }, signal });
}
