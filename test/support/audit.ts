import { setTimeout as delay } from 'node:timers/promises';
import { expect } from '@jest/globals';
import { CheckpointKeyService } from '../../src/audit/checkpoints/checkpoint-key.service.js';
import { openCheckpoint } from '../../src/audit/checkpoints/checkpoint.js';
import { parseVerifierKey } from '../../src/audit/checkpoints/signed-note.js';
import { CompactRange } from '../../src/audit/merkle/compact-range.js';
import { leafHash } from '../../src/audit/merkle/hashes.js';
import { consistencyLeaves, isConsistent } from '../../src/audit/merkle/proofs.js';
import { TreeReader } from '../../src/audit/tree-reader.service.js';
import { AuditSealer } from '../../src/audit/sealing/audit-sealer.service.js';
import { SYSTEM } from '../../src/common/actor.js';
import { auditEventOf, payloadOf, type AuditEvent } from '../../src/common/audit-event.js';
import { AuditEventRepository } from '../../src/database/repositories/audit-event.repository.js';
import { AuditPartitionRepository } from '../../src/database/repositories/audit-partition.repository.js';
import { TransactionRunner } from '../../src/database/transactions.js';
import type { TestApp } from './test-app.js';
import type { TestDatabase } from './test-database.js';

export type EventDraft = Partial<Omit<AuditEvent, 'id'>>;

/** The texts of events as they are hashed. */
export function payloadsOf(events: readonly AuditEvent[]): string[] {
  return events.map(payloadOf);
}

export function draftEvent(now: Date, draft: EventDraft = {}): AuditEvent {
  const event = { action: 'tokens.listed', target: { type: 'tokens', id: null, name: null } } as const;
  return { ...auditEventOf({ actor: SYSTEM, event }, draft.time === undefined ? now : new Date(draft.time)), ...draft };
}

/** Inserts events of the audit log, all of them in one transaction. */
export async function recordEvents(app: TestApp, drafts: readonly EventDraft[]): Promise<AuditEvent[]> {
  const events = drafts.map((draft) => draftEvent(app.clock.now(), draft));
  await app
    .get(TransactionRunner)
    .run((transaction) => app.get(AuditEventRepository).insert(transaction, payloadsOf(events)));
  return events;
}

/** Returns when every event that was committed before is in the tree, whoever sealed it. */
export async function sealAll(app: TestApp, database: TestDatabase): Promise<void> {
  for (;;) {
    await app.get(AuditSealer).seal();
    const left = await database.query('SELECT FROM audit_unsealed LIMIT 1');
    if (left.length === 0) return;
    await delay(5);
  }
}

/** Does `work` while another transaction holds the place of the one that seals. */
export function whileNobodySeals<T>(app: TestApp, work: () => Promise<T>): Promise<T> {
  return app.get(TransactionRunner).run(async (transaction) => {
    await app.get(AuditPartitionRepository).lock(transaction);
    return work();
  });
}

/**
 * The ids of the events of `recordEvents` in the order of an epoch's leaves, and of the one that began it, after the
 * whole epoch was held against each of its checkpoints.
 */
export async function verifiedIds(app: TestApp, database: TestDatabase, epoch = 0): Promise<string[]> {
  const rows = await database.query<{ payload: string; leaf: string }>(
    'SELECT payload, leaf FROM audit_events WHERE epoch = $1 ORDER BY leaf',
    [epoch],
  );
  expect(rows.map(({ leaf }) => Number(leaf))).toEqual(rows.map((_, n) => n));
  const checkpoints = await database.query<{ note: string }>(
    'SELECT note FROM audit_checkpoints WHERE epoch = $1 ORDER BY size',
    [epoch],
  );
  const [{ origin } = { origin: '' }] = await database.query<{ origin: string }>(
    'SELECT origin FROM audit_epochs WHERE epoch = $1',
    [epoch],
  );
  const verifier = parseVerifierKey(app.get(CheckpointKeyService).verifierKey(origin));
  const range = CompactRange.empty();
  const trees = checkpoints.map(({ note }) => openCheckpoint(note, verifier)!);
  for (const { size, root } of trees) {
    for (const { payload } of rows.slice(range.size, size)) range.append(leafHash(payload));
    expect([range.size, range.root()]).toEqual([size, root]);
  }
  expect(range.size).toBe(rows.length);
  await expectConsistent(app, epoch, trees);
  const events = rows.map(({ payload }) => JSON.parse(payload) as AuditEvent);
  return events.filter(({ action }) => /^(tokens\.listed|audit\.epoch_started)$/.test(action)).map(({ id }) => id);
}

async function expectConsistent(app: TestApp, epoch: number, trees: { size: number; root: Buffer }[]): Promise<void> {
  const last = trees.at(-1)!;
  for (const tree of trees.filter(({ size }) => size > 0)) {
    const path = await app.get(TreeReader).prove(epoch, consistencyLeaves(tree.size, last.size));
    expect(isConsistent(tree, last, path)).toBe(true);
  }
}
