import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { CleanupService } from '../../../src/database/cleanup.service.js';
import { OperatorPool } from '../../../src/database/operator-pool.js';
import { firstIdAt } from '../../../src/common/time-ordered-id.js';
import { basic, PASSWORD, TestApp } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { listAll, listPage, type ListedToken, type Page } from '../../support/token-lists.js';

const ROOT = basic('root', PASSWORD);
const PATH = '/admin/tokens';
const NOW = new Date('2026-03-01T12:00:00.000Z').getTime();
const HOUR = 3_600_000;
const iso = (hoursFromNow: number): string => new Date(NOW + hoursFromNow * HOUR).toISOString();

let database: TestDatabase;
let app: TestApp;
let all: ListedToken[];
const ids = { user: 0, session: '' };

/** Tokens of every kind and status from the last 100 hours, some with contexts, uses and addresses. */
async function insertTokens(userIds: readonly number[]): Promise<void> {
  await database.query(
    `WITH row AS (
       SELECT n, ARRAY['login', 'api_key', 'context', 'session_access', 'session_id', 'session_refresh'] AS kinds,
         $1::timestamptz - n * interval '10 minutes' AS issued_at
       FROM generate_series(1, 600) AS n
     )
     INSERT INTO tokens (id, idx, kind, user_id, session_id, signing_key_id, issued_at, expires_at, revoked_at, expired,
       description, issued_address, issued_user_agent, ended_by_kind, ended_by_id, ended_reason, ended_contexts)
     SELECT (substr(first_id_at(issued_at)::text, 1, 14) || '7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
       nextval('tokens_idx_seq'), kinds[n % 6 + 1], ($2::integer[])[n % 3 + 1],
       CASE WHEN n % 6 > 2 THEN ('00000000-0000-7000-8000-' || lpad(to_hex(n / 12), 12, '0'))::uuid END,
       CASE WHEN n % 6 NOT IN (2, 5) THEN n % 2 + 1 END, issued_at,
       CASE WHEN n % 6 <> 2 THEN issued_at + (n % 11) * interval '10 hours' END,
       CASE WHEN n % 7 = 0 THEN issued_at + interval '1 minute' END,
       n % 6 <> 2 AND issued_at + (n % 11) * interval '10 hours' < $1::timestamptz - interval '2 hours',
       CASE WHEN n % 6 = 1 THEN 'key ' || n % 5 END,
       CASE n % 4 WHEN 0 THEN NULL WHEN 1 THEN ('192.0.2.' || n % 9)::inet WHEN 2 THEN '198.51.100.7'::inet
         ELSE ('2001:db8::' || n % 9)::inet END,
       'agent ' || n % 3, 'admin', ($2::integer[])[1], 'test',
       CASE WHEN n % 7 = 0 AND n % 6 = 2 THEN ARRAY['ChangeStateOfChangeRequest'] END
     FROM row`,
    [new Date(NOW), userIds],
  );
  await database.query(
    `WITH sealed AS (
       INSERT INTO context_tokens (id, sealed_text) SELECT id, '' FROM tokens WHERE kind = 'context' AND revoked_at IS NULL
       RETURNING id
     )
     INSERT INTO context_token_contexts (token_id, code, user_id)
     SELECT id, code, user_id FROM sealed JOIN tokens USING (id), generate_series(1, 2) AS code
     WHERE code = 1 OR right(id::text, 1) < '8'`,
  );
  // Both keys have signed for as long as there are tokens.
  await database.query(`UPDATE signing_keys SET activated_at = $1::timestamptz - interval '200 hours'`, [
    new Date(NOW),
  ]);
  await database.query(
    `INSERT INTO token_uses (token_id, kind, used_at, address, expired, revoked)
     SELECT id, kind, issued_at + idx % 50 * interval '7 minutes', '203.0.113.5', expired, revoked_at IS NOT NULL
     FROM tokens WHERE idx % 3 <> 0`,
  );
}

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  await app.createUser('root', 'admin');
  const users = [await app.createUser('denis'), await app.createUser('olga'), await app.createUser('anna')];
  ids.user = users[0]!.id;
  await insertTokens(users.map(({ id }) => id));
  all = await listAll(app, ROOT, PATH, { limit: '500' });
  ids.session = all.find(({ sessionId }) => sessionId !== null)!.sessionId!;
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

type Fits = (token: ListedToken) => boolean;

const at = (field: string, fits: (value: string) => boolean): Fits => {
  return (token) => typeof token[field] === 'string' && fits(token[field]);
};
const address = ({ issuedFrom }: ListedToken): string | null => (issuedFrom as { address: string | null }).address;
const ofUser = (name: string): Fits => {
  return ({ user }) => (user as { username: string }).username === name;
};

/** A value of each filter, and which tokens fit it. */
const FILTERS: readonly (readonly [name: string, value: () => string, fits: Fits])[] = [
  ['kind', () => 'api_key', ({ kind }) => kind === 'api_key'],
  ['kind', () => 'context,session_refresh', ({ kind }) => kind === 'context' || kind === 'session_refresh'],
  ['userId', () => String(ids.user), ofUser('denis')],
  ['username', () => 'Olga', ofUser('olga')],
  ['sessionId', () => ids.session, ({ sessionId }) => sessionId === ids.session],
  ['status', () => 'active', ({ status }) => status === 'active'],
  ['status', () => 'revoked', ({ status }) => status === 'revoked'],
  ['status', () => 'expired', ({ status }) => status === 'expired'],
  ['status', () => 'suspended', () => false],
  [
    'context',
    () => 'ChangeStateOfChangeRequest',
    ({ contexts }) => (contexts as string[] | null)?.includes('ChangeStateOfChangeRequest') ?? false,
  ],
  ['description', () => 'key 3', ({ description }) => description === 'key 3'],
  ['issuedAfter', () => iso(-50), at('issuedAt', (value) => value > iso(-50))],
  ['issuedBefore', () => iso(-20), at('issuedAt', (value) => value < iso(-20))],
  ['expiresAfter', () => iso(3), at('expiresAt', (value) => value > iso(3))],
  ['expiresBefore', () => iso(20), at('expiresAt', (value) => value < iso(20))],
  ['usedAfter', () => iso(-30), at('lastUsedAt', (value) => value > iso(-30))],
  ['unusedSince', () => iso(-10), (token) => ((token.lastUsedAt ?? token.issuedAt) as string) < iso(-10)],
  ['address', () => '192.0.2.1', (token) => address(token) === '192.0.2.1'],
  ['address', () => '192.0.2.0/29', (token) => /^192\.0\.2\.[0-7]$/.test(address(token) ?? '')],
  ['address', () => '2001:db8::/64', (token) => address(token)?.startsWith('2001:db8::') ?? false],
  ['keyId', () => '2', ({ keyId }) => keyId === 2],
];

const idsInOrder = (tokens: readonly ListedToken[]): string[] => tokens.map(({ id }) => id);
const idsOf = (tokens: readonly ListedToken[]): string[] => idsInOrder(tokens).sort();

describe('GET /admin/tokens', () => {
  it('lists everything, the latest first', () => {
    expect(all.length).toBe(600);
    expect(all.map(({ issuedAt }) => issuedAt)).toEqual(
      all
        .map(({ issuedAt }) => issuedAt)
        .sort()
        .reverse(),
    );
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set(['active', 'expired', 'revoked']));
  });

  it.each(
    FILTERS.map(([name, value, fits]) => [`${name} ${value() || 'of a session'}`, { name, value, fits }] as const),
  )('lists by %s, alone and with each other filter, page by page, those that fit and no other', async (_, one) => {
    for (const [name, value, fits] of FILTERS) {
      if (name === one.name && fits !== one.fits) continue;
      const filters = { [one.name]: one.value(), [name]: value() };
      const expected = all.filter((token) => one.fits(token) && fits(token));
      const listed = await listAll(app, ROOT, PATH, { ...filters, limit: '83' });
      expect([filters, idsOf(listed)]).toEqual([filters, idsOf(expected)]);
    }
  });

  it('lists by unusedSince the same, in the same order, once the cleanup has been', async () => {
    const filters = FILTERS.map(([name, value]) => ({ unusedSince: iso(-10), [name]: value(), limit: '83' }));
    const listed = (): Promise<string[][]> =>
      Promise.all(filters.map(async (filter) => (await listAll(app, ROOT, PATH, filter)).map(({ id }) => id)));
    const before = await listed();
    await app.get(CleanupService).run();
    const placed = await database.query<{ unused: number; without: number }>(
      `SELECT count(*) FILTER (WHERE use.used_at IS NULL)::integer AS unused,
         count(*) FILTER (WHERE use.token_id IS NULL)::integer AS without
       FROM tokens LEFT JOIN token_uses AS use ON use.token_id = tokens.id
       WHERE issued_at < $1::timestamptz - interval '11 minutes'`,
      [new Date(NOW)],
    );
    expect(placed).toEqual([{ unused: expect.any(Number) as unknown as number, without: 0 }]);
    expect(placed[0]!.unused).toBeGreaterThan(100);
    expect(await listed()).toEqual(before);
  });

  it('is in the order of what it is filtered by', async () => {
    const byExpiry = await listAll(app, ROOT, PATH, { expiresAfter: iso(-500), limit: '7' });
    const expiries = byExpiry.map(({ expiresAt }) => expiresAt);
    expect(expiries).toEqual([...expiries].sort().reverse());
    const byUse = await listAll(app, ROOT, PATH, { unusedSince: iso(0), limit: '7' });
    const uses = byUse.map(({ lastUsedAt, issuedAt }) => lastUsedAt ?? issuedAt);
    expect(uses).toEqual([...uses].sort().reverse());
  });

  it('lists the tokens of a network of many as it does those of a few, from page to page', async () => {
    const address = '0.0.0.0/0';
    for (const [name, value] of FILTERS.filter(([name]) => name !== 'address')) {
      const filters = { address, [name]: value() };
      // The fewer a page has, the fewer are many: 300 tokens were issued to an IPv4 address.
      const paged = async (after: string | null, limit: number): Promise<Page> =>
        listPage(app, ROOT, PATH, { ...filters, limit: String(limit), ...(after !== null && { after }) });
      const few = idsInOrder((await paged(null, 500)).items).slice(0, 3);
      const many: string[] = [];
      let page: Page = { items: [], next: null };
      do many.push(...idsInOrder((page = await paged(page.next, 1)).items));
      while (page.next !== null && many.length < 3);
      expect([filters, many]).toEqual([filters, few]);
    }
  });

  it('takes one statement a page, on connections of its own', async () => {
    const query = jest.spyOn(app.get(OperatorPool), 'query');
    await listPage(app, ROOT, PATH, { status: 'active', kind: 'login', username: 'olga', usedAfter: iso(-90) });
    expect(query).toHaveBeenCalledTimes(1);
    query.mockRestore();
    const names = await database.query<{ name: string; count: number }>(
      `SELECT application_name AS name, count(*)::integer AS count FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'tessera operator' GROUP BY 1`,
    );
    expect(names).toEqual([{ name: 'tessera operator', count: expect.any(Number) as unknown as number }]);
    expect(names[0]!.count).toBeLessThanOrEqual(3);
  });

  it.each([
    [
      'kind',
      'api2',
      'kind must be one or several of login, api_key, context, session_access, session_id, session_refresh, console',
    ],
    ['kind', 'login,,context', 'kind must be one or several of'],
    ['userId', '0', 'userId must be a whole number from 1 to 2147483647'],
    ['userId', '1.5', 'userId must be a whole number from 1 to 2147483647'],
    ['userId', '2147483648', 'userId must be a whole number from 1 to 2147483647'],
    ['username', '', 'username must be a text of 1 to 256 characters'],
    ['sessionId', 'x', 'sessionId must be a UUID'],
    ['status', 'alive', 'status must be one of active, suspended, expired, revoked'],
    ['issuedAfter', 'yesterday', 'issuedAfter must be an RFC 3339 time, such as 2026-01-31T08:00:00Z'],
    ['unusedSince', '2026-13-01T00:00:00Z', 'unusedSince must be an RFC 3339 time, such as 2026-01-31T08:00:00Z'],
    ['address', '192.0.2.256', 'address must be an IP address, or a network such as 192.0.2.0/24'],
    ['address', '192.0.2.0/33', 'address must be an IP address, or a network such as 192.0.2.0/24'],
    ['address', '192.0.2.0/8/8', 'address must be an IP address, or a network such as 192.0.2.0/24'],
    ['address', 'fe80::1%eth0', 'address must be an IP address, or a network such as 192.0.2.0/24'],
    ['keyId', 'abc', 'keyId must be a whole number from 1 to 2147483647'],
    ['limit', '501', 'limit must be a whole number from 1 to 500'],
    ['limit', '0', 'limit must be a whole number from 1 to 500'],
    ['after', 'x', 'after must be the next of a page of this list'],
    ['after', Buffer.from(`["${firstIdAt(new Date(NOW))}","${iso(0)}"]`).toString('base64url'), 'after must be'],
    ['token', 'x', 'token is not a parameter here, only kind, userId'],
  ])('refuses %s=%s with 400 and names it', async (field, value, message) => {
    const { status, body } = await app.call('GET', `${PATH}?${new URLSearchParams({ [field]: value }).toString()}`, {
      headers: ROOT,
    });
    const { detail } = body as { detail: string };
    expect([status, detail.slice(0, message.length)]).toEqual([400, message]);
    expect(body).toEqual({
      type: 'about:blank',
      title: 'Bad Request',
      status: 400,
      detail,
      code: 'invalid_request',
      fields: [{ field, message: detail }],
    });
  });
});
