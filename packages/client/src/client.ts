import createOpenApiClient, { type Client } from 'openapi-fetch';
import { problemOf } from './problem-error.js';
import { retryingFetch } from './retrying-fetch.js';
import type { paths } from './schema.js';

export { ProblemError, type FieldProblem } from './problem-error.js';
export type { components, paths } from './schema.js';

/** Every operation of openapi.json: `client.GET('/admin/users', { params: { query } })`. */
export type TesseraClient = Client<paths>;

export interface ClientOptions {
  /** Of the service, without a slash at its end. */
  readonly baseUrl: string;
  /** By what to authenticate; absent where a cookie does, or nothing is needed. */
  readonly credentials?: { readonly token: string } | { readonly username: string; readonly password: string };
  /** Instead of the global `fetch`. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** A client of one service. It sends an idempotent request again where a 503 says when (`Retry-After`). */
export function createClient({ baseUrl, credentials, fetch = globalThis.fetch }: ClientOptions): TesseraClient {
  const headers = credentials && { authorization: authorizationOf(credentials) };
  return createOpenApiClient<paths>({
    baseUrl,
    ...(headers && { headers }),
    // Not as a method: a browser's fetch wants to be called on the window.
    fetch: retryingFetch((request) => fetch(request)),
  });
}

/**
 * What an operation sends.
 * @throws ProblemError where it refuses; whatever `fetch` throws where it is not reached.
 */
export async function dataOf<Data>(
  called: Promise<{ readonly data?: Data; readonly error?: unknown; readonly response: Response }>,
): Promise<Data> {
  const { data, error, response } = await called;
  if (!response.ok) throw problemOf(response, error);
  return data as Data;
}

/** A page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** The `after` of the next page; null on the last. */
  readonly next: string | null;
}

/** Every item of a list, read page by page as they are taken. */
export async function* itemsOf<Item>(
  readPage: (after: string | undefined) => Promise<Page<Item>>,
): AsyncGenerator<Item, void, undefined> {
  for (let after: string | undefined; ;) {
    const { items, next } = await readPage(after);
    yield* items;
    if (next === null) return;
    after = next;
  }
}

function authorizationOf(credentials: NonNullable<ClientOptions['credentials']>): string {
  if ('token' in credentials) return `Bearer ${credentials.token}`;
  // RFC 7617, section 2.1: UTF-8.
  const bytes = new TextEncoder().encode(`${credentials.username}:${credentials.password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}
