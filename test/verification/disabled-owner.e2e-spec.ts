import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ADD, issueContextToken } from '../support/context-tokens.js';
import { introspect } from '../support/verification-paths.js';
import { basic, bearer, TestApp, type TestUser } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let app: TestApp;
let admin: TestUser;
let owner: TestUser;
let token: string;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  admin = await app.createUser('root', 'admin');
  owner = await app.createUser('denis');
  token = await issueContextToken(app, owner);
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

/** As whoever has the database may do it, and as a restored backup may have it: without ending a token. */
const setEnabled = (enabled: boolean): Promise<unknown> =>
  database.query('UPDATE users SET enabled = $2 WHERE id = $1', [owner.id, enabled]);

async function forwardAuth(): Promise<number> {
  return (await app.call('GET', `/auth/verify?context=${ADD}`, { headers: bearer(token) })).status;
}

async function change(): Promise<number> {
  const headers = basic(admin.username, admin.password);
  return (await app.call('PUT', '/api/authtokens', { headers, json: { token, context: [ADD] } })).status;
}

describe('a context token that nobody has ended, of an owner who is disabled', () => {
  it('is refused while they are, by whatever asks for it', async () => {
    expect([await forwardAuth(), await change()]).toEqual([200, 204]);
    await setEnabled(false);
    expect([await forwardAuth(), await change()]).toEqual([401, 404]);
    expect(await introspect(app, admin, token)).toEqual({ active: false });
    await setEnabled(true);
    expect(await forwardAuth()).toBe(200);
  });
});
