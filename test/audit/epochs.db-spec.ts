import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { AuditEvent } from '../../src/common/audit-event.js';
import { AuditSealer } from '../../src/audit/sealing/audit-sealer.service.js';
import { recordEvents, sealAll, verifiedIds } from '../support/audit.js';
import { TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

/** The second of the test clock, in which every epoch after the first begins. */
const SECOND = Date.parse('2026-03-01T12:00:00Z') / 1000;
const ORIGIN = `http://tessera.test/audit/${SECOND}`;

let database: TestDatabase;
let app: TestApp;

beforeEach(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
});

afterEach(async () => {
  await app.close();
  await database.drop();
});

async function checkpoint(of = app): Promise<string> {
  return (await of.call('GET', '/audit/checkpoint')).text;
}

async function firstEvent(from: TestDatabase, epoch: number): Promise<AuditEvent> {
  const [row] = await from.query<{ payload: string }>(
    'SELECT payload FROM audit_events WHERE epoch = $1 AND leaf = 0',
    [epoch],
  );
  return JSON.parse(row!.payload) as AuditEvent;
}

/** A copy of the database, as a backup that was played in elsewhere. */
async function restore(): Promise<TestDatabase> {
  const name = new URL(database.url).pathname.slice(1);
  const server = new pg.Client({ connectionString: process.env.TESSERA_TEST_SERVER_URL });
  await server.connect();
  await server.query('SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = $1', [name]);
  await server.end();
  return createTestDatabase(name);
}

function startedBy(reason: string, lastCheckpoint: string, epoch = SECOND): unknown {
  return {
    id: expect.any(String),
    time: app.clock.now().toISOString(),
    action: 'audit.epoch_started',
    outcome: 'success',
    reason,
    actor: { type: 'system', id: null, username: null, tokenId: null },
    source: { address: null, userAgent: null, requestId: null },
    target: { type: 'audit_epoch', id: String(epoch), name: `http://tessera.test/audit/${epoch}` },
    changes: { lastCheckpoint },
  };
}

async function record(count: number): Promise<string[]> {
  const events = await recordEvents(
    app,
    Array.from({ length: count }, () => ({})),
  );
  return events.map(({ id }) => id);
}

describe('a new epoch', () => {
  it('begins in a database that was restored, and names the last checkpoint in it', async () => {
    await record(3);
    await sealAll(app, database);
    const last = await checkpoint();
    const [unsealedId] = await record(1);
    await app.close();
    const restored = await restore();
    const there = await TestApp.start(restored.url);
    try {
      await sealAll(there, restored);
      expect(await firstEvent(restored, SECOND)).toEqual(startedBy('database_restored', last));
      expect((await checkpoint(there)).split('\n').slice(0, 2)).toEqual([ORIGIN, '2']);
      expect((await verifiedIds(there, restored, SECOND))[1]).toBe(unsealedId);
      expect(await verifiedIds(there, restored, 0)).toHaveLength(3);
      const { status, text } = await there.call('GET', '/audit/key');
      expect([status, text.startsWith(`${ORIGIN}+`)]).toEqual([200, true]);
    } finally {
      await there.close();
      await restored.drop();
    }
  });

  it('begins where the database lost a checkpoint that an instance knows', async () => {
    await record(300);
    await sealAll(app, database);
    const tiles = await database.query<{ level: number; index: string; hashes: Buffer }>('SELECT * FROM audit_tiles');
    const ids = await record(5);
    await sealAll(app, database);
    const last = await checkpoint();
    // What a backup from before those five would say.
    const [backup] = await database.query<{ size: string }>(
      'DELETE FROM audit_checkpoints WHERE size = (SELECT max(size) FROM audit_checkpoints) RETURNING size - 5 AS size',
    );
    await database.query('DELETE FROM audit_checkpoints WHERE size > $1', [backup!.size]);
    await database.query(
      `WITH unsealed AS (DELETE FROM audit_events WHERE leaf >= $1 RETURNING payload)
       INSERT INTO audit_unsealed SELECT payload FROM unsealed`,
      [backup!.size],
    );
    for (const { level, index, hashes } of tiles) {
      await database.query('UPDATE audit_tiles SET hashes = $3 WHERE level = $1 AND index = $2', [
        level,
        index,
        hashes,
      ]);
    }
    await sealAll(app, database);
    expect(await firstEvent(database, SECOND)).toEqual(startedBy('checkpoint_lost', last));
    expect((await verifiedIds(app, database, SECOND)).slice(1)).toEqual(ids);
  });

  it.each([
    ['changed', 'UPDATE audit_tiles SET hashes = set_byte(hashes, 32, get_byte(hashes, 32) # 1) WHERE index = 1'],
    ['cut', 'UPDATE audit_tiles SET hashes = substring(hashes FROM 1 FOR 40) WHERE index = 1'],
    ['gone', 'DELETE FROM audit_tiles WHERE index = 1'],
  ])('begins where the stored tree was %s, and goes on from there', async (_, damage) => {
    await record(300);
    await sealAll(app, database);
    const last = await checkpoint();
    await database.query(damage);
    const ids = await record(2);
    await sealAll(app, database);
    expect(await firstEvent(database, SECOND)).toEqual(startedBy('tree_damaged', last));
    ids.push(...(await record(2)));
    await sealAll(app, database);
    expect((await verifiedIds(app, database, SECOND)).slice(1)).toEqual(ids);
  });

  it('has a number that is greater than the last, also within one second', async () => {
    const numbers: number[] = [];
    for (let n = 0; n < 3; n++) {
      await database.query('DELETE FROM audit_tiles');
      await record(1);
      await app.get(AuditSealer).seal();
      await sealAll(app, database);
      const [row] = await database.query<{ epoch: string }>('SELECT max(epoch) AS epoch FROM audit_epochs');
      numbers.push(Number(row!.epoch));
    }
    expect(numbers).toEqual([SECOND, SECOND + 1, SECOND + 2]);
  });

  it('does not begin for a restart or a second instance', async () => {
    await record(2);
    await sealAll(app, database);
    const other = await TestApp.start(database.url);
    await other.get(AuditSealer).seal();
    await record(1);
    await sealAll(other, database);
    await other.close();
    expect(await database.query('SELECT epoch FROM audit_epochs')).toEqual([{ epoch: '0' }]);
    expect(await verifiedIds(app, database)).toHaveLength(3);
  });

  it('is exported like the one before', async () => {
    await record(2);
    await sealAll(app, database);
    await database.query('DELETE FROM audit_tiles');
    await record(1);
    await sealAll(app, database);
    const { username, password } = await app.createUser('auditor', 'auditor');
    const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
    const exported = async (query: string): Promise<unknown> => {
      const { text } = await app.call('GET', `/admin/audit/export${query}`, { headers: { authorization } });
      return JSON.parse(text.trimEnd().split('\n').at(-1)!);
    };
    expect(await exported('')).toMatchObject({ checkpoint: expect.stringContaining(`${ORIGIN}\n2\n`), size: 2 });
  });
});
