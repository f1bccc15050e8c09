import { issueContextToken } from '../support/context-tokens.js';
import { basic, PASSWORD, type TestResponse, type TestApp, type TestUser } from '../support/test-app.js';
import { V1Client } from '../support/v1-client.js';

export const NEW_PASSWORD = 'b2BDWZrQwDF5u4Yu';

export type Request = () => Promise<TestResponse>;

export interface Act {
  readonly name: string;
  /** Makes what the act needs. */
  readonly prepare: () => Promise<Request>;
  /** What the log tells of it: `action by whom`; `user` is a user of the act's own. */
  readonly tells: readonly string[];
  readonly status: number;
  /** Whether it is done, and told, after the response: the request waits for that. */
  readonly isDoneLater?: boolean;
  /** Whether the challenge that it responds to is spent first, and stays so whatever comes after: a code is tried once. */
  readonly spendsChallenge?: boolean;
}

/** By handler, the ways in which it changes something, and those in which it refuses to. */
export type Acts = Readonly<Record<string, readonly Act[]>>;

type Tells = string | readonly string[];

/** What is prepared for an act after something else was done. */
export function after(status: number, tells: Tells, name: string, prepare: () => Promise<Request>): Act {
  return { name, status, tells: [tells].flat(), prepare };
}

export function spending(act: Act): Act {
  return { ...act, spendsChallenge: true };
}

export function act(status: number, tells: Tells, name: string, request: Request): Act {
  return after(status, tells, name, () => Promise.resolve(request));
}

export function by({ username, password }: Pick<TestUser, 'username' | 'password'>): Record<string, string> {
  return basic(username, password);
}

/** Of `root`, who is an admin. */
export const AS_ADMIN = basic('root', PASSWORD);

/** Users of the acts' own, and what they have. */
export class ActBuilder {
  readonly v1: V1Client;
  private users = 0;

  constructor(readonly app: TestApp) {
    this.v1 = new V1Client(app);
  }

  newUser(passwordIsTemporary = false): Promise<TestUser> {
    return this.app.createUser(`user${this.users++}`, 'viewer', passwordIsTemporary);
  }

  /** An act on or by a user of its own. */
  on(status: number, tells: Tells, name: string, request: (user: TestUser) => Promise<TestResponse>): Act {
    return after(status, tells, name, async () => {
      const user = await this.newUser();
      return () => request(user);
    });
  }

  nameToken(user: TestUser, jwt_token_description: string): Promise<TestResponse> {
    const json = { jwt_token_description, jwt_token_life: '1d' };
    return this.app.call('POST', '/api/v1alpha/token', { headers: by(user), json });
  }

  /** By kind, how a user comes to a token. */
  readonly tokens = {
    login: (user: TestUser) => this.app.logIn(user),
    session_access: async (user: TestUser) => (await this.v1.logIn(user)).access_token,
    session_id: async (user: TestUser) => (await this.v1.logIn(user)).id_token,
    session_refresh: async (user: TestUser) => (await this.v1.logIn(user)).refresh_token,
    api_key: async (user: TestUser) => ((await this.nameToken(user, 'named')).body as { jwt_token: string }).jwt_token,
    context: (user: TestUser) => issueContextToken(this.app, user),
  } as const;

  revoke(token: string): Promise<TestResponse> {
    return this.app.call('POST', '/oauth2/revoke', { json: { token } });
  }
}
