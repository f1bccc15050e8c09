import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { byCookie, openConsole } from '../support/console-client.js';
import { basic, bearer, PASSWORD, TestApp, type TestUser } from '../support/test-app.js';
import { issueContextToken } from '../support/context-tokens.js';
import { listAll } from '../support/token-lists.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { SmtpInbox } from '../support/smtp-inbox.js';
import { V1Client, type SessionTokens } from '../support/v1-client.js';

const NEW_PASSWORD = 'b2BDWZrQwDF5u4Yu';

let database: TestDatabase;
let inbox: SmtpInbox;
let app: TestApp;
let v1: V1Client;
let operator: TestUser;
let admin: Record<string, string>;

beforeAll(async () => {
  database = await createTestDatabase();
  inbox = await SmtpInbox.start();
  app = await TestApp.start(database.url, { env: { SMTP_URL: inbox.url } });
  v1 = new V1Client(app);
  operator = await app.createUser('operator', 'admin');
  admin = basic(operator.username, operator.password);
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
  /** Who ends them, and why, as the lists say afterwards. */
  readonly told: readonly ['user' | 'admin', string];
}

const OTHER_LOGINS: readonly Kind[] = ['api2 tokens', 'other v1 sessions', 'console sessions'];
const LOGINS: readonly Kind[] = ['the v1 session that made it', ...OTHER_LOGINS];
const ALL: readonly Kind[] = [...LOGINS, 'v1alpha tokens', 'context tokens'];

/** Contract, "Which tokens end when". */
const EVENTS: Readonly<Record<string, Event>> = {
  'DELETE /api2/tokens by the user': {
    make: ({ api2 }) => app.call('DELETE', '/api2/tokens', { headers: bearer(api2) }),
    ends: LOGINS,
    told: ['user', 'Logged out everywhere'],
  },
  '/v1/token-revoke': {
    make: ({ own: { refresh_token } }) => v1.call('token-revoke', { refresh_token }),
    ends: ['the v1 session that made it'],
    told: ['user', 'Logged out'],
  },
  '/v1/change-password': {
    make: ({ own: { access_token } }) =>
      v1.call('change-password', { access_token, previous_password: PASSWORD, proposed_password: NEW_PASSWORD }),
    ends: OTHER_LOGINS,
    told: ['user', 'Password changed'],
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
    told: ['user', 'Password reset'],
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
    told: ['user', 'Password changed'],
  },
  'a temporary password from an admin': {
    make: ({ user: { id } }) =>
      app.call('PATCH', `/admin/users/${id}`, { headers: admin, json: { temporaryPassword: NEW_PASSWORD } }),
    ends: LOGINS,
    told: ['admin', 'Temporary password set'],
  },
  'user disabled by an admin': {
    make: ({ user: { id } }) => app.call('PATCH', `/admin/users/${id}`, { headers: admin, json: { enabled: false } }),
    ends: ALL,
    told: ['admin', 'User disabled'],
  },
  'user deleted by an admin': {
    make: ({ user: { id } }) => app.call('DELETE', `/admin/users/${id}`, { headers: admin }),
    ends: ALL,
    told: ['admin', 'User deleted'],
  },
  'admin "revoke everything of this user"': {
    make: ({ user: { id } }) => app.call('POST', `/admin/users/${id}/revoke-tokens`, { headers: admin }),
    ends: ALL,
    told: ['admin', 'Every token of the user ended'],
  },
};

/** What the lists say of each token of the user that has ended. */
async function endingsOf({ user }: Holding): Promise<unknown[]> {
  const revoked = await listAll(app, admin, '/admin/tokens', { userId: String(user.id), status: 'revoked' });
  return revoked.map(({ endedAt, endedBy, reason }) => {
    const { kind, id } = endedBy as { kind: string; id: number };
    return [endedAt !== null, kind, id, reason];
  });
}

describe.each(Object.entries(EVENTS))('%s', (name, { make, ends, told: [by, reason] }) => {
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

  it('leaves them in the list, with who ended them and why', async () => {
    const id = by === 'user' ? holding.user.id : operator.id;
    const sizes = ends.map((kind) => (kind.includes('v1 session') ? 3 : 1));
    const count = sizes.reduce((sum, size) => sum + size, 0);
    expect(await endingsOf(holding)).toEqual(Array.from({ length: count }, () => [true, by, id, reason]));
    expect(await endingsOf(bystander)).toEqual([]);
  });

  it.each(Object.keys(TOKENS) as Kind[])('%s', async (kind) => {
    expect(await TOKENS[kind](holding)).toBe(!ends.includes(kind));
    expect(await TOKENS[kind](bystander)).toBe(true);
  });
});

interface SingleEnd {
  readonly issue: (user: TestUser) => Promise<string>;
  /** @param id of the token. */
  readonly make: (user: TestUser, text: string, id: string) => Promise<{ status: number }>;
  readonly told: readonly ['user' | 'admin', string];
}

async function nameToken({ username, password }: TestUser): Promise<string> {
  const json = { jwt_token_description: 'named', jwt_token_life: '1d' };
  const { body } = await app.call('POST', '/api/v1alpha/token', { headers: basic(username, password), json });
  return (body as { jwt_token: string }).jwt_token;
}

const json = { reason: 'It leaked' };

/** The ways in which one token ends alone. */
const SINGLE_ENDS: Readonly<Record<string, SingleEnd>> = {
  'POST /oauth2/revoke of a JWT': {
    issue: (user) => app.logIn(user),
    make: (_, token) => app.call('POST', '/oauth2/revoke', { json: { token } }),
    told: ['user', 'Revoked by whoever holds it'],
  },
  'POST /oauth2/revoke of a context token': {
    issue: (user) => issueContextToken(app, user),
    make: (_, token) => app.call('POST', '/oauth2/revoke', { json: { token } }),
    told: ['user', 'Revoked by whoever holds it'],
  },
  'DELETE of a named token': {
    issue: nameToken,
    make: ({ username, password }, _, id) =>
      app.call('DELETE', `/api/v1alpha/token/${id}`, { headers: basic(username, password) }),
    told: ['user', 'Deleted'],
  },
  'DELETE of a context token': {
    issue: (user) => issueContextToken(app, user),
    make: ({ username, password }, token) =>
      app.call('DELETE', '/api/authtokens', { headers: basic(username, password), json: { token } }),
    told: ['user', 'Deleted'],
  },
  'DELETE of a context token by an admin': {
    issue: (user) => issueContextToken(app, user),
    make: (_, token) => app.call('DELETE', '/api/authtokens', { headers: admin, json: { token } }),
    told: ['admin', 'Deleted'],
  },
  'DELETE /admin/tokens/ID': {
    issue: (user) => app.logIn(user),
    make: (_, __, id) => app.call('DELETE', `/admin/tokens/${id}`, { headers: admin, json }),
    told: ['admin', 'It leaked'],
  },
  'DELETE /me/tokens/ID': {
    issue: (user) => app.logIn(user),
    make: ({ username, password }, _, id) =>
      app.call('DELETE', `/me/tokens/${id}`, { headers: basic(username, password) }),
    told: ['user', 'Ended by its owner'],
  },
  'POST /admin/signing-keys/ID/revoke': {
    issue: (user) => app.logIn(user),
    make: (_, token) => {
      const { kid } = JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString()) as { kid: string };
      return revokeKey(kid);
    },
    told: ['admin', 'It leaked'],
  },
};

async function revokeKey(kid: string): Promise<{ status: number }> {
  const { body } = await app.call('GET', '/admin/signing-keys', { headers: admin });
  const { id } = (body as { items: { id: number; kid: string }[] }).items.find((key) => key.kid === kid)!;
  return app.call('POST', `/admin/signing-keys/${id}/revoke`, { headers: admin, json });
}

describe.each(Object.entries(SINGLE_ENDS))('%s', (name, { issue, make, told: [by, reason] }) => {
  it('ends one token, and leaves it in the list with who ended it and why', async () => {
    const user = await app.createUser(`single${Object.keys(SINGLE_ENDS).indexOf(name)}`);
    const [text, other] = [await issue(user), await issueContextToken(app, user)];
    const [token] = (await listAll(app, admin, '/admin/tokens', { userId: String(user.id) })).slice(-1);
    const { status } = await make(user, text, token!.id);
    expect(status === 200 || status === 204).toBe(true);
    const [, ended] = await listAll(app, admin, '/admin/tokens', { userId: String(user.id) });
    const ender = by === 'user' ? user : operator;
    expect(ended).toEqual({
      ...token,
      status: 'revoked',
      endedAt: app.clock.now().toISOString(),
      endedBy: { kind: by, id: ender.id, username: ender.username },
      reason,
    });
    expect([await servicesAccept(text), await servicesAccept(other)]).toEqual([false, true]);
  });
});
