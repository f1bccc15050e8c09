import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { verifyExport } from '../../packages/cli/src/audit/verify-export.js';
import { openCheckpoint, signCheckpoint, type Checkpoint } from '../../src/audit/checkpoints/checkpoint.js';
import { parseVerifierKey } from '../../src/audit/checkpoints/signed-note.js';
import { isConsistent } from '../../src/audit/merkle/proofs.js';
import { recordEvents, sealAll } from '../support/audit.js';
import { basic, TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let app: TestApp;
let folder: string;
let headers: Record<string, string>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tessera-tampered-'));
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  const { username, password } = await app.createUser('auditor', 'auditor');
  headers = basic(username, password);
  await record(20);
});

afterEach(async () => {
  await app.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

async function record(count: number): Promise<void> {
  await recordEvents(
    app,
    Array.from({ length: count }, () => ({})),
  );
  await sealAll(app, database);
}

async function restart(): Promise<void> {
  await app.close();
  app = await TestApp.start(database.url);
}

const key = async (): Promise<string> => (await app.call('GET', '/audit/key')).text.trimEnd();
const note = async (): Promise<string> => (await app.call('GET', '/audit/checkpoint')).text;

async function opened(text: string): Promise<Checkpoint> {
  return openCheckpoint(text, parseVerifierKey(await key()))!;
}

/** What the verifier says of an export of the log, held against an older checkpoint. */
async function verdict(against?: string): Promise<string> {
  const file = join(folder, 'export');
  writeFileSync(file, (await app.call('GET', '/admin/audit/export?epoch=0', { headers })).text);
  return verifyExport(file, { key: await key(), against }).catch(({ message }: Error) => message);
}

/** As who owns the database can: the trigger would not have it. */
async function rewrite(sql: string): Promise<void> {
  await database.query('DROP TRIGGER audit_events_columns_repeat_payload ON audit_events');
  await database.query(sql);
}

describe('whoever owns the database and', () => {
  it('changes an event is told of by the verifier', async () => {
    await rewrite(
      `UPDATE audit_events SET payload = replace(payload, 'tokens.listed', 'tokens.listee') WHERE leaf = 9`,
    );
    expect(await verdict()).toMatch(/^At least one of the lines 1 to \d+ .* was changed, moved or replaced/);
  });

  it('exchanges two events is told of by the verifier', async () => {
    await database.query('UPDATE audit_events SET leaf = 17 - leaf WHERE leaf IN (8, 9)');
    expect(await verdict()).toMatch(/^At least one of the lines 1 to \d+ .* was changed, moved or replaced/);
  });

  it.each([
    ['drops an event', 'DELETE FROM audit_events WHERE leaf = 9'],
    ['cuts off the end', 'DELETE FROM audit_events WHERE leaf >= 15'],
  ])('%s gets no export that anybody would take for whole', async (_, sql) => {
    await database.query(sql);
    const exported = await verdict().catch(() => 'The response broke off');
    expect(exported).toMatch(/broke off|cut off/);
  });

  it('puts a checkpoint of their own in its place is told of by the verifier', async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const { origin, size, root } = await opened(await note());
    await database.query('UPDATE audit_checkpoints SET note = $1 WHERE size = $2', [
      signCheckpoint({ origin, size, root }, privateKey),
      size,
    ]);
    expect(await verdict()).toMatch(/^The checkpoint in the last line was forged/);
  });

  it('rolls it back, and restarts the service, is told of by whoever kept a checkpoint', async () => {
    const before = await opened(await note());
    await record(5);
    const kept = await note();
    await database.query('DELETE FROM audit_events WHERE leaf >= $1', [before.size]);
    await database.query('DELETE FROM audit_checkpoints WHERE size > $1', [before.size]);
    await restart();
    expect(await verdict(kept)).toMatch(/^The log was rolled back: it has \d+ events and once had \d+\.$/);
    await record(20);
    expect(await verdict(kept)).toMatch(/^The log was rewritten/);
  });
});

it('a checkpoint stays provable where the database has it no more', async () => {
  const old = await opened(await note());
  await record(300);
  await database.query('DELETE FROM audit_checkpoints WHERE size < (SELECT max(size) FROM audit_checkpoints)');
  await restart();
  await record(3);
  const last = await opened(await note());
  expect(last.origin).toBe(old.origin);
  const { body } = await app.call('GET', `/admin/audit/consistency?first=${old.size}&second=${last.size}`, { headers });
  const path = (body as { consistencyPath: string[] }).consistencyPath.map((hash) => Buffer.from(hash, 'base64'));
  expect(isConsistent(old, last, path)).toBe(true);
});
