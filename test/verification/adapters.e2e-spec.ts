import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Verifier } from '@tessera-auth/verifier';
import { ADD, CHANGE, issueContextToken } from '../support/context-tokens.js';
import { until, verifierOf } from '../support/verification-paths.js';
import { GUARDED_SERVICES, type GuardedService } from '../support/guarded-services.js';
import { bearer, TestApp, type TestUser } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let app: TestApp;
let gateway: TestUser;
let verifier: Verifier;
/** Of a service that cannot reach Tessera. */
let lonely: Verifier;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  gateway = await app.createUser('gateway', 'service');
  const credentials = { username: gateway.username, password: gateway.password };
  verifier = verifierOf(app, { credentials });
  lonely = verifierOf(app, { credentials, fetch: () => fetch('http://127.0.0.1:1/') });
});

afterAll(async () => {
  verifier.close();
  lonely.close();
  await app.close();
  await database.drop();
});

/** Headers that the frameworks and the transport add to every answer. */
const OTHERS = ['connection', 'content-length', 'date', 'etag', 'keep-alive', 'x-powered-by'];

interface Said {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: unknown;
}

async function get(url: string, headers: Record<string, string> = {}): Promise<Said> {
  const response = await fetch(url, { headers });
  const said = [...response.headers].filter(([name]) => !OTHERS.includes(name));
  return { status: response.status, headers: Object.fromEntries(said), body: await response.json() };
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
const good = (token: object): Said => ({ status: 200, headers: JSON_TYPE, body: { token } });
const refused = (status: number, error: string, challenge: string, error_description: string): Said => ({
  status,
  headers: { ...JSON_TYPE, 'www-authenticate': challenge },
  body: { error, error_description },
});
const NO_TOKEN = refused(401, 'invalid_token', 'Bearer realm="tessera"', 'A bearer token is required');
const BAD_TOKEN = refused(
  401,
  'invalid_token',
  'Bearer realm="tessera", error="invalid_token"',
  'Invalid or expired token',
);
const insufficient = (error_description: string): Said =>
  refused(403, 'insufficient_scope', 'Bearer realm="tessera", error="insufficient_scope"', error_description);
const NOT_THIS_CONTEXT = insufficient('The token is not valid for this context');
const NONE_NAMED = insufficient('A context must be named: the token is valid for its contexts only');
const NOT_KNOWN: Said = {
  status: 503,
  headers: { ...JSON_TYPE, 'retry-after': '1' },
  body: { error: 'temporarily_unavailable', error_description: 'The issuer of the tokens does not respond' },
};

/** The two that a proxy in front would have refused with. */
async function forwardAuth(headers: Record<string, string>, context?: string): Promise<unknown> {
  const query = context === undefined ? '' : `?context=${context}`;
  const answer = await app.call('GET', `/auth/verify${query}`, { headers });
  return [answer.status, answer.headers.get('www-authenticate'), answer.body];
}

describe.each(GUARDED_SERVICES)('%s', (_, start) => {
  let service: GuardedService;
  let alone: GuardedService;

  beforeAll(async () => {
    [service, alone] = await Promise.all([start(verifier), start(lonely)]);
  });

  afterAll(() => Promise.all([service.close(), alone.close()]));

  it('finds on the request whose token it is', async () => {
    const now = app.clock.now().getTime() / 1000;
    const owner = { id: expect.stringMatching(/^[0-9a-f-]{36}$/), userId: gateway.id, username: 'gateway' };
    const token = { ...owner, kind: 'login', role: 'service', issuedAt: now, expiresAt: now + 86_400, contexts: null };
    const headers = bearer(await app.logIn(gateway));
    expect(await get(service.url, headers)).toEqual(good(token));
    expect(await get(`${service.url}/comments`, headers)).toEqual(good(token));
    const scoped = bearer(await issueContextToken(app, gateway, [ADD, CHANGE]));
    const ofContexts = { ...token, kind: 'context', role: 'none', expiresAt: null, contexts: [ADD, CHANGE] };
    for (const path of ['/comments', '/any']) expect(await get(service.url + path, scoped)).toEqual(good(ofContexts));
  });

  it.each([
    ['no token', {}, NO_TOKEN],
    ['no Bearer', { authorization: 'Basic Z2F0ZXdheTo=' }, NO_TOKEN],
    ['an empty Bearer', bearer(''), BAD_TOKEN],
    ['two tokens', bearer('one two'), BAD_TOKEN],
    ['a text that nobody gave', bearer('A'.repeat(43)), BAD_TOKEN],
    ['a JWT that nobody signed', bearer('eyJhbGciOiJub25lIn0.e30.'), BAD_TOKEN],
  ])('refuses %s as forward auth does', async (_case, headers, expected) => {
    for (const path of ['/', '/comments']) expect(await get(service.url + path, headers)).toEqual(expected);
    const { status, headers: said, body } = expected;
    expect(await forwardAuth(headers)).toEqual([status, said['www-authenticate'], body]);
  });

  it('refuses a token that was revoked', async () => {
    const token = await app.logIn(gateway);
    expect((await get(service.url, bearer(token))).status).toBe(200);
    await app.call('POST', '/oauth2/revoke', { json: { token } });
    await until(async () => (await get(service.url, bearer(token))).status !== 200);
    expect(await get(service.url, bearer(token))).toEqual(BAD_TOKEN);
    expect(await get(`${service.url}/comments`, bearer(token))).toEqual(BAD_TOKEN);
  });

  it('refuses a token of another context, on that route alone', async () => {
    const headers = bearer(await issueContextToken(app, gateway, [CHANGE]));
    expect((await get(`${service.url}/any`, headers)).status).toBe(200);
    expect(await get(`${service.url}/comments`, headers)).toEqual(NOT_THIS_CONTEXT);
    const { status, headers: said, body } = NOT_THIS_CONTEXT;
    expect(await forwardAuth(headers, ADD)).toEqual([status, said['www-authenticate'], body]);
  });

  it('refuses every context token on a route that names no context, as forward auth does', async () => {
    const headers = bearer(await issueContextToken(app, gateway, [ADD, CHANGE]));
    expect(await get(service.url, headers)).toEqual(NONE_NAMED);
    const { status, headers: said, body } = NONE_NAMED;
    expect(await forwardAuth(headers)).toEqual([status, said['www-authenticate'], body]);
  });

  it('says 503 where it cannot tell, because Tessera does not respond', async () => {
    const headers = bearer(await issueContextToken(app, gateway));
    for (const path of ['/', '/comments']) expect(await get(alone.url + path, headers)).toEqual(NOT_KNOWN);
    expect(await get(alone.url)).toEqual(NO_TOKEN);
  });
});
