import { unavailable } from './verification-error.js';

export type Fetch = typeof globalThis.fetch;

/** By which the verifier authenticates: those of a user of the role `service`. */
export type Credentials = { readonly username: string; readonly password: string } | { readonly token: string };

/** A response that was read to its end. */
export interface ReadResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Requests to the issuer, each with an end. */
export class IssuerClient {
  /** The header that proves who the verifier is; nothing where it has no credentials. */
  readonly authorization: Readonly<Record<string, string>>;
  private areRefused = false;
  private readonly underWay = new Set<() => void>();

  constructor(
    readonly issuer: string,
    private readonly timeoutMs: number,
    private readonly fetchFrom: Fetch,
    private readonly stopped: AbortSignal,
    credentials?: Credentials,
  ) {
    this.authorization = credentials ? { authorization: authorizationBy(credentials) } : {};
    stopped.addEventListener('abort', () => this.underWay.forEach((cut) => cut()));
  }

  /** @throws VerificationError `unavailable` where there is no response in time, or one of 5xx. */
  async request(url: string, init: RequestInit = {}): Promise<ReadResponse> {
    try {
      const response = await this.requestInTime(url, init);
      if (response.status >= 500) throw new Error(`${url} responded with ${response.status}`);
      return response;
    } catch (cause) {
      throw unavailable('The issuer of the tokens does not respond', cause);
    }
  }

  /** @throws VerificationError `unavailable`. */
  async getJson(path: string, headers: Record<string, string> = {}): Promise<unknown> {
    const { status, text } = await this.request(this.issuer + path, { headers });
    try {
      if (status !== 200) throw new Error(`${path} responded with ${status}`);
      return JSON.parse(text);
    } catch (cause) {
      throw unavailable('The issuer of the tokens sent a response that cannot be read', cause);
    }
  }

  /**
   * Not left to the signal alone: Node 20 collects those of AbortSignal.any and AbortSignal.timeout as garbage before
   * they abort, and forgets any of them once a response has begun.
   */
  private requestInTime(url: string, init: RequestInit): Promise<ReadResponse> {
    const end = new AbortController();
    return new Promise((resolve, reject) => {
      const cut = (): void => {
        end.abort();
        reject(new Error(`${url} was given up`));
      };
      const timer = setTimeout(cut, this.timeoutMs).unref();
      this.underWay.add(cut);
      this.fetchWhole(url, { redirect: 'error', ...init, signal: end.signal })
        .then(resolve, reject)
        .finally(() => {
          clearTimeout(timer);
          this.underWay.delete(cut);
        });
      if (this.stopped.aborted) cut();
    });
  }

  private async fetchWhole(url: string, init: RequestInit): Promise<ReadResponse> {
    const response = await this.fetchFrom(url, init);
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  /**
   * With the credentials, for which the issuer keeps places; right after it has refused them, as anyone.
   * @param signal ends the request.
   * @throws Error.
   */
  async openStream(
    path: string,
    headers: Record<string, string>,
    signal: AbortSignal,
  ): Promise<ReadableStream<Uint8Array>> {
    const response = await this.fetchFrom(this.issuer + path, {
      headers: { accept: 'text/event-stream', ...headers, ...(!this.areRefused && this.authorization) },
      redirect: 'error',
      signal,
    });
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
    this.areRefused = response.status === 401 || response.status === 403;
    if (!response.ok || !isStream || !response.body) {
      await response.body?.cancel();
      throw new Error(`${path} responded with ${response.status}`);
    }
    return response.body;
  }
}

function authorizationBy(credentials: Credentials): string {
  if ('token' in credentials) return `Bearer ${credentials.token}`;
  const { username, password } = credentials;
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
