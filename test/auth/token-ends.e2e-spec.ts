import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { byCookie, openConsole } from '../support/console-client.js';
import { basic, bearer, PASSWORD, TestApp, type TestUser } from '../support/test-app.js';
import { issueContextToken } from '../support/context-tokens.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { SmtpInbox } from '../support/smtp-inbox.js';
import { V1Client, type SessionTokens } from '../support/v1-client.js';

const NEW_PASSWORD = 'b2BDWZrQwDF5u4Yu';

let database: TestDatabase;
let inbox: SmtpInbox;
let app: TestApp;
let v1: V1Client;
let admin: Record<string, string>;

beforeAll(async () => {
  database = await createTestDatabase();
  inbox = await SmtpInbox.start();
  app = await TestApp.start(database.url, { env: { SMTP_URL: inbox.url } });
  v1 = new V1Client(app);
  const { username, password } = await app.createUser('operator', 'admin');
  admin = basic(username, password);
});

afterAll(async () => {
  await app.close();
  await inbox.close();
  await database.drop();
});

interface Holding {
  readonly user: TestUser;
  readonly api2: string;
  readonly v1alpha: string;
  readonly context: string;
  /** The secret in the cookie. */
  readonly console: string;
  /** The session that makes the event, where one does. */
  readonly own: SessionTokens;
  readonly other: SessionTokens;
}

const accepts = async (token: string): Promise<boolean> =>
  (await app.call('GET', '/api2/token/timeout', { headers: bearer(token) })).status !== 401;

/** A context token manages nothing here: services accept it, or do not. */
const servicesAccept = async (token: string): Promise<boolean> =>
  (await app.call('GET', '/auth/verify?context=*', { headers: bearer(token) })).status === 200;

const sessionLives = async ({ user }: Holding, { access_token, refresh_token }: SessionTokens): Promise<boolean> => {
  const [access, refresh] = [await accepts(access_token), await v1.refresh(user.username, refresh_token)];
  expect(refresh.status === 200).toBe(access);
  return access;
};

/** What is looked at after each event: a row for each kind of token, which tells whether it still works. */
const TOKENS = {
  'api2 tokens': (holding: Holding) => accepts(holding.api2),
  'the v1 session that made it': (holding: Holding) => sessionLives(holding, holding.own),
  'other v1 sessions': (holding: Holding) => sessionLives(holding, holding.other),
  'v1alpha tokens': (holding: Holding) => accepts(holding.v1alpha),
  'context tokens': (holding: Holding) => servicesAccept(holding.context),
  'console sessions': async (holding: Holding) =>
    (await app.call('GET', '/console/session', { headers: byCookie(holding.console) })).status === 200,
} as const;

type Kind = keyof typeof TOKENS;

interface Event {
  readonly make: (holding: Holding) => Promise<{ status: number }>;
  readonly ends: readonly Kind[];
}

const OTHER_LOGINS: readonly Kind[] = ['api2 tokens', 'other v1 sessions', 'console sessions'];
const LOGINS: readonly Kind[] = ['the v1 session that made it', ...OTHER_LOGINS];
const ALL: readonly Kind[] = [...LOGINS, 'v1alpha tokens', 'context tokens'];

/** Contract, "Which tokens end when". */
const EVENTS: Readonly<Record<string, Event>> = {
  'DELETE /api2/tokens by the user': {
    make: ({ api2 }) => app.call('DELETE', '/api2/tokens', { headers: bearer(api2) }),
    ends: LOGINS,
  },
  '/v1/token-revoke': {
    make: ({ own: { refresh_token } }) => v1.call('token-revoke', { refresh_token }),
    ends: ['the v1 session that made it'],
  },
  '/v1/change-password': {
    make: ({ own: { access_token } }) =>
      v1.call('change-password', { access_token, previous_password: PASSWORD, proposed_password: NEW_PASSWORD }),
    ends: OTHER_LOGINS,
  },
  '/v1/forgot-password-confirm': {
    make: async ({ user: { id, username } }) => {
      const email = `${username}@example.com`;
      await database.query('UPDATE users SET email = $1 WHERE id = $2', [email, id]);
      await v1.call('forgot-password', { username });
      const confirmation_code = await inbox.nextCode(email);
      return v1.call('forgot-password-confirm', { username, password: NEW_PASSWORD, confirmation_code });
    },
    ends: LOGINS,
  },
  '/v1/new-password-required': {
    make: async ({ user: { id, username } }) => {
      // Not through the operator, whose temporary password ends the tokens already.
      await database.query('UPDATE users SET password_change_required = true WHERE id = $1', [id]);
      const { body } = await v1.call('login', { username, password: PASSWORD });
      const { session } = body as { session: string };
      return v1.call('new-password-required', { session, username, new_password: NEW_PASSWORD });
    },
    ends: LOGINS,
  },
  'a temporary password from an admin': {
    make: ({ user: { id } }) =>
      app.call('PATCH', `/admin/users/${id}`, { headers: admin, json: { temporaryPassword: NEW_PASSWORD } }),
    ends: LOGINS,
  },
  'user disabled by an admin': {
    make: ({ user: { id } }) => app.call('PATCH', `/admin/users/${id}`, { headers: admin, json: { enabled: false } }),
    ends: ALL,
  },
  'user deleted by an admin': {
    make: ({ user: { id } }) => app.call('DELETE', `/admin/users/${id}`, { headers: admin }),
    ends: ALL,
  },
  'admin "revoke everything of this user"': {
    make: ({ user: { id } }) => app.call('POST', `/admin/users/${id}/revoke-tokens`, { headers: admin }),
    ends: ALL,
  },
};

describe.each(Object.entries(EVENTS))('%s', (name, { make, ends }) => {
  let holding: Holding;
  let bystander: Holding;

  async function hold(username: string): Promise<Holding> {
    const user = await app.createUser(username);
    const json = { jwt_token_description: 'kept', jwt_token_life: '1d' };
    const headers = basic(user.username, user.password);
    const { body } = await app.call('POST', '/api/v1alpha/token', { headers, json });
    const { jwt_token: v1alpha } = body as { jwt_token: string };
    const context = await issueContextToken(app, user);
    return {
      user,
      v1alpha,
      context,
      api2: await app.logIn(user),
      console: await openConsole(app, user),
      own: await v1.logIn(user),
      other: await v1.logIn(user),
    };
  }

  beforeAll(async () => {
    const number = Object.keys(EVENTS).indexOf(name);
    [holding, bystander] = [await hold(`holder${number}`), await hold(`bystander${number}`)];
    const { status } = await make(holding);
    expect(status === 200 || status === 204).toBe(true);
  });

  it.each(Object.keys(TOKENS) as Kind[])('%s', async (kind) => {
    expect(await TOKENS[kind](holding)).toBe(!ends.includes(kind));
    expect(await TOKENS[kind](bystander)).toBe(true);
  });
});
