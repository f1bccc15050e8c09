import { createClient, dataOf, ProblemError, type Page } from '@tessera-auth/client';
import type { BodyOf, DataOf, ListPath, Method } from './operations.ts';

/** Where the service is, told by where this file is: `ROOT/console/assets/`. */
export const ROOT = new URL('../..', import.meta.url);

const client = createClient({ baseUrl: ROOT.href.replace(/\/$/, '') });

export interface CallOptions<Body = undefined> {
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: Body;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** For what is no JSON. */
  readonly parseAs?: 'text';
}

/** Asks for the password, and sends it; rejects where it is not given. */
export type Reauthenticate = () => Promise<void>;

let reauthenticate: Reauthenticate | undefined;
let onLoggedOut: (() => void) | undefined;

/** Says who asks for the password where an act wants it again, and who is told that the session has ended. */
export function connect(asks: Reauthenticate, loggedOut: () => void): void {
  reauthenticate = asks;
  onLoggedOut = loggedOut;
}

/**
 * Calls the service as the console's session. Where the act wants the password again it is asked for, and the act done.
 * @param path one of openapi.json, with its parameters filled in; it says what is sent and taken.
 * @throws ProblemError where it refuses; TypeError where it is not reached.
 */
export function call<M extends Method, Path extends string>(
  method: M,
  path: Path,
  options: CallOptions<BodyOf<M, Path>> = {},
): Promise<DataOf<M, Path>> {
  return withPassword(() => send(method, path, options));
}

/** As `call`, without asking for anything. */
export function send<M extends Method, Path extends string>(
  method: M,
  path: Path,
  options: CallOptions<BodyOf<M, Path>> = {},
): Promise<DataOf<M, Path>> {
  return request(method, path, options);
}

/** What a path sends, as a file. */
export function download(path: string): Promise<Blob> {
  return withPassword(() => request('GET', path, {}, 'blob'));
}

async function withPassword<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof ProblemError) || !reauthenticate) throw error;
    if (error.code === 'login_required') onLoggedOut?.();
    if (error.code !== 'reauthentication_required') throw error;
    await reauthenticate();
    return act();
  }
}

function request<T>(
  method: Method,
  path: string,
  { query, ...options }: CallOptions<unknown>,
  parseAs: 'json' | 'text' | 'blob' = options.parseAs ?? 'json',
): Promise<T> {
  const filters = Object.fromEntries(
    Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== ''),
  );
  const init = { ...options, params: { query: filters }, parseAs, credentials: 'same-origin' };
  // The path is filled in already, which the client's types do not know: those of `call` and `send` stand for them.
  return dataOf<T>(client.request(method.toLowerCase() as 'get', path as never, init as never));
}

/** The page of a list that a query function reads. */
export function readPage<Item>(path: ListPath<Item>, query: CallOptions['query']) {
  return ({ pageParam, signal }: { pageParam: string | undefined; signal: AbortSignal }): Promise<Page<Item>> => {
    const options = { query: { ...query, ...(pageParam !== undefined && { after: pageParam }) }, signal };
    return withPassword(() => request('GET', path, options));
  };
}
