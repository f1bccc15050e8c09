import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ROLES, type Role } from '../../../src/common/roles.js';
import { basic, TestApp, type TestUser } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { V1Client } from '../../support/v1-client.js';

interface User {
  readonly id: number;
  readonly username: string;
  readonly fullName: string | null;
  readonly email: string | null;
  readonly role: Role;
  readonly enabled: boolean;
  readonly lastLoginAt: string | null;
}

interface Filter {
  readonly query?: string;
  readonly role?: Role;
  readonly enabled?: boolean;
  readonly source?: 'local';
}

let database: TestDatabase;
let app: TestApp;
let admin: TestUser;
let users: User[];

const asAdmin = (): { headers: Record<string, string> } => ({ headers: basic(admin.username, admin.password) });

async function page(parameters: Record<string, string>): Promise<{ items: User[]; next: string | null }> {
  const query = new URLSearchParams(parameters).toString();
  const { status, body, text } = await app.call('GET', `/admin/users?${query}`, asAdmin());
  if (status !== 200) throw new Error(text);
  return body as { items: User[]; next: string | null };
}

/** The ids of all pages. No page but the last is empty or short. */
async function walk(filter: Filter, limit: number): Promise<number[]> {
  const parameters = Object.entries({ ...filter, limit }).map(([name, value]) => [name, String(value)] as const);
  const ids: number[] = [];
  for (let after: string | null = ''; after !== null;) {
    const query: Record<string, string> = { ...Object.fromEntries(parameters), ...(after && { after }) };
    const { items, next } = await page(query);
    if (next !== null) expect(items).toHaveLength(limit);
    ids.push(...items.map(({ id }) => id));
    after = next;
  }
  return ids;
}

/** By which a query finds the user: the least of the texts that begin with it. */
function foundBy(user: User, query: string): string | undefined {
  const texts = [user.username, user.fullName, user.email].map((text) => text?.toLowerCase());
  return texts.filter((text) => text?.startsWith(query.toLowerCase())).sort(byBytes)[0];
}

function byBytes(one: string | undefined, two: string | undefined): number {
  return Buffer.compare(Buffer.from(one ?? ''), Buffer.from(two ?? ''));
}

function expected({ query, role, enabled }: Filter): number[] {
  const fitting = users.filter(
    (user) => (role === undefined || user.role === role) && (enabled === undefined || user.enabled === enabled),
  );
  if (query === undefined) return fitting.map(({ id }) => id);
  return fitting
    .flatMap((user) => {
      const key = foundBy(user, query);
      return key === undefined ? [] : [{ id: user.id, key }];
    })
    .sort((one, two) => byBytes(one.key, two.key) || one.id - two.id)
    .map(({ id }) => id);
}

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  admin = await app.createUser('root', 'admin');
  // Names that begin alike, that are the same in several columns or for several users, and that mean something in SQL.
  await database.query(
    `INSERT INTO users (username, password_hash, role, full_name, email, enabled, created_at, updated_at)
     SELECT (ARRAY['an', 'ann', 'anna', 'an%', 'a_', 'äN', 'b\\'])[1 + n % 7] || n, 'x', ($1::text[])[1 + n % 4],
       CASE WHEN n % 3 > 0 THEN (ARRAY['Ann', 'ANNA Weber', 'Än', 'an' || n])[1 + n % 4] END,
       CASE WHEN n % 5 > 0 THEN (ARRAY['an', 'Anna', 'b'])[1 + n % 3] || n % 11 || '@x.org' END,
       n % 6 > 0, $2, $2
     FROM generate_series(1, 80) AS n`,
    [ROLES, app.clock.now()],
  );
  users = await database.query<User>(
    'SELECT id, username, full_name AS "fullName", email, role, enabled FROM users ORDER BY id',
  );
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

describe('GET /admin/users', () => {
  it('lists whole users, in the order of their ids', async () => {
    const { items, next } = await page({ limit: '1' });
    const now = app.clock.now().toISOString();
    expect(items).toEqual([
      {
        ...{ id: admin.id, username: 'root', fullName: null, email: null, role: 'admin', enabled: true },
        ...{ source: 'local', passwordChangeRequired: false, createdAt: now, updatedAt: now, lastLoginAt: now },
      },
    ]);
    expect(next).toEqual(expect.any(String));
    expect((await page({ limit: '500' })).next).toBeNull();
  });

  it('finds by every filter and any number of them, each user once, on pages of any size', async () => {
    const query = fc.constantFrom(
      'a',
      'an',
      'AN',
      'anna',
      'ann7',
      'ä',
      'an%',
      '%',
      '_',
      'a_',
      'b\\',
      '\\',
      'an1@',
      'x',
      "'",
    );
    const filters = fc.record(
      { query, role: fc.constantFrom(...ROLES), enabled: fc.boolean(), source: fc.constant('local' as const) },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(filters, fc.constantFrom(1, 2, 7, 500), async (filter, limit) => {
        expect(await walk(filter, limit)).toEqual(expected(filter));
      }),
      { numRuns: 40 },
    );
  });

  it('finds each of very many users once who are all found by several texts', async () => {
    await database.query(
      `INSERT INTO users (username, password_hash, role, full_name, created_at, updated_at)
       SELECT 'zoo' || n, 'x', 'viewer', 'Zoo of ' || n, $1, $1 FROM generate_series(1, 3300) AS n`,
      [app.clock.now()],
    );
    const ids: number[] = [];
    for (let after: string | null = ''; after !== null;) {
      const { items, next } = await page({ query: 'zoo', limit: '500', ...(after && { after }) });
      ids.push(...items.map(({ id }) => id));
      after = next;
    }
    expect([ids.length, new Set(ids).size]).toEqual([3_300, 3_300]);
    await database.query("DELETE FROM users WHERE username LIKE 'zoo%'");
  });

  it.each([
    ['limit=0', 'limit', 'limit must be a whole number from 1 to 500'],
    ['limit=501', 'limit', 'limit must be a whole number from 1 to 500'],
    ['limit=x', 'limit', 'limit must be a whole number'],
    ['limit=1&limit=2', 'limit', 'limit must be given once'],
    ['query=', 'query', 'query must be a text of 1 to 256 characters'],
    ['query=%00', 'query', 'query must be a text of 1 to 256 characters'],
    [`query=${'x'.repeat(257)}`, 'query', 'query must be a text of 1 to 256 characters'],
    ['role=root', 'role', 'role must be one of admin, auditor, viewer, service'],
    ['enabled=yes', 'enabled', 'enabled must be one of true, false'],
    ['source=moon', 'source', 'source must be one of local'],
    ['name=a', 'name', 'name is not a parameter here, only query, role, enabled, source, after, limit'],
    ['after=x', 'after', 'after must be the next of a page of this list'],
    ['after=WzAsbnVsbF0', 'after', 'after must be the next of a page of this list'],
    ['after=WzIxNDc0ODM2NDgsbnVsbF0', 'after', 'after must be the next of a page of this list'],
    ['after=WzEsImEiXQ', 'after', 'after must be the next of a page of this list'],
    ['query=a&after=WzEsbnVsbF0', 'after', 'after must be the next of a page of this list'],
    ['query=a&after=WzEsIlx1MDAwMCJd', 'after', 'after must be the next of a page of this list'],
  ])('refuses ?%s with 400', async (query, field, message) => {
    const { status, body } = await app.call('GET', `/admin/users?${query}`, asAdmin());
    const problem = {
      type: 'about:blank',
      title: 'Bad Request',
      status: 400,
      detail: message,
      code: 'invalid_request',
    };
    expect([status, body]).toEqual([400, { ...problem, fields: [{ field, message }] }]);
  });
});

describe('the last login of a user', () => {
  const lastLogin = async (id: number): Promise<string | null> =>
    ((await app.call('GET', `/admin/users/${id}`, asAdmin())).body as User).lastLoginAt;

  it('is when their password was accepted last, in whichever family', async () => {
    const user = await app.createUser('user');
    expect(await lastLogin(user.id)).toBeNull();
    const v1 = new V1Client(app);
    const logins = [
      () => app.logIn(user),
      () => v1.logIn(user),
      () => app.call('GET', '/api/v1alpha/token', { headers: basic(user.username, user.password) }),
    ];
    for (const logIn of logins) {
      app.clock.advanceSeconds(3_600);
      await logIn();
      expect(await lastLogin(user.id)).toBe(app.clock.now().toISOString());
    }
  });

  it('is none that was refused, and goes with the user', async () => {
    const user = await app.createUser('mistyped');
    await app.logIn(user);
    const before = await lastLogin(user.id);
    app.clock.advanceSeconds(60);
    await app.call('POST', '/api2/tokens', { json: { username: user.username, password: 'wrong' } });
    expect(await lastLogin(user.id)).toBe(before);
    const changed = await app.call('PATCH', `/admin/users/${user.id}`, { ...asAdmin(), json: { fullName: 'X' } });
    expect((changed.body as User).lastLoginAt).toBe(before);
    await app.call('DELETE', `/admin/users/${user.id}`, asAdmin());
    expect(await database.query('SELECT FROM user_logins WHERE user_id = $1', [user.id])).toEqual([]);
  });
});
