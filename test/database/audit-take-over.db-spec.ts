import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { canonicalJson, type Json } from '../../src/common/canonical-json.js';
import { createDataSource } from '../../src/database/data-source.js';
import { migrate } from '../../src/database/migrate.js';
import { AuditEvents1764100000000 } from '../../src/database/migrations/1764100000000-audit-events.js';
import { sealAll, verifiedIds } from '../support/audit.js';
import { basic, TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let app: TestApp;

async function migrateUntilBefore(migration: new () => object): Promise<void> {
  const dataSource = createDataSource(database.url);
  const migrations = dataSource.options.migrations as (new () => object)[];
  dataSource.setOptions({ migrations: migrations.slice(0, migrations.indexOf(migration)) });
  await dataSource.initialize();
  await dataSource.runMigrations();
  await dataSource.destroy();
}

beforeAll(async () => {
  database = await createTestDatabase('template0');
  await migrateUntilBefore(AuditEvents1764100000000);
  await database.query(
    `INSERT INTO audit_log (made_at, user_id, username, address, action, count) VALUES
       ('2025-11-30T23:59:59.1239Z', 7, 'an"na\\ \u00e9\t', '192.0.2.1', 'context_tokens_listed', 600),
       ('2025-12-24T12:00:00+01', 8, 'eva', '2001:db8::1', 'context_tokens_listed', 0)`,
  );
  await migrate(database.url);
  app = await TestApp.start(database.url);
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

describe('the listings that were recorded before the audit log', () => {
  const taken = (time: string, id: number, username: string, address: string, count: number): Json => ({
    time,
    action: 'tokens.listed',
    outcome: 'success',
    reason: null,
    actor: { type: 'user', id, username, tokenId: null },
    source: { address, userAgent: null, requestId: null },
    target: { type: 'tokens', id: null, name: null },
    changes: { count },
  });

  it('are the first events of epoch 0', async () => {
    await sealAll(app, database);
    const ids = await verifiedIds(app, database);
    const { username, password } = await app.createUser('auditor', 'auditor');
    const { body } = await app.call('GET', '/admin/audit/events?action=tokens.listed', {
      headers: basic(username, password),
    });
    const [eva, anna] = [
      taken('2025-12-24T11:00:00.000Z', 8, 'eva', '2001:db8::1', 0) as object,
      taken('2025-11-30T23:59:59.123Z', 7, 'an"na\\ \u00e9\t', '192.0.2.1', 600) as object,
    ];
    expect(body).toEqual({
      items: [
        { ...eva, id: ids[1] },
        { ...anna, id: ids[0] },
      ],
      next: null,
    });
    for (const id of ids) {
      const headers = basic(username, password);
      expect((await app.call('GET', `/admin/audit/events/${id}`, { headers })).status).toBe(200);
    }
  });

  it('are in canonical JSON', async () => {
    const rows = await database.query<{ payload: string }>(
      `SELECT payload FROM all_audit_events WHERE action = 'tokens.listed'`,
    );
    for (const { payload } of rows) expect(canonicalJson(JSON.parse(payload) as Json)).toBe(payload);
  });

  it('are in no other table any more', async () => {
    expect(await database.query(`SELECT to_regclass('audit_log') AS name`)).toEqual([{ name: null }]);
  });
});
