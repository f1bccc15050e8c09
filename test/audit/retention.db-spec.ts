import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { verifyExport } from '../../packages/cli/src/audit/verify-export.js';
import { AuditRetentionService } from '../../src/audit/audit-retention.service.js';
import { openCheckpoint } from '../../src/audit/checkpoints/checkpoint.js';
import { parseVerifierKey } from '../../src/audit/checkpoints/signed-note.js';
import type { EventProofResponseDto } from '../../src/api/admin/dto/audit.dto.js';
import { leafHash } from '../../src/audit/merkle/hashes.js';
import { isIncluded } from '../../src/audit/merkle/proofs.js';
import { payloadOf } from '../../src/common/audit-event.js';
import { AuditEventRepository } from '../../src/database/repositories/audit-event.repository.js';
import { SYSTEM } from '../../src/common/actor.js';
import { SettingsService } from '../../src/settings/settings.service.js';
import { draftEvent, recordEvents, sealAll, verifiedIds, whileNobodySeals } from '../support/audit.js';
import { basic, TestApp, type TestResponse } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let app: TestApp;
let headers: Record<string, string>;

beforeEach(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  const { username, password } = await app.createUser('auditor', 'auditor');
  headers = basic(username, password);
});

afterEach(async () => {
  await app.close();
  await database.drop();
});

const get = (path: string): Promise<TestResponse> => app.call('GET', path, { headers });

async function recordIn(time: string, count: number): Promise<string[]> {
  const events = await recordEvents(
    app,
    Array.from({ length: count }, () => ({ time })),
  );
  await sealAll(app, database);
  return events.map(({ id }) => id);
}

async function partitions(): Promise<Record<string, number>> {
  const rows = await database.query<{ name: string; count: number }>(
    `SELECT relname AS name, (SELECT count(*)::integer FROM audit_events WHERE tableoid = pg_class.oid) AS count
     FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid WHERE inhparent = 'audit_events'::regclass ORDER BY 1`,
  );
  return Object.fromEntries(rows.map(({ name, count }) => [name.replace('audit_events_', ''), count]));
}

async function keepDays(days: number): Promise<void> {
  await app.get(SettingsService).update(SYSTEM, { auditRetentionDays: days });
  await app.get(AuditRetentionService).run();
}

describe('partitions', () => {
  it('are there for this month and two more when the service starts', async () => {
    await sealAll(app, database);
    // The keys that were published at the start, and the auditor.
    expect(await partitions()).toEqual({ '2026_03': 4, '2026_04': 0, '2026_05': 0, default: 0 });
  });

  it('are made for events of months that had none', async () => {
    const ids = await recordIn('2026-01-31T23:59:59.999Z', 2);
    await recordIn('2025-12-01T00:00:00.000Z', 1);
    await recordIn('2026-02-01T00:00:00.000Z', 1);
    expect(await partitions()).toMatchObject({ default: 4 });
    await Promise.all([app.get(AuditRetentionService).run(), app.get(AuditRetentionService).run()]);
    expect(await partitions()).toEqual({
      '2025_12': 1,
      '2026_01': 2,
      '2026_02': 1,
      '2026_03': 4,
      '2026_04': 0,
      '2026_05': 0,
      default: 0,
    });
    expect((await get(`/admin/audit/events/${ids[0]}/proof`)).status).toBe(200);
  });

  it('are made as time goes on', async () => {
    app.clock.advanceSeconds(31 * 86_400);
    await app.get(AuditRetentionService).run();
    expect(Object.keys(await partitions())).toEqual(['2026_03', '2026_04', '2026_05', '2026_06', 'default']);
  });
});

describe('retention', () => {
  it('drops the months that are past it, and what stays can still be verified', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tessera-retention-'));
    await sealAll(app, database);
    const before = Number((await get('/audit/checkpoint')).text.split('\n')[1]);
    const [dropped] = await recordIn('2025-12-05T00:00:00.000Z', 400);
    const { text: old } = await get('/audit/checkpoint');
    await recordIn('2026-01-31T12:00:00.000Z', 10);
    const { text: later } = await get('/audit/checkpoint');
    const [kept] = await recordIn('2026-03-01T01:00:00.000Z', 3);
    await app.get(AuditRetentionService).run();
    // Until 12:00 on January 30: December goes, January stays.
    await keepDays(30);
    await sealAll(app, database);
    expect(await partitions()).toMatchObject({ '2026_01': 10, '2026_03': before + 5 });
    expect(await partitions()).not.toHaveProperty('2025_12');

    expect((await get(`/admin/audit/events/${dropped}`)).status).toBe(404);
    const key = (await app.call('GET', '/audit/key')).text.trimEnd();
    const proof = (await get(`/admin/audit/events/${kept}/proof`)).body as EventProofResponseDto;
    const path = proof.inclusionPath.map((hash) => Buffer.from(hash, 'base64'));
    const tree = openCheckpoint(proof.checkpoint, parseVerifierKey(key))!;
    expect(isIncluded(leafHash(proof.payload), before + 410, tree, path)).toBe(true);

    const file = join(folder, 'export');
    writeFileSync(file, (await get('/admin/audit/export')).text);
    const [first, size] = [before + 400, before + 415];
    expect(await verifyExport(file, { key, against: later })).toBe(
      `http://tessera.test/audit/0: ${size - first} events from leaf ${first} on are as they were signed, ` +
        `and the log only grew since it had ${before + 410}.`,
    );
    expect(await verifyExport(file, { key, against: old })).toMatch(`the log only grew since it had ${first}.`);
    const refused = await get(`/admin/audit/export?first=${first - 1}`);
    expect([refused.status, (refused.body as { detail: string }).detail]).toEqual([
      400,
      `first must be at least ${first}: earlier events are past their retention`,
    ]);
    rmSync(folder, { recursive: true });
  });

  it('is recorded, and happens once', async () => {
    await recordIn('2025-12-01T00:00:00.000Z', 2);
    await app.get(AuditRetentionService).run();
    await keepDays(30);
    await keepDays(30);
    const { body } = await get('/admin/audit/events?action=audit.payloads_dropped');
    expect((body as { items: object[] }).items).toEqual([
      {
        id: expect.any(String),
        time: app.clock.now().toISOString(),
        action: 'audit.payloads_dropped',
        outcome: 'success',
        reason: 'retention',
        actor: { type: 'system', id: null, username: null, tokenId: null },
        source: { address: null, userAgent: null, requestId: null },
        target: { type: 'audit_month', id: '2025-12', name: '2025-12' },
        changes: { leaves: [expect.stringMatching(/^0: \d+ to \d+$/)] },
      },
    ]);
  });

  it('waits for events that are not in the tree yet', async () => {
    await recordIn('2025-12-01T00:00:00.000Z', 1);
    const idle = jest.spyOn(app.get(AuditEventRepository), 'hasUnsealed').mockResolvedValue(false);
    await recordEvents(app, [{ time: '2025-12-31T00:00:00.000Z' }]);
    await app.get(AuditRetentionService).run();
    await keepDays(30);
    expect(await partitions()).toMatchObject({ '2025_12': 1 });
    idle.mockRestore();
    await sealAll(app, database);
    await keepDays(30);
    expect(await partitions()).not.toHaveProperty('2025_12');
  });

  it('drops nothing where no setting says so', async () => {
    await recordIn('2020-01-01T00:00:00.000Z', 1);
    await app.get(AuditRetentionService).run();
    await app.get(AuditRetentionService).run();
    expect(await partitions()).toMatchObject({ '2020_01': 1 });
  });
});

describe('the columns for search', () => {
  it.each([
    `UPDATE audit_events SET action = 'audit.exported'`,
    `UPDATE audit_events SET actor_username = 'eve'`,
    `UPDATE audit_events SET outcome = 'refused'`,
    `UPDATE audit_events SET time = time + interval '1 ms'`,
    `UPDATE audit_events SET payload = replace(payload, 'tokens.listed', 'audit.exported')`,
  ])('say what the payload says: %s', async (sql) => {
    await recordIn(app.clock.now().toISOString(), 1);
    await expect(database.query(sql)).rejects.toThrow('says something else than its payload');
  });
});

describe('an event that an instance of the version before inserts', () => {
  it('waits with the others, and gets its leaf', async () => {
    await whileNobodySeals(app, async () => {
      const event = draftEvent(app.clock.now());
      await database.query(
        `INSERT INTO audit_events (id, time, action, outcome, actor_type, payload)
         VALUES ($1, $2, 'tokens.listed', 'success', 'system', $3)`,
        [event.id, event.time, payloadOf(event)],
      );
      expect((await get(`/admin/audit/events/${event.id}`)).body).toEqual(event);
      expect(await database.query('SELECT payload FROM audit_unsealed')).toContainEqual({
        payload: payloadOf(event),
      });
    });
    await sealAll(app, database);
    expect(await verifiedIds(app, database)).toHaveLength(1);
  });
});
