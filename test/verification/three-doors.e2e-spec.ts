import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TOKEN_KINDS, TOKEN_KIND_RULES } from '../../src/common/token-kind.js';
import { ACCESS_TOKEN_KINDS } from '../../src/verifier/verified-token.js';
import type { Verifier } from '../../src/verifier/verifier.js';
import { all, askAll, until, verifierOf } from '../support/doors.js';
import { basic, TestApp, type TestUser } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let app: TestApp;
let admin: TestUser;
let gateway: TestUser;
let verifier: Verifier;
let users = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  admin = await app.createUser('root', 'admin');
  gateway = await app.createUser('gateway', 'service');
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

beforeEach(() => {
  verifier = verifierOf(app);
});

afterEach(() => verifier.close());

const asAdmin = () => basic(admin.username, admin.password);

/** What can happen to a token, and whether it is still good after it. */
const EVENTS = {
  'another logs in': async () => void (await app.logIn(admin)),
  'it is presented': async (token: string) => void (await askAll(app, verifier, gateway, token)),
  'an hour passes': () => app.clock.advanceSeconds(3_600),
  'the keys are rotated': async () => {
    app.clock.advanceSeconds(600);
    const { status } = await app.call('POST', '/admin/signing-keys/rotate', { headers: asAdmin() });
    expect(status).toBe(200);
  },
  'it is revoked': async (token: string) => void (await app.call('POST', '/oauth2/revoke', { json: { token } })),
  'its user is disabled': async (_: string, { id }: TestUser) =>
    void (await app.call('PATCH', `/admin/users/${id}`, { headers: asAdmin(), json: { enabled: false } })),
  'its user gets another password': async (_: string, { id }: TestUser) =>
    void (await app.call('PATCH', `/admin/users/${id}`, {
      headers: asAdmin(),
      json: { temporaryPassword: 'Another123' },
    })),
  'it expires': () => app.clock.advanceSeconds(86_400),
};
const ENDS = new Set(['it is revoked', 'its user is disabled', 'its user gets another password', 'it expires']);
const names = Object.keys(EVENTS) as (keyof typeof EVENTS)[];

describe('introspection, forward auth and the local verifier', () => {
  it('say the same of a token, whatever happened to it', async () => {
    const story = fc.array(fc.constantFrom(...names), { maxLength: 6 });
    const context = fc.option(fc.constantFrom('AddComment', 'ü'), { nil: undefined });
    await fc.assert(
      fc.asyncProperty(story, context, async (events, named) => {
        const user = await app.createUser(`user${users++}`);
        const token = await app.logIn(user);
        for (const name of events) await EVENTS[name](token, user);
        const good = !events.some((name) => ENDS.has(name));
        const expected = all(good ? 'good' : 'token_invalid');
        // The verifier hears of a revocation a moment later.
        await until(async () => {
          const said = await askAll(app, verifier, gateway, token, named);
          return good || said['local verifier'] !== 'good';
        });
        expect(await askAll(app, verifier, gateway, token, named)).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });

  it('agree on which kinds services accept', () => {
    for (const kind of TOKEN_KINDS) expect(ACCESS_TOKEN_KINDS.has(kind)).toBe(TOKEN_KIND_RULES[kind].bearer);
  });
});
