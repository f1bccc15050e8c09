import { isDeepStrictEqual } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Verifier } from '@tessera-auth/verifier';
import { BEARER_TOKEN_USES } from '@tessera-auth/verifier/protocol/token-use';
import fc from 'fast-check';
import { LOGIN_TOKEN_KINDS, TOKEN_KINDS, TOKEN_KIND_RULES, type TokenKind } from '../../src/common/token-kind.js';
import { ADD, CHANGE, issueContextToken } from '../support/context-tokens.js';
import { openConsole } from '../support/console-client.js';
import { restoreTokensOf, suspendTokensOf } from '../support/suspensions.js';
import { all, askAll, until, verifierOf, type VerificationPath } from '../support/verification-paths.js';
import { basic, bearer, TestApp, type TestResponse, type TestUser } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { V1Client, type SessionTokens } from '../support/v1-client.js';

let database: TestDatabase;
let app: TestApp;
let v1: V1Client;
let admin: TestUser;
let gateway: TestUser;
let verifier: Verifier;
let users = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  v1 = new V1Client(app);
  admin = await app.createUser('root', 'admin');
  gateway = await app.createUser('gateway', 'service');
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

beforeEach(() => {
  verifier = verifierOf(app, { credentials: gateway });
});

afterEach(() => verifier.close());

interface Holder {
  readonly user: TestUser;
  /** Of another login than the token, or of the session that the token is of. */
  readonly session: SessionTokens;
  readonly login: string;
  readonly token: string;
}

const asAdmin = () => basic(admin.username, admin.password);

function administer(method: string, path: string, json?: unknown): Promise<TestResponse> {
  return app.call(method, `/admin/users/${path}`, { headers: asAdmin(), json });
}

async function make(kind: TokenKind, user: TestUser, session: SessionTokens): Promise<string> {
  switch (kind) {
    case 'login':
      return app.logIn(user);
    case 'api_key': {
      const headers = basic(user.username, user.password);
      const json = { jwt_token_description: 'kept', jwt_token_life: '30 days' };
      const { body } = await app.call('POST', '/api/v1alpha/token', { headers, json });
      return (body as { jwt_token: string }).jwt_token;
    }
    case 'context':
      return issueContextToken(app, user, [ADD]);
    case 'console':
      return openConsole(app, user);
    case 'session_access':
      return session.access_token;
    case 'session_id':
      return session.id_token;
    case 'session_refresh':
      return session.refresh_token;
  }
}

/** What can happen to a token. */
const EVENTS = {
  'another logs in': () => app.logIn(admin),
  'it is presented': ({ token }: Holder) => askAll(app, verifier, gateway, token),
  'an hour passes': () => Promise.resolve(app.clock.advanceSeconds(3_600)),
  'a day passes': () => Promise.resolve(app.clock.advanceSeconds(86_400)),
  'the keys are rotated': async () => {
    app.clock.advanceSeconds(600);
    const { status } = await app.call('POST', '/admin/signing-keys/rotate', { headers: asAdmin() });
    expect(status).toBe(200);
  },
  'it is revoked': ({ token }: Holder) => app.call('POST', '/oauth2/revoke', { json: { token } }),
  'its user logs out everywhere': ({ login }: Holder) => app.call('DELETE', '/api2/tokens', { headers: bearer(login) }),
  'a session is revoked': ({ session: { refresh_token } }: Holder) => v1.call('token-revoke', { refresh_token }),
  'its user gets another password': ({ user: { id } }: Holder) =>
    administer('PATCH', `${id}`, { temporaryPassword: 'b2BDWZrQwDF5u4Yu' }),
  'its user is disabled': ({ user: { id } }: Holder) => administer('PATCH', `${id}`, { enabled: false }),
  'its user is enabled': ({ user: { id } }: Holder) => administer('PATCH', `${id}`, { enabled: true }),
  'its user is deleted': ({ user: { id } }: Holder) => administer('DELETE', `${id}`),
  'everything of its user is suspended': ({ user }: Holder) => suspendTokensOf(app, user),
  'everything of its user is restored': ({ user }: Holder) => restoreTokensOf(app, user),
  'everything of its user is revoked': ({ user: { id } }: Holder) => administer('POST', `${id}/revoke-tokens`),
} satisfies Record<string, (holder: Holder) => Promise<unknown>>;

type Event = keyof typeof EVENTS;
const events = Object.keys(EVENTS) as Event[];

/** Contract, "Which tokens end when": the kinds that end by an event; those that it does not name stay. */
const ENDS: Partial<Record<Event, readonly TokenKind[]>> = {
  'it is revoked': TOKEN_KINDS,
  'a day passes': ['login', 'session_access', 'session_id'],
  'its user logs out everywhere': LOGIN_TOKEN_KINDS,
  'a session is revoked': ['session_access', 'session_id', 'session_refresh'],
  'its user gets another password': LOGIN_TOKEN_KINDS,
  'its user is disabled': TOKEN_KINDS,
  'its user is deleted': TOKEN_KINDS,
  'everything of its user is revoked': TOKEN_KINDS,
};

/** The kinds of tokens that services accept at all. */
const OPENING: readonly TokenKind[] = ['login', 'api_key', 'session_access', 'context'];

function expectedOf(
  kind: TokenKind,
  story: readonly Event[],
  context: string | undefined,
): Record<VerificationPath, string> {
  let [isSuspended, isOver] = [false, false];
  for (const event of story) {
    if (event === 'everything of its user is suspended') isSuspended = true;
    if (event === 'everything of its user is restored') isSuspended = false;
    // Who logs out everywhere does so by a token, which may be suspended.
    const isDone = event !== 'its user logs out everywhere' || !isSuspended;
    isOver ||= isDone && ENDS[event]?.includes(kind) === true;
  }
  if (isOver || isSuspended || !OPENING.includes(kind)) return all('token_invalid');
  return all(kind === 'context' && context !== '*' && context !== ADD ? 'context_missing' : 'valid');
}

/** The verdicts of all paths, once the local verifier has received what happened: it does a moment later. */
async function finallySaid(token: string, context: string | undefined, expected: object): Promise<object> {
  const end = performance.now() + 5_000;
  let said = {};
  await until(async () => {
    said = await askAll(app, verifier, gateway, token, context);
    return isDeepStrictEqual(said, expected) || performance.now() > end;
  });
  return said;
}

describe('introspection, forward auth and the local verifier', () => {
  it.each(TOKEN_KINDS)('say the same of a token of the kind %s, whatever happened to it', async (kind) => {
    const story = fc.array(fc.constantFrom(...events), { maxLength: 5 });
    const named = fc.option(fc.constantFrom(ADD, CHANGE, 'ü', '*'), { nil: undefined });
    await fc.assert(
      fc.asyncProperty(story, named, async (happened, context) => {
        const user = await app.createUser(`user${users++}`);
        const session = await v1.logIn(user);
        const token = await make(kind, user, session);
        const holder = { user, session, token, login: await app.logIn(user) };
        for (const event of happened) await EVENTS[event](holder);
        const expected = expectedOf(kind, happened, context);
        expect(await finallySaid(token, context, expected)).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });

  // Each by itself, whatever the stories above happen to hold.
  it.each(events)('agree with the contract on every kind after: %s', async (event) => {
    const holders = TOKEN_KINDS.map(async (kind) => {
      const user = await app.createUser(`user${users++}`);
      const session = await v1.logIn(user);
      return { kind, user, session, login: await app.logIn(user), token: await make(kind, user, session) };
    });
    for (const { kind, ...holder } of await Promise.all(holders)) {
      await askAll(app, verifier, gateway, holder.token);
      await EVENTS[event](holder);
      const expected = expectedOf(kind, [event], undefined);
      expect([kind, await finallySaid(holder.token, undefined, expected)]).toEqual([kind, expected]);
    }
  });

  it('agree on which kinds services accept', () => {
    const kinds = TOKEN_KINDS.filter((kind) => TOKEN_KIND_RULES[kind].bearer);
    expect(Object.keys(BEARER_TOKEN_USES).sort()).toEqual(kinds.sort());
  });
});
