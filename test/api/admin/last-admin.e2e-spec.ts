import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SYSTEM } from '../../../src/common/actor.js';
import { UsersService } from '../../../src/users/users.service.js';
import { basic, TestApp, type TestUser } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

let database: TestDatabase;
let app: TestApp;
let last: TestUser;

beforeEach(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  last = await app.createUser('last', 'admin');
});

afterEach(async () => {
  await app.close();
  await database.drop();
});

describe('the last enabled admin', () => {
  it.each([
    ['demoted', 'PATCH', { role: 'viewer' }],
    ['disabled', 'PATCH', { enabled: false }],
    ['deleted', 'DELETE', undefined],
  ])('is not %s', async (_, method, json) => {
    const disabled = await app.createUser('disabled', 'admin');
    const headers = basic(last.username, last.password);
    await app.call('PATCH', `/admin/users/${disabled.id}`, { headers, json: { enabled: false } });
    const answer = await app.call(method, `/admin/users/${last.id}`, { headers, ...(json && { json }) });
    expect([answer.status, answer.body]).toEqual([
      409,
      {
        type: 'about:blank',
        title: 'Conflict',
        status: 409,
        detail: 'The last enabled admin can be neither disabled, deleted nor demoted',
        code: 'last_admin',
      },
    ]);
    expect((await app.call('GET', '/admin/users', { headers })).status).toBe(200);
  });

  it('is left when all admins are demoted, disabled and deleted at once', async () => {
    const [a, b, c] = await Promise.all(['a', 'b', 'c'].map((name) => app.createUser(name, 'admin')));
    const users = app.get(UsersService);
    const outcomes = await Promise.allSettled([
      users.updateUser(SYSTEM, a!.id, { role: 'viewer' }),
      users.updateUser(SYSTEM, b!.id, { enabled: false }),
      users.deleteUser(SYSTEM, c!.id),
      users.updateUser(SYSTEM, last.id, { role: 'viewer' }),
    ]);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    expect(await database.query("SELECT 1 FROM users WHERE role = 'admin' AND enabled")).toHaveLength(1);
  });
});
