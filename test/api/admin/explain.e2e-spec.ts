import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ADD, CHANGE, issueContextToken } from '../../support/context-tokens.js';
import { EventLog } from '../../support/event-log.js';
import { attacker, encode, signInput } from '../../support/forge.js';
import { introspect } from '../../support/verification-paths.js';
import { basic, bearer, TestApp, type TestResponse, type TestUser } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { claimsOf, V1Client } from '../../support/v1-client.js';
import { SigningKeysService } from '../../../src/signing-keys/signing-keys.service.js';

interface Explanation {
  readonly verdict: string;
  readonly checks: readonly { readonly check: string; readonly ok: boolean; readonly detail: string }[];
}

const log = new EventLog();
const texts: string[] = [];
let database: TestDatabase;
let app: TestApp;
let admin: TestUser;
let users = 0;

const as = ({ username, password }: TestUser): Record<string, string> => basic(username, password);
const asAdmin = (method: string, path: string, json?: unknown): Promise<TestResponse> =>
  app.call(method, path, { headers: as(admin), json });

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url, { log, env: { LOG_LEVEL: 'trace' } });
  admin = await app.createUser('root', 'admin');
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

async function explain(token: string): Promise<Explanation> {
  texts.push(token);
  const { status, body } = await asAdmin('POST', '/admin/explain', { token });
  expect(status).toBe(200);
  return body as Explanation;
}

const ISSUE: Readonly<Record<string, (user: TestUser) => Promise<string>>> = {
  login: (user) => app.logIn(user),
  session_access: async (user) => (await new V1Client(app).logIn(user)).access_token,
  session_id: async (user) => (await new V1Client(app).logIn(user)).id_token,
  session_refresh: async (user) => (await new V1Client(app).logIn(user)).refresh_token,
  api_key: async (user) => {
    const json = { jwt_token_description: 'named', jwt_token_life: '1d' };
    const { body } = await app.call('POST', '/api/v1alpha/token', { headers: as(user), json });
    return (body as { jwt_token: string }).jwt_token;
  },
  context: (user) => issueContextToken(app, user, [ADD, CHANGE]),
};
const JWTS = ['login', 'session_access', 'session_id', 'api_key'];

/** What happens to a token, and which checks then fail of a JWT and of an opaque text. */
const FATES: readonly [string, (text: string, user: TestUser) => Promise<unknown>, string[], string[]][] = [
  ['nothing', () => Promise.resolve(), [], []],
  [
    'it is revoked',
    (text) => app.call('POST', '/oauth2/revoke', { json: { token: text } }),
    ['revocation'],
    ['revocation'],
  ],
  [
    'its owner is disabled',
    (_, { id }) => asAdmin('PATCH', `/admin/users/${id}`, { enabled: false }),
    ['revocation', 'owner'],
    ['revocation', 'owner'],
  ],
  [
    'its owner is deleted',
    (_, { id }) => asAdmin('DELETE', `/admin/users/${id}`),
    ['revocation', 'owner'],
    ['revocation', 'owner'],
  ],
  [
    'its row is gone',
    (text) => database.query('DELETE FROM tokens WHERE id = $1', [claimsOf(text).jti]),
    [],
    ['known'],
  ],
];

const failing = ({ checks }: Explanation): string[] => checks.filter(({ ok }) => !ok).map(({ check }) => check);

/** The explanation, of which the verdict is that of introspection. */
async function agreed(text: string): Promise<Explanation> {
  const explanation = await explain(text);
  const { active } = await introspect(app, admin, text);
  expect([explanation.verdict, explanation.checks.every(({ ok }) => ok)]).toEqual([
    active === true ? 'active' : 'refused',
    active === true,
  ]);
  return explanation;
}

describe('POST /admin/explain', () => {
  for (const [fate, happen, ofJwt, ofOpaque] of FATES) {
    it.each(Object.keys(ISSUE).filter((kind) => fate !== 'its row is gone' || JWTS.includes(kind)))(
      `says of a token of the kind %s what introspection says, where ${fate}`,
      async (kind) => {
        const user = await app.createUser(`user${users++}`);
        const text = await ISSUE[kind]!(user);
        await happen(text, user);
        expect(failing(await agreed(text))).toEqual(JWTS.includes(kind) ? ofJwt : ofOpaque);
      },
    );
  }

  it('tells all that it looked at', async () => {
    const user = await app.createUser('whole');
    const now = app.clock.now().toISOString();
    const ok = (check: string, detail: string): object => ({ check, ok: true, detail });
    const [login, context] = [await app.logIn(user), await issueContextToken(app, user, [ADD, CHANGE])];
    const owner = ok('owner', `The owner, whole (user ${user.id}), is enabled`);
    expect(await explain(login)).toEqual({
      verdict: 'active',
      checks: [
        ok('form', 'A JWT of the kind login'),
        ok('issuer', 'Issued by us'),
        ok('key', 'The key is current'),
        ok('signature', 'The key signed it'),
        ok('times', `Valid from ${now} to 2026-03-02T12:00:00.000Z`),
        ok('revocation', 'Neither revoked nor suspended'),
        owner,
        ok('use', 'Services accept the kind login as a bearer token'),
      ],
    });
    await asAdmin('PUT', `/admin/users/${user.id}/contexts`, { allowed: [CHANGE] });
    expect(await explain(context)).toEqual({
      verdict: 'active',
      checks: [
        ok('form', 'An opaque text of the kind context that we issued'),
        ok('times', `Issued at ${now}, does not expire`),
        ok('revocation', 'Neither revoked nor suspended'),
        owner,
        ok('context', `Valid for ${CHANGE}; its owner is not allowed ${ADD}`),
        ok('use', 'Services that name one of its contexts accept it'),
      ],
    });
  });

  it('stops at nothing: a foreign, changed and expired token fails each check', async () => {
    const { privateKey } = attacker();
    const long = { iss: `https://elsewhere.test/${'x'.repeat(300)}`, exp: 1, nbf: 0, iat: 0 };
    const text = signInput(`${encode({ alg: 'ES256', typ: 'JWT', kid: 'theirs' })}.${encode(long)}`, privateKey);
    const explanation = await agreed(text);
    expect(failing(explanation)).toEqual(['form', 'issuer', 'key', 'signature', 'times', 'revocation']);
    expect(explanation.checks.find(({ check }) => check === 'times')!.detail).toBe(
      'Expired at 1970-01-01T00:00:01.000Z',
    );
    expect(JSON.stringify(explanation).length).toBeLessThan(1_200);
  });

  it.each<[string, (token: string, payload: object, sign: (payload: object) => string) => string, string[]]>([
    ['a changed signature', (token) => token.slice(0, -4) + (token.endsWith('AAAA') ? 'BBBA' : 'AAAA'), ['signature']],
    ['another issuer', (_, payload, sign) => sign({ ...payload, iss: 'https://elsewhere.test' }), ['form', 'issuer']],
    ['a time that is past', (_, payload, sign) => sign({ ...payload, exp: 1 }), ['times']],
    ['a time to come', (_, payload, sign) => sign({ ...payload, nbf: 9_999_999_999, exp: 9_999_999_999 }), ['times']],
    ['an issue before its key', (_, payload, sign) => sign({ ...payload, iat: 5 }), ['key']],
    ['a claim of another type', (_, payload, sign) => sign({ ...payload, sub: 5 }), ['form']],
    ['an unknown kind', (_, payload, sign) => sign({ ...payload, token_use: 'x' }), ['form']],
    [
      'a place that was never given',
      (_, payload, sign) => sign({ ...payload, status: placed(999_999) }),
      ['revocation'],
    ],
    ['an older form', (_, payload, sign) => `${sign(payload)}=`, ['form', 'signature']],
  ])('says of a login token with %s what introspection says', async (_name, change, expected) => {
    const { kid, privateKey } = await app.get(SigningKeysService).current();
    const token = await app.logIn(admin);
    const sign = (payload: object): string =>
      signInput(`${encode({ alg: 'ES256', typ: 'JWT', kid })}.${encode(payload)}`, privateKey);
    expect(failing(await agreed(change(token, claimsOf(token), sign)))).toEqual(expected);
  });

  it('says that a token expired, of a kind that does', async () => {
    const user = await app.createUser(`user${users++}`);
    const tokens = await Promise.all(
      ['login', 'session_access', 'session_id', 'session_refresh'].map((kind) => ISSUE[kind]!(user)),
    );
    app.clock.advanceSeconds(91 * 86_400);
    for (const token of tokens) expect(failing(await agreed(token))).toEqual(['times']);
  });

  it.each([
    'x',
    '.',
    '..',
    'a.b.c',
    'e30.e30.e30',
    'x'.repeat(16_384),
    '\0',
    'ü',
    'tessctx',
    `${'A'.repeat(43)}`,
    'null.null.x',
  ])('says of %j what introspection says', async (text) => {
    expect((await agreed(text)).verdict).toBe('refused');
  });

  it('says that a revoked key ended a token', async () => {
    const user = await app.createUser(`user${users++}`);
    const token = await app.logIn(user);
    const { body } = await asAdmin('GET', '/admin/signing-keys');
    const current = (body as { items: { id: number; state: string }[] }).items.find(
      ({ state }) => state === 'current',
    )!;
    await asAdmin('POST', `/admin/signing-keys/${current.id}/revoke`, { reason: 'leaked' });
    expect(failing(await agreed(token))).toEqual(['key', 'revocation']);
  });

  it('says that the row of a context token was tampered with', async () => {
    const user = await app.createUser(`user${users++}`);
    const text = await issueContextToken(app, user);
    await database.query(
      `UPDATE context_tokens SET sealed_text = '\\x00' WHERE id IN (SELECT id FROM tokens WHERE user_id = $1)`,
      [user.id],
    );
    expect(failing(await agreed(text))).toEqual(['verification']);
  });

  it.each([{}, { token: '' }, { token: 5 }, { token: 'x'.repeat(16_385) }])(
    'refuses a body such as %j',
    async (json) => {
      const { status, text } = await asAdmin('POST', '/admin/explain', json);
      expect([status, text.includes('xxxx')]).toEqual([400, false]);
    },
  );

  it('is for admins alone', async () => {
    for (const role of ['auditor', 'service', 'viewer'] as const) {
      const headers = bearer(await app.logIn(await app.createUser(`a-${role}`, role)));
      expect((await app.call('POST', '/admin/explain', { headers, json: { token: 'x' } })).status).toBe(403);
    }
  });

  it('tells no text to the log or the audit log', async () => {
    const events = await database.query<{ payload: string }>('SELECT payload FROM all_audit_events');
    const told = [...log.lines, ...events.map(({ payload }) => payload)].join('\n');
    const secrets = texts.filter((text) => text.length > 30);
    expect(secrets.length).toBeGreaterThan(30);
    expect(secrets.filter((text) => told.includes(text))).toEqual([]);
  });
});

function placed(idx: number): object {
  return { status_list: { idx, uri: `http://tessera.test/status-lists/${Math.floor(idx / 131_072)}` } };
}
