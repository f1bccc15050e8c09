import { V1Client, type SessionTokens } from './v1-client.js';
import { basic, type TestApp, type TestUser } from './test-app.js';

/** What there is to see on the screens of the console. */
export interface ConsoleData {
  readonly user: TestUser;
  readonly session: SessionTokens;
  /** A named token. */
  readonly named: { readonly id: string; readonly text: string };
  readonly contextToken: string;
}

export interface Texts {
  readonly username: string;
  readonly userAgent: string;
  readonly description: string;
  readonly context: string;
  /** Of the context; 77 unless it says otherwise. */
  readonly code?: number;
}

/** A user with a login of each kind and a context, of whom every text that others choose is one of these. */
export async function createConsoleData(app: TestApp, admin: TestUser, texts: Texts): Promise<ConsoleData> {
  const { username, userAgent, description, context, code = 77 } = texts;
  const user = await app.createUser(username);
  const asAdmin = basic(admin.username, admin.password);
  await issue(app, '/admin/contexts', asAdmin, { code, name: context, description });
  const headers = { ...basic(user.username, user.password), 'user-agent': userAgent };
  const session = await new V1Client(app).logIn(user, { 'user-agent': userAgent });
  await app.logIn(user);
  const named = await issue<{ jwt_token_id: string; jwt_token: string }>(app, '/api/v1alpha/token', headers, {
    jwt_token_description: description,
    jwt_token_life: '30 days',
  });
  const { token } = await issue<{ token: string }>(app, '/api/authtokens', headers, {
    userId: user.id,
    context: [context],
  });
  return { user, session, named: { id: named.jwt_token_id, text: named.jwt_token }, contextToken: token };
}

async function issue<T>(app: TestApp, path: string, headers: Record<string, string>, json: unknown): Promise<T> {
  const { status, body, text } = await app.call('POST', path, { headers, json });
  if (status >= 300) throw new Error(`${path} ${status} ${text}`);
  return body as T;
}
