import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SettingsService } from '../../../src/settings/settings.service.js';
import { basic, PASSWORD, TestApp } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

const PATH = '/admin/settings';
const RANGES = {
  api2TokenSeconds: { min: 600, max: 2_592_000, default: 86_400 },
  v1AccessTokenSeconds: { min: 300, max: 2_592_000, default: 86_400 },
  maxTokensPerUser: { min: 1, max: 1_000_000, default: 10_000 },
  auditRetentionDays: { min: 30, max: 36_500, default: null },
  endedTokenRetentionDays: { min: 1, max: 3_650, default: 30 },
};

/** Every setting as it is where these were changed, with its range. */
function settings(changed: Partial<Record<keyof typeof RANGES, number>> = {}): unknown {
  const values = Object.entries(RANGES).map(([name, range]) => [name, range.default]);
  return { ...Object.fromEntries(values), ...changed, ranges: RANGES };
}

let database: TestDatabase;
let app: TestApp;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  await app.createUser('root', 'admin');
  await app.createUser('viewer');
});

beforeEach(async () => {
  await database.query('DELETE FROM settings');
  await app.get(SettingsService).load();
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

const as = (username: string): { headers: Record<string, string> } => ({ headers: basic(username, PASSWORD) });

async function patch(json: unknown, username = 'root'): Promise<[number, unknown]> {
  const { status, body } = await app.call('PATCH', PATH, { ...as(username), json });
  return [status, body];
}

async function stored(): Promise<unknown> {
  return (await app.call('GET', PATH, as('root'))).body;
}

function problem(...fields: { field: string; message: string }[]): unknown {
  const detail = fields.map(({ message }) => message).join('; ');
  return { type: 'about:blank', title: 'Bad Request', status: 400, detail, code: 'setting_invalid', fields };
}

describe('GET /admin/settings', () => {
  it('tells an admin the defaults and the ranges', async () => {
    expect(await stored()).toEqual(settings());
  });

  it('refuses others with 403', async () => {
    expect((await app.call('GET', PATH, as('viewer'))).status).toBe(403);
  });
});

describe('PATCH /admin/settings', () => {
  it('changes what it names, and leaves the rest', async () => {
    const changed = settings({ v1AccessTokenSeconds: 3600 });
    expect(await patch({ v1AccessTokenSeconds: 3600 })).toEqual([200, changed]);
    expect(await stored()).toEqual(changed);
    expect(await patch({})).toEqual([200, changed]);
  });

  it('sets the timeout of api2, as api2 does', async () => {
    await patch({ api2TokenSeconds: 1200 });
    const token = await app.logIn({ id: 0, username: 'root', password: PASSWORD });
    const { body } = await app.call('GET', '/api2/token/timeout', { headers: { authorization: `Bearer ${token}` } });
    expect(body).toEqual({ timeout_seconds: 1200 });
  });

  it.each([599, 2_592_001, 1000.5, '3600', null, true, [600]])(
    'refuses %j with 400 and changes nothing',
    async (value) => {
      const refused = problem({
        field: 'api2TokenSeconds',
        message: 'api2TokenSeconds must be an integer from 600 to 2592000',
      });
      expect(await patch({ v1AccessTokenSeconds: 3600, api2TokenSeconds: value })).toEqual([400, refused]);
      expect(await stored()).toEqual(settings());
    },
  );

  it('takes null where it is the default, and nowhere else', async () => {
    expect((await patch({ auditRetentionDays: 90 }))[1]).toEqual(settings({ auditRetentionDays: 90 }));
    expect(await patch({ auditRetentionDays: null })).toEqual([200, settings()]);
    const message = 'auditRetentionDays must be an integer from 30 to 36500, or null';
    expect(await patch({ auditRetentionDays: 29 })).toEqual([400, problem({ field: 'auditRetentionDays', message })]);
  });

  it('names a setting that there is not', async () => {
    const refused = problem({ field: '__proto__x', message: '__proto__x is not a setting' });
    expect(await patch({ __proto__x: 1 })).toEqual([400, refused]);
  });

  it('refuses a body that is no object with 400', async () => {
    expect((await patch([600]))[0]).toBe(400);
  });

  it('refuses others with 403 and changes nothing', async () => {
    expect((await patch({ api2TokenSeconds: 600 }, 'viewer'))[0]).toBe(403);
    expect(await stored()).toEqual(settings());
  });
});
