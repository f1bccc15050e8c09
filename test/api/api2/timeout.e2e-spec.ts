import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SettingsService } from '../../../src/settings/settings.service.js';
import { bearer, TestApp } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

const PATH = '/api2/token/timeout';
const invalidToken = { statusCode: 401, error: 'Unauthorized', message: 'Invalid or expired token' };
const adminRequired = { statusCode: 403, error: 'Forbidden', message: 'Admin role required' };
const outOfRange = {
  statusCode: 400,
  error: 'Bad Request',
  message: 'Timeout must be between 600 and 2592000 seconds',
};

let database: TestDatabase;
let app: TestApp;
let admin: Record<string, string>;
let viewer: Record<string, string>;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  admin = bearer(await app.logIn(await app.createUser('admin', 'admin')));
  viewer = bearer(await app.logIn(await app.createUser('viewer')));
});

beforeEach(async () => {
  await database.query('DELETE FROM settings');
  await app.get(SettingsService).load();
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

function put(body: string, headers = admin): ReturnType<TestApp['call']> {
  return app.call('PUT', PATH, { headers: { ...headers, 'content-type': 'application/json' }, body });
}

describe('GET /api2/token/timeout', () => {
  it('tells an admin the default of a day', async () => {
    const answer = await app.call('GET', PATH, { headers: admin });
    expect([answer.status, answer.text]).toEqual([200, '{"timeout_seconds":86400}']);
  });

  it('refuses a missing header with 401', async () => {
    const answer = await app.call('GET', PATH);
    expect([answer.status, answer.body]).toEqual([401, invalidToken]);
  });

  it('refuses a bad token with 401', async () => {
    const answer = await app.call('GET', PATH, { headers: bearer('a.b.c') });
    expect([answer.status, answer.body]).toEqual([401, invalidToken]);
  });

  it('refuses someone who is not an admin with 403', async () => {
    const answer = await app.call('GET', PATH, { headers: viewer });
    expect([answer.status, answer.body]).toEqual([403, adminRequired]);
  });
});

describe('PUT /api2/token/timeout', () => {
  it.each([600, 172_800, 2_592_000, 600.0])('takes %d', async (seconds) => {
    const answer = await put(JSON.stringify({ timeout_seconds: seconds }));
    expect(answer.status).toBe(200);
    expect(answer.text).toBe('{"statusCode":200,"message":"Successfully updated the token timeout."}');
    const { body } = await app.call('GET', PATH, { headers: admin });
    expect(body).toEqual({ timeout_seconds: seconds });
  });

  it.each([
    '{"timeout_seconds": 599}',
    '{"timeout_seconds": 2592001}',
    '{"timeout_seconds": 0}',
    '{"timeout_seconds": -600}',
    '{"timeout_seconds": 600.5}',
    '{"timeout_seconds": 1e400}',
    '{"timeout_seconds": "600"}',
    '{"timeout_seconds": true}',
    '{"timeout_seconds": null}',
    '{"timeout_seconds": [600]}',
    '{}',
    '[]',
    'null',
    '600',
    '',
  ])('refuses %j with 400 and changes nothing', async (body) => {
    const answer = await put(body);
    expect([answer.status, answer.body]).toEqual([400, outOfRange]);
    expect((await app.call('GET', PATH, { headers: admin })).body).toEqual({ timeout_seconds: 86_400 });
  });

  it('asks who calls before it looks at their role, and at that before the value', async () => {
    expect((await put('{"timeout_seconds": 1}', {})).body).toEqual(invalidToken);
    expect((await put('{"timeout_seconds": 1}', viewer)).body).toEqual(adminRequired);
  });

  it('sets the lifetime of tokens issued from then on, and leaves that of older ones', async () => {
    const user = await app.createUser('clockwatcher', 'admin');
    const before = await app.logIn(user);
    await put('{"timeout_seconds": 600}');
    const after = await app.logIn(user);
    app.clock.advanceSeconds(600);
    expect((await app.call('GET', PATH, { headers: bearer(after) })).body).toEqual(invalidToken);
    expect((await app.call('GET', PATH, { headers: bearer(before) })).body).toEqual({ timeout_seconds: 600 });
  });

  it('survives a restart, and other instances see it at once', async () => {
    await put('{"timeout_seconds": 4242}');
    const other = await TestApp.start(database.url, { clock: app.clock });
    expect((await other.call('GET', PATH, { headers: admin })).body).toEqual({ timeout_seconds: 4242 });
    await put('{"timeout_seconds": 4243}');
    expect((await other.call('GET', PATH, { headers: admin })).body).toEqual({ timeout_seconds: 4243 });
    await other.close();
  });
});
