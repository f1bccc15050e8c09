import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ChangeFeed } from '../../src/database/changes/change-feed.js';
import { PreparedStatements } from '../../src/database/prepared-statements.js';
import { ADD } from '../support/context-tokens.js';
import { basic, TestApp, type TestResponse, type TestUser } from '../support/test-app.js';
import { withOpenTransaction } from '../support/open-transaction.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const LIMIT = 5;
const REFUSAL =
  'The user has 5 active tokens of this kind already, and may have no more: revoke some, or wait until some expire';

type Issue = (app: TestApp, user: TestUser, n: number) => Promise<TestResponse>;

const as = ({ username, password }: TestUser): { headers: Record<string, string> } => ({
  headers: basic(username, password),
});

const logIn: Issue = (app, { username, password }) =>
  app.call('POST', '/api2/tokens', { json: { username, password } });
const openSession: Issue = (app, { username, password }) =>
  app.call('POST', '/v1/login', { json: { username, password } });
const createNamed: Issue = (app, user, n) =>
  app.call('POST', '/v1alpha/token', {
    ...as(user),
    json: { jwt_token_description: `token ${n}`, jwt_token_life: '1h' },
  });
const createContext: Issue = (app, user) =>
  app.call('POST', '/authtokens', { ...as(user), json: { userId: user.id, context: [ADD] } });

const FAMILIES: readonly (readonly [family: string, Issue, kind: string, issued: number, refusal: unknown])[] = [
  ['api2', logIn, 'login', 200, { statusCode: 409, error: 'Conflict', message: REFUSAL }],
  ['v1', openSession, 'session_refresh', 200, { message: REFUSAL, status: 409 }],
  ['v1alpha', createNamed, 'api_key', 201, { message: REFUSAL }],
  ['authtokens', createContext, 'context', 201, { success: false, message: REFUSAL }],
];

let database: TestDatabase;
let apps: readonly [TestApp, TestApp];
let root: TestUser;

beforeAll(async () => {
  database = await createTestDatabase();
  const first = await TestApp.start(database.url);
  apps = [first, await TestApp.start(database.url, { clock: first.clock })];
  root = await first.createUser('root', 'admin');
  await setLimit(LIMIT);
});

afterAll(async () => {
  for (const app of apps) await app.close();
  await database.drop();
});

afterEach(() => {
  jest.restoreAllMocks();
});

async function setLimit(maxTokensPerUser: number): Promise<void> {
  const { status } = await apps[0].call('PATCH', '/admin/settings', { ...as(root), json: { maxTokensPerUser } });
  if (status !== 200) throw new Error(`The limit was refused with ${status}`);
}

async function activeOf({ id }: TestUser, kind: string): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    'SELECT count(*)::integer FROM tokens WHERE user_id = $1 AND kind = $2 AND revoked_at IS NULL AND expires_at IS DISTINCT FROM $3',
    [id, kind, new Date(0)],
  );
  return row!.count;
}

/** So many at once, by turns at either instance. @returns how often each status came. */
async function issueAtOnce(issue: Issue, user: TestUser, count: number): Promise<Record<number, number>> {
  const responses = await Promise.all(Array.from({ length: count }, (_, n) => issue(apps[n % 2]!, user, n)));
  const statuses: Record<number, number> = {};
  for (const { status } of responses) statuses[status] = (statuses[status] ?? 0) + 1;
  return statuses;
}

describe.each(FAMILIES)('a user at the limit of %s', (family, issue, kind, issued, refusal) => {
  it('is refused with 409 in the words of the family, until a token ends', async () => {
    const user = await apps[0].createUser(`${family}-one-by-one`);
    for (let n = 0; n < LIMIT; n++) expect((await issue(apps[n % 2]!, user, n)).status).toBe(issued);
    const { status, body } = await issue(apps[0], user, LIMIT);
    expect([status, body]).toEqual([409, refusal]);
    expect(await activeOf(user, kind)).toBe(LIMIT);
    await database.query(
      `UPDATE tokens SET expires_at = $2 WHERE user_id = $1 AND idx IN (
      SELECT max(idx) FROM tokens WHERE user_id = $1 GROUP BY kind)`,
      [user.id, new Date(0)],
    );
    expect((await issue(apps[1], user, LIMIT + 1)).status).toBe(issued);
    expect((await issue(apps[1], user, LIMIT + 2)).status).toBe(409);
  });

  it('has exactly that many, however many are asked for at once at two instances', async () => {
    const user = await apps[0].createUser(`${family}-at-once`);
    expect(await issueAtOnce(issue, user, 40)).toEqual({ [issued]: LIMIT, 409: 35 });
    expect(await activeOf(user, kind)).toBe(LIMIT);
  });

  it('has exactly that many where all of them count at the same moment', async () => {
    const user = await apps[0].createUser(`${family}-same-moment`);
    const responses = await withOpenTransaction(database, 'SELECT FROM users WHERE id = $1 FOR UPDATE', [user.id], () =>
      Array.from({ length: 8 }, (_, n) => issue(apps[n % 2]!, user, n)),
    );
    expect(responses.filter(({ status }) => status === issued)).toHaveLength(LIMIT);
    expect(responses.filter(({ status }) => status === 409)).toHaveLength(8 - LIMIT);
  });

  it('keeps other kinds, and other users, free', async () => {
    const [user, other] = [await apps[0].createUser(`${family}-full`), await apps[0].createUser(`${family}-other`)];
    await issueAtOnce(issue, user, LIMIT);
    for (const [, another, , itsStatus] of FAMILIES.filter(([name]) => name !== family)) {
      expect((await another(apps[1], user, 1)).status).toBe(itsStatus);
    }
    expect((await issue(apps[0], other, 1)).status).toBe(issued);
  });
});

describe('a login session', () => {
  it('that is refused ends no other, and a refresh counts the access tokens that it gives', async () => {
    const user = await apps[0].createUser('sessions');
    const { body } = await openSession(apps[0], user, 0);
    const { refresh_token } = body as { refresh_token: string };
    const refresh = (): Promise<TestResponse> =>
      apps[1].call('POST', '/v1/token-refresh', { json: { username: user.username, refresh_token } });
    const statuses = await Promise.all(Array.from({ length: 10 }, async () => (await refresh()).status));
    expect(statuses.sort()).toEqual([...Array<number>(4).fill(200), ...Array<number>(6).fill(409)]);
    expect((await openSession(apps[0], user, 1)).status).toBe(409);
    expect((await refresh()).body).toEqual({ message: REFUSAL, status: 409 });
    expect(await activeOf(user, 'session_access')).toBe(LIMIT);
    expect(await activeOf(user, 'session_refresh')).toBe(1);
    const sessions = await database.query('SELECT access_tokens_issued AS n FROM sessions WHERE user_id = $1', [
      user.id,
    ]);
    expect(sessions).toEqual([{ n: 4 }]);
  });
});

describe('a context token that gets another owner', () => {
  const give = (app: TestApp, token: string, userId: number): Promise<TestResponse> =>
    app.call('PUT', '/authtokens', { ...as(root), json: { token, userId } });

  it('counts as one more of theirs, also against what an instance counted before', async () => {
    await setLimit(20);
    const [giver, taker] = [await apps[0].createUser('giver'), await apps[0].createUser('taker')];
    const texts: string[] = [];
    for (let n = 0; n < 12; n++) {
      texts.push(((await createContext(apps[1], giver, n)).body as { token: string }).token);
    }
    // Both instances know by now how far they may go.
    for (const app of apps) expect((await createContext(app, taker, 0)).status).toBe(201);
    const moved = await Promise.all(texts.map((text, n) => give(apps[n % 2]!, text, taker.id)));
    expect(moved.map(({ status }) => status)).toEqual(Array(12).fill(204));
    expect(await issueAtOnce(createContext, taker, 12)).toEqual({ 201: 6, 409: 6 });
    expect(await activeOf(taker, 'context')).toBe(20);
    const another = await createContext(apps[0], giver, 13);
    const { status, body } = await give(apps[1], (another.body as { token: string }).token, taker.id);
    expect([status, body]).toEqual([409, { success: false, message: REFUSAL.replace('5', '20') }]);
    // Its owner stays: nothing is counted.
    expect((await give(apps[0], texts[0]!, taker.id)).status).toBe(204);
    await setLimit(LIMIT);
  });
});

describe('the limit', () => {
  it('is in force at every instance as soon as it knows of a change, and ends nothing', async () => {
    const user = await apps[0].createUser('patient');
    await setLimit(8);
    expect(await issueAtOnce(createNamed, user, 6)).toEqual({ 201: 6 });
    await setLimit(4);
    await apps[1].get(ChangeFeed).readAgain();
    expect(await issueAtOnce(createNamed, user, 10)).toEqual({ 409: 10 });
    expect(await activeOf(user, 'api_key')).toBe(6);
    await setLimit(7);
    expect((await createNamed(apps[0], user, 7)).status).toBe(201);
    expect((await createNamed(apps[1], user, 8)).status).toBe(409);
    await setLimit(LIMIT);
  });

  it('costs a count of the tokens now and then, not for each', async () => {
    await setLimit(1_000);
    const user = await apps[0].createUser('steady');
    const run = jest.spyOn(apps[0].get(PreparedStatements), 'run');
    for (let n = 0; n < 10; n++) await createNamed(apps[0], user, n);
    const names = run.mock.calls.map(([{ name }]) => name);
    expect(names.filter((name) => name === 'insert_api_key_counting')).toHaveLength(1);
    expect(names.filter((name) => name === 'insert_api_key')).toHaveLength(9);
    await setLimit(LIMIT);
  });
});
