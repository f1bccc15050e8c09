import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { basic, TestApp, type TestUser } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let app: TestApp;
let user: TestUser;

beforeEach(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url, { env: { BCRYPT_COST: '5' } });
  user = await app.createUser('denis', 'admin');
});

afterEach(async () => {
  await app.close();
  await database.drop();
});

async function hashPrefix(): Promise<string> {
  const [row] = await database.query<{ prefix: string }>('SELECT left(password_hash, 7) AS prefix FROM users');
  return row!.prefix;
}

describe('a changed BCRYPT_COST', () => {
  it('applies to a password with the next successful login, and not with a refused one', async () => {
    const before = app;
    app = await TestApp.start(database.url, { env: { BCRYPT_COST: '4' }, clock: before.clock });
    await before.close();
    const status = async (password: string): Promise<number> =>
      (await app.call('GET', '/admin/users', { headers: basic(user.username, password) })).status;
    expect(await status('Wrong-password')).toBe(401);
    expect(await hashPrefix()).toBe('$2b$05$');
    expect(await status(user.password)).toBe(200);
    expect(await hashPrefix()).toBe('$2b$04$');
  });
});
