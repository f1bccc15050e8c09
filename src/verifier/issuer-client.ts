import { unavailable } from './verification-error.js';

export type Fetch = typeof globalThis.fetch;

/** By which the verifier proves itself where it introspects: a user of the role `service`. */
export type Credentials = { readonly username: string; readonly password: string } | { readonly token: string };

/** Requests to the issuer, each with an end. */
export class IssuerClient {
  constructor(
    readonly issuer: string,
    private readonly timeoutMs: number,
    private readonly fetchFrom: Fetch,
    private readonly stopped: AbortSignal,
  ) {}

  /** @throws VerificationError `unavailable` where there is no answer, or one of 5xx. */
  async request(url: string, init: RequestInit = {}): Promise<Response> {
    try {
      const signal = AbortSignal.any([this.stopped, AbortSignal.timeout(this.timeoutMs)]);
      const response = await this.fetchFrom(url, { redirect: 'error', ...init, signal });
      if (response.status >= 500) throw new Error(`${url} answered ${response.status}`);
      return response;
    } catch (cause) {
      throw unavailable('The issuer of the tokens does not answer', cause);
    }
  }

  /** @throws VerificationError `unavailable`. */
  async getJson(path: string): Promise<unknown> {
    const response = await this.request(this.issuer + path);
    try {
      if (!response.ok) throw new Error(`${path} answered ${response.status}`);
      return await response.json();
    } catch (cause) {
      throw unavailable('The issuer of the tokens gave an answer that is none', cause);
    }
  }

  /** A stream that ends when `signal` says so or the verifier is closed. @throws Error. */
  async openStream(
    path: string,
    headers: Record<string, string>,
    signal: AbortSignal,
  ): Promise<ReadableStream<Uint8Array>> {
    const response = await this.fetchFrom(this.issuer + path, {
      headers: { accept: 'text/event-stream', ...headers },
      redirect: 'error',
      signal: AbortSignal.any([this.stopped, signal]),
    });
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
    if (!response.ok || !isStream || !response.body) {
      await response.body?.cancel();
      throw new Error(`${path} answered ${response.status}`);
    }
    return response.body;
  }
}
