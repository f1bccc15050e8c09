import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { issueContextToken } from '../../support/context-tokens.js';
import { basic, bearer, PASSWORD, TestApp, type TestUser } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { listPage, type ListedToken } from '../../support/token-lists.js';
import { V1Client } from '../../support/v1-client.js';

const ROOT = basic('root', PASSWORD);
const AUDITOR = basic('auditor', PASSWORD);
const NOW = '2026-03-01T12:00:00.000Z';
const AGENT = { 'user-agent': 'curl/8' };

let database: TestDatabase;
let app: TestApp;
let root: TestUser;
let v1: V1Client;
let users = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  root = await app.createUser('root', 'admin');
  await app.createUser('auditor', 'auditor');
  v1 = new V1Client(app);
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

const newUser = (): Promise<TestUser> => app.createUser(`user${users++}`);

const tokensOf = async ({ id }: TestUser): Promise<ListedToken[]> =>
  (await listPage(app, ROOT, '/admin/tokens', { userId: String(id) })).items;

async function sessionsOf({ id }: TestUser): Promise<Record<string, unknown>[]> {
  return (await listPage(app, ROOT, '/admin/sessions', { userId: String(id) })).items;
}

function end(path: string, json: object = { reason: 'It leaked' }, headers = ROOT) {
  return app.call('DELETE', path, { headers, json });
}

const UUID = expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown as string;

function notFound(code: string, detail: string): unknown {
  return [404, { type: 'about:blank', title: 'Not Found', status: 404, detail, code }];
}

describe('a token', () => {
  it('is told with whose it is, where it was issued to and by which key it is signed, and without its text', async () => {
    const user = await newUser();
    const { username, password } = user;
    await app.call('POST', '/api2/tokens', { headers: AGENT, json: { username, password } });
    const [token] = await tokensOf(user);
    const expected = {
      id: UUID,
      kind: 'login',
      user: { id: user.id, username },
      sessionId: null,
      description: null,
      contexts: null,
      issuedAt: NOW,
      issuedFrom: { address: '127.0.0.1', userAgent: 'curl/8' },
      expiresAt: '2026-03-02T12:00:00.000Z',
      lastUsedAt: null,
      lastUsedFrom: null,
      status: 'active',
      endedAt: null,
      endedBy: null,
      reason: null,
      keyId: 1,
    };
    expect(token).toEqual(expected);
    const { status, body } = await app.call('GET', `/admin/tokens/${token!.id}`, { headers: AUDITOR });
    expect([status, body]).toEqual([200, expected]);
  });

  it('has a name where its owner gave it one, and contexts where it is valid for them alone', async () => {
    const user = await newUser();
    const headers = basic(user.username, user.password);
    const json = { jwt_token_description: 'nightly build', jwt_token_life: '1d' };
    await app.call('POST', '/api/v1alpha/token', { headers, json });
    await issueContextToken(app, user);
    const told = (await tokensOf(user)).map(({ kind, description, contexts, expiresAt, keyId }) => ({
      ...{ kind, description, contexts, expiresAt, keyId },
    }));
    expect(told).toEqual([
      {
        kind: 'context',
        description: null,
        contexts: ['AddCommentToChangeRequest'],
        expiresAt: null,
        keyId: null,
      },
      {
        kind: 'api_key',
        description: 'nightly build',
        contexts: null,
        expiresAt: '2026-03-02T12:00:00.000Z',
        keyId: 1,
      },
    ]);
  });

  it('that is unknown is refused with 404', async () => {
    for (const id of ['01890000-0000-7000-8000-000000000000', 'x', "'"]) {
      const { status, body } = await app.call('GET', `/admin/tokens/${encodeURIComponent(id)}`, { headers: ROOT });
      expect([status, body]).toEqual(notFound('token_not_found', 'There is no token of this id'));
    }
  });

  it('has expired by itself', async () => {
    const user = await newUser();
    await app.logIn(user);
    app.clock.advanceSeconds(86_400);
    const [{ status, endedAt, endedBy, reason }] = (await tokensOf(user)) as [ListedToken];
    app.clock.advanceSeconds(-86_400);
    expect({ status, endedAt, endedBy, reason }).toEqual({
      status: 'expired',
      endedAt: '2026-03-02T12:00:00.000Z',
      endedBy: { kind: 'system', id: null, username: null },
      reason: 'Expired',
    });
  });

  it('still says whose it was by id once the user is deleted', async () => {
    const user = await newUser();
    await issueContextToken(app, user);
    await app.call('DELETE', `/admin/users/${user.id}`, { headers: ROOT });
    const [token] = await tokensOf(user);
    expect(token).toMatchObject({
      user: { id: user.id, username: null },
      contexts: ['AddCommentToChangeRequest'],
      status: 'revoked',
      reason: 'User deleted',
      endedBy: { kind: 'admin', id: root.id, username: 'root' },
    });
  });
});

describe('DELETE /admin/tokens/ID', () => {
  it('ends that token, and says who did and why, however often it is called', async () => {
    const user = await newUser();
    const [text, other] = [await app.logIn(user), await app.logIn(user)];
    const [, first] = await tokensOf(user);
    for (const reason of ['It leaked', 'Once more']) {
      const { status, text: body } = await end(`/admin/tokens/${first!.id}`, { reason });
      expect([status, body]).toEqual([204, '']);
    }
    expect((await tokensOf(user))[1]).toEqual({
      ...first,
      status: 'revoked',
      endedAt: NOW,
      endedBy: { kind: 'admin', id: root.id, username: 'root' },
      reason: 'It leaked',
    });
    const accepted = async (token: string): Promise<boolean> =>
      (await app.call('GET', '/auth/verify', { headers: bearer(token) })).status === 200;
    expect([await accepted(text), await accepted(other)]).toEqual([false, true]);
  });

  it('ends the session of a refresh token', async () => {
    const user = await newUser();
    const { refresh_token } = await v1.logIn(user);
    const refresh = (await tokensOf(user)).find(({ kind }) => kind === 'session_refresh');
    expect((await end(`/admin/tokens/${refresh!.id}`)).status).toBe(204);
    expect((await tokensOf(user)).map(({ status, reason }) => [status, reason])).toEqual(
      Array.from({ length: 3 }, () => ['revoked', 'It leaked']),
    );
    expect((await v1.refresh(user.username, refresh_token)).status).toBe(401);
  });

  it.each([
    [{}, 'reason must be a string'],
    [{ reason: 1 }, 'reason must be a string'],
    [{ reason: '' }, 'reason must be longer than or equal to 1 characters'],
    [{ reason: 'x'.repeat(501) }, 'reason must be shorter than or equal to 500 characters'],
    [{ reason: 'a\u0000b' }, 'reason must hold no control characters'],
  ])('refuses %j with 400, names the field and ends nothing', async (json, message) => {
    const user = await newUser();
    await app.logIn(user);
    const [token] = await tokensOf(user);
    const { status, body } = await end(`/admin/tokens/${token!.id}`, json);
    expect([status, (body as { fields: unknown }).fields]).toEqual([400, [{ field: 'reason', message }]]);
    expect(await tokensOf(user)).toEqual([token]);
  });

  it('refuses an unknown id with 404, and an auditor with 403', async () => {
    const unknown = await end('/admin/tokens/01890000-0000-7000-8000-000000000000');
    expect([unknown.status, unknown.body]).toEqual(notFound('token_not_found', 'There is no token of this id'));
    const user = await newUser();
    await app.logIn(user);
    const [token] = await tokensOf(user);
    expect((await end(`/admin/tokens/${token!.id}`, { reason: 'x' }, AUDITOR)).status).toBe(403);
    expect(await tokensOf(user)).toEqual([token]);
  });
});

describe('a session', () => {
  it('is told with its refreshes and its active tokens, and ends with all of them', async () => {
    const user = await newUser();
    const { username, password } = user;
    const { body } = await v1.call('login', { username, password }, AGENT);
    app.clock.advanceSeconds(60);
    await v1.refresh(username, (body as { refresh_token: string }).refresh_token);
    app.clock.advanceSeconds(-60);
    const [session] = await sessionsOf(user);
    const expected = {
      id: UUID,
      user: { id: user.id, username },
      createdAt: NOW,
      createdFrom: { address: '127.0.0.1', userAgent: 'curl/8' },
      lastRefreshedAt: '2026-03-01T12:01:00.000Z',
      refreshes: 1,
      expiresAt: '2026-05-30T12:00:00.000Z',
      status: 'active',
      endedAt: null,
      endedBy: null,
      reason: null,
      activeTokens: 5,
    };
    expect(session).toEqual(expected);
    expect((await end(`/admin/sessions/${String(session!.id)}`)).status).toBe(204);
    expect(await sessionsOf(user)).toEqual([
      {
        ...expected,
        status: 'revoked',
        endedAt: NOW,
        endedBy: { kind: 'admin', id: root.id, username: 'root' },
        reason: 'It leaked',
        activeTokens: 0,
      },
    ]);
  });

  it('is found by user, status, time and address, and by nothing else', async () => {
    const [user, other] = [await newUser(), await newUser()];
    for (const one of [user, user, other]) await v1.logIn(one);
    const [newest, oldest] = await sessionsOf(user);
    await end(`/admin/sessions/${String(oldest!.id)}`);
    const { username } = user;
    const found = async (filters: Record<string, string>): Promise<string[]> =>
      (await listPage(app, ROOT, '/admin/sessions', { username, ...filters })).items.map(({ id }) => id);
    expect(await found({ status: 'active' })).toEqual([newest!.id]);
    expect(await found({ status: 'revoked', address: '127.0.0.0/8' })).toEqual([oldest!.id]);
    expect(await found({ issuedAfter: NOW })).toEqual([]);
    expect(await found({ issuedAfter: '2026-03-01T11:59:59.999Z', issuedBefore: '2026-03-01T12:00:00.001Z' })).toEqual([
      newest!.id,
      oldest!.id,
    ]);
    const { status, body } = await app.call('GET', '/admin/sessions?kind=login', { headers: ROOT });
    expect([status, (body as { fields: { field: string }[] }).fields[0]!.field]).toEqual([400, 'kind']);
  });

  it('that is unknown is refused with 404', async () => {
    const { status, body } = await end('/admin/sessions/x');
    expect([status, body]).toEqual(notFound('session_not_found', 'There is no session of this id'));
  });
});

describe('a search that takes longer than two seconds', () => {
  it('is given up with 503 and a sentence', async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query('BEGIN; LOCK TABLE token_uses IN ACCESS EXCLUSIVE MODE');
    const { status, headers, body } = await app.call('GET', '/admin/tokens', { headers: ROOT });
    await client.end();
    expect([status, headers.get('retry-after'), body]).toEqual([
      503,
      '1',
      {
        type: 'about:blank',
        title: 'Service Unavailable',
        status: 503,
        detail: 'The search takes longer than 2 seconds; name more of what is looked for',
        code: 'unavailable',
      },
    ]);
    expect((await listPage(app, ROOT, '/admin/tokens')).items.length).toBeGreaterThan(0);
  });
});

describe('the lists', () => {
  it.each(['/admin/tokens', '/admin/sessions'])('%s are for admins and auditors alone', async (path) => {
    const { username, password } = await newUser();
    const statuses = [ROOT, AUDITOR, basic(username, password), {}].map(
      async (headers) => (await app.call('GET', path, { headers })).status,
    );
    expect(await Promise.all(statuses)).toEqual([200, 200, 403, 401]);
  });
});
