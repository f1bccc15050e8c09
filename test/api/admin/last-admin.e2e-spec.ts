import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
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

  it('is left when all admins demote, disable and delete each other at once', async () => {
    const others = await Promise.all(['a', 'b', 'c'].map((name) => app.createUser(name, 'admin')));
    const headers = basic(last.username, last.password);
    await app.call('GET', '/admin/users', { headers });
    const [a, b, c] = others.map(({ id }) => `/admin/users/${id}`);
    const answers = await Promise.all([
      app.call('PATCH', a!, { headers, json: { role: 'viewer' } }),
      app.call('PATCH', b!, { headers, json: { enabled: false } }),
      app.call('DELETE', c!, { headers }),
      app.call('PATCH', `/admin/users/${last.id}`, { headers, json: { role: 'viewer' } }),
    ]);
    expect(answers.map(({ status }) => status)).toContain(409);
    const rows = await database.query("SELECT 1 FROM users WHERE role = 'admin' AND enabled");
    expect(rows).toHaveLength(1);
  });
});
