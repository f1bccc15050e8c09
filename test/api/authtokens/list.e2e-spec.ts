import { get, type IncomingMessage } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { AuditEventRepository } from '../../../src/database/repositories/audit-event.repository.js';
import { ContextTokenRepository } from '../../../src/database/repositories/context-token.repository.js';
import { insertContextTokens } from '../../support/context-tokens.js';
import { basic, bearer, TestApp, type TestUser } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

const ADD = 'AddCommentToChangeRequest';
const PATH = '/api/authtokens/json';

interface List {
  list: { context: unknown; userId: number; userFullName: string; token: string }[];
  nextCursor?: string | null;
}

let database: TestDatabase;
let app: TestApp;
let admin: TestUser;
let denis: TestUser;
let anna: TestUser;

const as = (user: TestUser): Record<string, string> => basic(user.username, user.password);

async function make(user: TestUser, by = user): Promise<string> {
  const json = { userId: user.id, context: [ADD] };
  const { body } = await app.call('POST', '/api/authtokens', { headers: as(by), json });
  return (body as { token: string }).token;
}

async function list(user: TestUser, query = ''): Promise<List> {
  const { status, body } = await app.call('GET', PATH + query, { headers: as(user) });
  expect(status).toBe(200);
  return body as List;
}

const tokensOf = ({ list }: List): string[] => list.map(({ token }) => token);

/** The answer as it comes, unread. */
function open(user: TestUser): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(app.url + PATH, { headers: as(user) }, resolve).on('error', reject);
  });
}

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  admin = await app.createUser('admin', 'admin');
  denis = await app.createUser('denis');
  anna = await app.createUser('anna', 'service');
  const json = { fullName: 'Anna Weber' };
  await app.call('PATCH', `/admin/users/${anna.id}`, { headers: as(admin), json });
});

beforeEach(async () => {
  await database.query('TRUNCATE tokens CASCADE');
  await database.query('TRUNCATE audit_events, audit_unsealed');
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

describe.each([PATH, '/authtokens/json'])('GET %s', (path) => {
  it('lists everything for an admin, in clear and in the order of the document', async () => {
    const [first, second] = [await make(anna), await make(denis, admin)];
    const answer = await app.call('GET', path, { headers: as(admin) });
    const context = `[{"name":"${ADD}","code":1}]`;
    expect(answer.text).toBe(
      `{"list":[{"context":${context},"userId":${anna.id},"userFullName":"Anna Weber","token":"${first}"},` +
        `{"context":${context},"userId":${denis.id},"userFullName":"denis","token":"${second}"}]}`,
    );
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('lists their own for anybody else', async () => {
    const [own] = [await make(denis), await make(anna), await make(admin)];
    expect(tokensOf(await list(denis))).toEqual([own]);
  });

  it('is an empty list where there is none', async () => {
    expect((await app.call('GET', path, { headers: as(admin) })).text).toBe('{"list":[]}');
    expect((await app.call('GET', `${path}?limit=5`, { headers: as(admin) })).text).toBe(
      '{"list":[],"nextCursor":null}',
    );
  });
});

describe('GET /api/authtokens/json?limit&after', () => {
  it('gives page after page, each token once', async () => {
    const all = await insertContextTokens(app, database, denis.id, 25);
    const seen: string[] = [];
    let query = '?limit=10';
    for (const expected of [10, 10, 5]) {
      const page = await list(denis, query);
      expect(page.list).toHaveLength(expected);
      seen.push(...tokensOf(page));
      expect(page.nextCursor === null).toBe(expected === 5);
      query = `?limit=10&after=${page.nextCursor}`;
    }
    expect(seen).toEqual(all);
  });

  it('ends with null where the last page is full, and gives all the rest without a limit', async () => {
    const all = await insertContextTokens(app, database, denis.id, 20);
    const { nextCursor } = await list(denis, '?limit=10');
    expect((await list(denis, `?limit=10&after=${nextCursor}`)).nextCursor).toBeNull();
    const rest = await list(denis, `?after=${nextCursor}`);
    expect([tokensOf(rest), Object.keys(rest)]).toEqual([all.slice(10), ['list']]);
  });

  it.each(['limit=0', 'limit=1001', 'limit=x', 'limit=', 'limit=-1', 'limit=1.5', 'limit=1&limit=2', 'limit=9999999'])(
    'refuses %s with 400',
    async (query) => {
      const answer = await app.call('GET', `${PATH}?${query}`, { headers: as(denis) });
      const message = 'limit must be a whole number from 1 to 1000';
      expect([answer.status, answer.body]).toEqual([400, { success: false, message }]);
    },
  );

  it.each(['', 'x', '%00', 'dG9rZW46', 'a&after=b', encodeURIComponent('\u{10ffff}')])(
    'refuses after=%s with 400',
    async (cursor) => {
      const answer = await app.call('GET', `${PATH}?after=${cursor}`, { headers: as(denis) });
      const message = 'after must be a nextCursor of this list';
      expect([answer.status, answer.body]).toEqual([400, { success: false, message }]);
    },
  );
});

describe('the whole list', () => {
  it('is as long as there are tokens, beyond a page', async () => {
    const all = await insertContextTokens(app, database, denis.id, 1_000);
    expect(tokensOf(await list(denis))).toEqual(all);
    const more = await insertContextTokens(app, database, anna.id, 301);
    expect(tokensOf(await list(admin))).toHaveLength(all.length + more.length);
  });

  it('is read from the database no faster than it is taken', async () => {
    await database.query('UPDATE users SET full_name = $1 WHERE id = $2', ['x'.repeat(2_000), denis.id]);
    await insertContextTokens(app, database, denis.id, 10_000);
    const pages = jest.spyOn(app.get(ContextTokenRepository), 'listPage');
    const answer = await open(denis);
    // What is under way fits into the buffers of both ends; that reading has stopped shows in what it misses.
    let readBefore = -1;
    while (readBefore < pages.mock.calls.length) {
      readBefore = pages.mock.calls.length;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    expect(readBefore).toBeLessThan(20);
    const { list } = JSON.parse(await readText(answer)) as List;
    expect(list).toHaveLength(10_000);
    expect(pages.mock.calls).toHaveLength(21);
    pages.mockRestore();
    await database.query('UPDATE users SET full_name = NULL WHERE id = $1', [denis.id]);
  });

  it('breaks off, and is no JSON, where the database fails in the middle', async () => {
    await insertContextTokens(app, database, denis.id, 1_500);
    const repository = app.get(ContextTokenRepository);
    const listPage = repository.listPage.bind(repository);
    const failing = jest.spyOn(repository, 'listPage').mockImplementation((selection, limit) => {
      return failing.mock.calls.length > 2 ? Promise.reject(new Error('gone')) : listPage(selection, limit);
    });
    const answer = await open(denis);
    let received = '';
    answer.on('data', (chunk) => (received += String(chunk)));
    await new Promise((resolve) => answer.once('error', resolve).once('end', resolve));
    failing.mockRestore();
    expect([answer.statusCode, answer.complete]).toEqual([200, false]);
    expect(() => JSON.parse(received) as unknown).toThrow();
    expect((await list(denis)).list).toHaveLength(1_500);
  });

  it('is 503 in its own shape where the database fails at the beginning', async () => {
    const failing = jest.spyOn(app.get(ContextTokenRepository), 'listPage');
    failing.mockRejectedValue(Object.assign(new Error('gone'), { code: 'ECONNRESET' }));
    const answer = await app.call('GET', PATH, { headers: as(denis) });
    failing.mockRestore();
    const message = 'The service is not available at the moment';
    expect([answer.status, answer.body]).toEqual([503, { success: false, message }]);
  });
});

describe('a tampered row', () => {
  it('is listed without a text, beside all others, and its token is refused', async () => {
    const [bad, good] = [await make(denis), await make(denis)];
    await database.query(
      `UPDATE context_tokens SET sealed_text = set_byte(sealed_text, 40, get_byte(sealed_text, 40) # 1)
       WHERE id = (SELECT min(id::text)::uuid FROM context_tokens)`,
    );
    expect(tokensOf(await list(denis))).toEqual(['', good]);
    for (const [token, status] of [
      [bad, 404],
      [good, 204],
    ]) {
      const answer = await app.call('DELETE', '/api/authtokens', { headers: as(denis), json: { token } });
      expect(answer.status).toBe(status);
    }
  });

  it('gives nobody the rights of another row, by its digest or its text', async () => {
    const [mine, admins] = [await make(denis), await make(admin)];
    // Both were seen here before.
    for (const token of [mine, admins]) {
      expect((await app.call('GET', '/auth/verify?context=*', { headers: bearer(token) })).status).toBe(200);
    }
    const [row] = await database.query<{ digest: Buffer }>(
      'SELECT secret_digest AS digest FROM tokens WHERE user_id = $1',
      [denis.id],
    );
    await database.query('UPDATE tokens SET secret_digest = NULL WHERE user_id = $1', [denis.id]);
    await database.query('UPDATE tokens SET secret_digest = $1 WHERE user_id = $2', [row!.digest, admin.id]);
    for (const token of [mine, admins]) {
      expect((await app.call('GET', '/auth/verify?context=*', { headers: bearer(token) })).status).toBe(401);
      const { body } = await app.call('POST', '/oauth2/introspect', { headers: as(admin), json: { token } });
      expect(body).toEqual({ active: false });
    }
    await database.query('UPDATE context_tokens SET sealed_text = (SELECT sealed_text FROM context_tokens LIMIT 1)');
    expect(tokensOf(await list(admin)).filter((token) => token !== '')).toHaveLength(1);
    for (const token of [mine, admins]) {
      expect((await app.call('GET', '/auth/verify?context=*', { headers: bearer(token) })).status).toBe(401);
    }
  });
});

describe('the audit record', () => {
  const records = async (): Promise<unknown[]> => {
    const rows = await database.query<{ payload: string }>(
      `SELECT payload FROM all_audit_events WHERE action = 'tokens.listed' ORDER BY time, id`,
    );
    return rows.map(({ payload }) => JSON.parse(payload) as unknown);
  };

  it("tells who listed everyone's tokens, when, from where and how many", async () => {
    await insertContextTokens(app, database, denis.id, 600);
    await list(admin);
    const { nextCursor } = await list(admin, '?limit=10');
    await list(admin, `?after=${nextCursor}`);
    const record = {
      id: expect.any(String),
      time: app.clock.now().toISOString(),
      action: 'tokens.listed',
      outcome: 'success',
      reason: null,
      actor: { type: 'user', id: admin.id, username: 'admin', tokenId: null },
      source: {
        ...{ address: '127.0.0.1', userAgent: 'node', requestId: expect.any(String) },
        traceparent: expect.any(String),
      },
      target: { type: 'tokens', id: null, name: null },
    };
    expect(await records()).toEqual([600, 10, 590].map((count) => ({ ...record, changes: { count } })));
  });

  it('is not written for a list of the caller alone, nor for a refusal', async () => {
    await make(denis);
    await list(denis);
    await app.call('GET', `${PATH}?limit=x`, { headers: as(admin) });
    expect(await records()).toEqual([]);
  });

  it('comes first: without it nothing is listed', async () => {
    const token = await make(denis);
    const failing = jest.spyOn(app.get(AuditEventRepository), 'insert').mockRejectedValue(new Error('disk full'));
    const answer = await app.call('GET', PATH, { headers: as(admin) });
    failing.mockRestore();
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain(token);
  });
});
