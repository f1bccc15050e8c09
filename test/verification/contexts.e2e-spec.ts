import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ContextTokenRepository } from '../../src/database/repositories/context-token.repository.js';
import { ADD, CHANGE, issueContextToken } from '../support/context-tokens.js';
import { introspect, until } from '../support/verification-paths.js';
import { basic, bearer, TestApp, type TestResponse, type TestUser } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const INVALID = [
  401,
  { error: 'invalid_token', error_description: 'Invalid or expired token' },
  'Bearer realm="tessera", error="invalid_token"',
];
const insufficient = (error_description: string): unknown => [
  403,
  { error: 'insufficient_scope', error_description },
  'Bearer realm="tessera", error="insufficient_scope"',
];
const MISSING = insufficient('The token is not valid for this context');
const NONE_NAMED = insufficient('A context must be named: the token is valid for its contexts only');
const INACTIVE = { active: false };

let database: TestDatabase;
let app: TestApp;
let other: TestApp;
let admin: TestUser;
let service: TestUser;
let denis: TestUser;

const as = ({ username, password }: TestUser): Record<string, string> => basic(username, password);

/** What the instance lets through: the headers that say whose it is; else status, body and challenge. */
async function verify(token: string, context?: string, at = other): Promise<unknown> {
  const query = context === undefined ? '' : `?${new URLSearchParams({ context }).toString()}`;
  const { status, text, body, headers } = await at.call('GET', `/auth/verify${query}`, { headers: bearer(token) });
  if (status !== 200) return [status, body, headers.get('www-authenticate')];
  return [status, text, ...['', '-id'].map((end) => headers.get(`x-auth-user${end}`)), ...rights(headers)];
}

const rights = (headers: Headers): (string | null)[] => [headers.get('x-auth-role'), headers.get('x-auth-contexts')];

const passes = ({ username, id }: TestUser, contexts: string[]): unknown[] => [
  ...[200, '', username, String(id), 'none'],
  contexts.join(' '),
];

const ask = (token: string, at = other): Promise<Record<string, unknown>> => introspect(at, service, token);

function active({ username, id }: TestUser, contexts: string[]): unknown {
  return {
    active: true,
    sub: String(id),
    username,
    role: 'none',
    iat: app.clock.now().getTime() / 1000,
    jti: expect.stringMatching(/^[0-9a-f-]{36}$/),
    iss: 'http://tessera.test',
    token_type: 'Bearer',
    token_kind: 'context',
    scope: contexts.join(' '),
  };
}

const administer = async (method: string, path: string, json?: unknown): Promise<void> => {
  const { status } = await app.call(method, `/admin/users/${path}`, { headers: as(admin), json });
  expect([200, 204]).toContain(status);
};

const change = ({ id }: TestUser, json: unknown): Promise<void> => administer('PATCH', `${id}`, json);

async function manage(method: string, user: TestUser, json: unknown): Promise<void> {
  expect((await app.call(method, '/api/authtokens', { headers: as(user), json })).status).toBe(204);
}

async function expectEnded(token: string): Promise<void> {
  for (const instance of [other, app]) {
    expect([await verify(token, ADD, instance), await verify(token, undefined, instance)]).toEqual([INVALID, INVALID]);
    expect(await ask(token, instance)).toEqual(INACTIVE);
  }
}

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  other = await TestApp.start(database.url, { clock: app.clock });
  admin = await app.createUser('admin', 'admin');
  service = await app.createUser('service', 'service');
  denis = await app.createUser('denis');
});

afterAll(async () => {
  await app.close();
  await other.close();
  await database.drop();
});

describe('a context token', () => {
  it('opens what needs a context that it has, and what takes any', async () => {
    const token = await issueContextToken(app, denis, [CHANGE, ADD]);
    for (const context of [ADD, CHANGE, '*']) {
      expect(await verify(token, context)).toEqual(passes(denis, [ADD, CHANGE]));
    }
    expect(await ask(token)).toEqual(active(denis, [ADD, CHANGE]));
  });

  it('opens nothing where no context is named, whoever owns it', async () => {
    for (const owner of [denis, service, admin]) {
      const token = await issueContextToken(app, owner, [ADD, CHANGE]);
      for (const instance of [other, app]) expect(await verify(token, undefined, instance)).toEqual(NONE_NAMED);
      expect(await ask(token)).toEqual(active(owner, [ADD, CHANGE]));
    }
  });

  it('does not open what needs a context that it lacks', async () => {
    const token = await issueContextToken(app, denis, [CHANGE]);
    expect([await verify(token, ADD), await verify(token, CHANGE)]).toEqual([MISSING, passes(denis, [CHANGE])]);
    expect(await ask(token)).toEqual(active(denis, [CHANGE]));
  });

  it.each([
    'Nope',
    ADD.toLowerCase(),
    ADD.slice(0, -1),
    `${ADD}s`,
    ` ${ADD}`,
    `${ADD}\0`,
    `${ADD} ${CHANGE}`,
    `${ADD},${CHANGE}`,
    '**',
    '1',
    'constructor',
    'ü',
    '\ud800',
  ])('does not open what needs the context %j, which is none', async (context) => {
    const token = await issueContextToken(app, denis, [ADD, CHANGE]);
    expect(await verify(token, context)).toEqual(MISSING);
    expect(await verify(token, context.padEnd(5_000, 'x'))).toEqual(MISSING);
  });

  it('is invalid in any other text', async () => {
    const token = await issueContextToken(app, denis);
    const last = token.endsWith('A') ? 'B' : 'A';
    const changed = [token.slice(0, -1), `${token.slice(0, -1)}${last}`, `${token}A`, swapCase(token), `${token}.`];
    for (const text of [...changed, 'x', 'A'.repeat(43), 'a.b.c', `${token}.${token}.${token}`, 'A'.repeat(8_000)]) {
      expect([text, await verify(text, ADD), await ask(text)]).toEqual([text, INVALID, INACTIVE]);
    }
    for (const text of ['\0', '\ud800', `${token}\0`, ` ${token}`]) expect(await ask(text)).toEqual(INACTIVE);
    expect(await verify(token, ADD)).toEqual(passes(denis, [ADD]));
  });
});

describe('on the other instance at once', () => {
  it('a context that was taken from the token is missing, and one that was given opens', async () => {
    const token = await issueContextToken(app, denis, [ADD]);
    expect([await verify(token, ADD), await verify(token, CHANGE)]).toEqual([passes(denis, [ADD]), MISSING]);
    await manage('PUT', denis, { token, context: [CHANGE] });
    expect([await verify(token, ADD), await verify(token, CHANGE)]).toEqual([MISSING, passes(denis, [CHANGE])]);
    expect(await ask(token)).toEqual(active(denis, [CHANGE]));
  });

  it('a deleted token is invalid', async () => {
    const [token, stays] = [await issueContextToken(app, denis), await issueContextToken(app, denis)];
    expect(await verify(token, ADD)).toEqual(passes(denis, [ADD]));
    await manage('DELETE', denis, { token });
    await expectEnded(token);
    expect(await verify(stays, ADD)).toEqual(passes(denis, [ADD]));
  });

  it('a token that moved to another user is theirs', async () => {
    const token = await issueContextToken(app, denis);
    expect(await verify(token, ADD)).toEqual(passes(denis, [ADD]));
    await manage('PUT', admin, { token, userId: service.id });
    expect(await verify(token, ADD)).toEqual(passes(service, [ADD]));
    expect(await ask(token)).toEqual(active(service, [ADD]));
  });

  it('the tokens of a disabled user are invalid, and stay so when the user is enabled again', async () => {
    const user = await app.createUser('off');
    const token = await issueContextToken(app, user);
    expect(await verify(token, ADD)).toEqual(passes(user, [ADD]));
    await change(user, { enabled: false });
    await expectEnded(token);
    await change(user, { enabled: true });
    await expectEnded(token);
  });

  it('the tokens of a deleted user are invalid', async () => {
    const user = await app.createUser('deleted');
    const token = await issueContextToken(app, user);
    expect(await verify(token, ADD)).toEqual(passes(user, [ADD]));
    await administer('DELETE', `${user.id}`);
    await expectEnded(token);
  });

  it('the tokens of a user of whom everything was revoked are invalid', async () => {
    const user = await app.createUser('revoked');
    const token = await issueContextToken(app, user);
    expect(await verify(token, ADD)).toEqual(passes(user, [ADD]));
    await administer('POST', `${user.id}/revoke-tokens`);
    await expectEnded(token);
    expect(await verify(await issueContextToken(app, user), ADD)).toEqual(passes(user, [ADD]));
  });

  it('the role is none, whichever the user has now', async () => {
    const user = await app.createUser('promoted');
    const token = await issueContextToken(app, user);
    await change(user, { role: 'admin' });
    expect(await verify(token, ADD)).toEqual(passes(user, [ADD]));
    expect(await ask(token)).toEqual(active(user, [ADD]));
  });

  it('a token stays active when its user logs out everywhere, and when they get another password', async () => {
    const user = await app.createUser('stayer');
    const token = await issueContextToken(app, user);
    expect((await app.call('DELETE', '/api2/tokens', { headers: bearer(await app.logIn(user)) })).status).toBe(200);
    expect(await verify(token, ADD)).toEqual(passes(user, [ADD]));
    await change(user, { temporaryPassword: 'b2BDWZrQwDF5u4Yu' });
    expect(await verify(token, ADD)).toEqual(passes(user, [ADD]));
    expect(await ask(token)).toEqual(active(user, [ADD]));
  });

  it('a token that was revoked by possession is invalid, and no more in the list', async () => {
    const user = await app.createUser('possessor');
    const [token, stays] = [await issueContextToken(app, user), await issueContextToken(app, user, [CHANGE])];
    expect(await verify(token, ADD)).toEqual(passes(user, [ADD]));
    for (let time = 0; time < 2; time++) {
      const { status, text } = await app.call('POST', '/oauth2/revoke', { json: { token } });
      expect([status, text]).toEqual([200, '']);
    }
    await expectEnded(token);
    const context = [{ name: CHANGE, code: 2 }];
    for (const instance of [app, other]) {
      const { body } = await instance.call('GET', '/api/authtokens/json', { headers: as(user) });
      expect(body).toEqual({ list: [{ context, userId: user.id, userFullName: 'possessor', token: stays }] });
    }
  });

  it('a token that is being moved to a user while they are disabled ends too', async () => {
    const user = await app.createUser('target');
    const token = await issueContextToken(app, denis);
    const repository = app.get(ContextTokenRepository);
    const lockActive = repository.lockActive.bind(repository);
    let disabling: Promise<void> | undefined;
    const inBetween = jest.spyOn(repository, 'lockActive').mockImplementation(async (...args) => {
      disabling = change(user, { enabled: false });
      await Promise.race([disabling, someoneWaits()]);
      return lockActive(...args);
    });
    const headers = as(admin);
    const moved: TestResponse = await app.call('PUT', '/api/authtokens', { headers, json: { token, userId: user.id } });
    inBetween.mockRestore();
    await disabling;
    expect(moved.status).toBe(204);
    await expectEnded(token);
    await change(user, { enabled: true });
    await expectEnded(token);
  });
});

function swapCase(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => (letter < 'a' ? letter.toLowerCase() : letter.toUpperCase()));
}

/** Until a transaction waits for a lock in this database. */
function someoneWaits(): Promise<void> {
  const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return until(async () => (await database.query(waiting)).length > 0);
}
