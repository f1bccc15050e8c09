import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CuttableProxy } from '../support/cuttable-proxy.js';
import { basic, TestApp, type TestResponse, type TestUser } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { V1Client, type SessionTokens } from '../support/v1-client.js';

let database: TestDatabase;
let proxy: CuttableProxy;
let first: TestApp;
/** Reaches the database, but hears of no change. */
let deaf: TestApp;
let user: TestUser;
let session: SessionTokens;
let descriptions = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  proxy = await CuttableProxy.start(database.url);
  first = await TestApp.start(database.url);
  deaf = await TestApp.start(proxy.url, { clock: first.clock });
  user = await first.createUser('denis', 'admin');
  session = await new V1Client(deaf).logIn(user);
  first.clock.advanceSeconds(600);
  proxy.blockApplication('tessera changes');
  const headers = basic(user.username, user.password);
  expect((await first.call('POST', '/admin/signing-keys/rotate', { headers })).status).toBe(200);
});

afterAll(async () => {
  await first.close();
  await proxy.close();
  await deaf.close();
  await database.drop();
});

/** Everything that signs. */
const ISSUING: Record<string, () => Promise<TestResponse>> = {
  'POST /api2/tokens': () => deaf.call('POST', '/api2/tokens', { json: login() }),
  'POST /api/v1alpha/token': () =>
    deaf.call('POST', '/api/v1alpha/token', {
      headers: basic(user.username, user.password),
      json: { jwt_token_description: `Backup ${descriptions++}`, jwt_token_life: '1 hour' },
    }),
  'POST /v1/login': () => new V1Client(deaf).call('login', login()),
  'POST /v1/token-refresh': () => new V1Client(deaf).refresh(user.username, session.refresh_token),
  'GET /status-lists/0': () => deaf.call('GET', '/status-lists/0'),
};

const login = () => ({ username: user.username, password: user.password });

async function whenDeaf(issue: () => Promise<TestResponse>): Promise<TestResponse> {
  for (;;) {
    const answer = await issue();
    if (answer.status >= 400) return answer;
  }
}

describe('an instance that has not heard for a second which key signs', () => {
  it.each(Object.keys(ISSUING))('signs nothing: %s', async (call) => {
    const { status, headers, body } = await whenDeaf(ISSUING[call]!);
    expect([status, headers.get('retry-after'), Object.values(body as object)]).toEqual([
      503,
      '1',
      expect.arrayContaining(['The state of revocation is not known at the moment']),
    ]);
  });
});
