import type { TestResponse, TestApp, TestUser } from './test-app.js';

export interface SessionTokens {
  readonly id_token: string;
  readonly access_token: string;
  readonly refresh_token: string;
  readonly expires_in: number;
}

/** The calls of the family `v1`, as its published clients make them. */
export class V1Client {
  constructor(private readonly app: TestApp) {}

  call(name: string, json: unknown, headers?: Record<string, string>): Promise<TestResponse> {
    return this.app.call('POST', `/v1/${name}`, { json, ...(headers && { headers }) });
  }

  async logIn({ username, password }: TestUser, headers?: Record<string, string>): Promise<SessionTokens> {
    const { status, body } = await this.call('login', { username, password }, headers);
    if (status !== 200) throw new Error(`The login of ${username} got status ${status}`);
    return body as SessionTokens;
  }

  refresh(username: string, refresh_token: string): Promise<TestResponse> {
    return this.call('token-refresh', { username, refresh_token });
  }
}

/** The claims of a JWT, unverified. */
export function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as Record<string, unknown>;
}
