import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { Client } from 'pg';
import { verifyExport } from '../../../packages/cli/src/audit/verify-export.js';
import { openCheckpoint, type Checkpoint } from '../../../src/audit/checkpoints/checkpoint.js';
import { parseVerifierKey } from '../../../src/audit/checkpoints/signed-note.js';
import { CompactRange } from '../../../src/audit/merkle/compact-range.js';
import { leafHash } from '../../../src/audit/merkle/hashes.js';
import { basic, PASSWORD } from '../test-app.js';
import { until } from '../verification-paths.js';

const UNSEALED = 'SELECT FROM audit_unsealed LIMIT 1';

export interface LogProof {
  readonly events: number;
  readonly checkpoints: number;
  /** Checkpoints, stored or seen from outside before a kill, that are not of the log as it is. */
  readonly foreign: string[];
  /** What `tessera audit verify` says of the exported log, held against the first checkpoint that was seen. */
  readonly verdict: string;
}

/** The log's last checkpoint, as anybody sees it. */
export async function readCheckpoint(url: string): Promise<string> {
  return (await fetch(`${url}/audit/checkpoint`)).text();
}

/**
 * Builds the tree anew from the events and compares its root at the size of each checkpoint. Those that hold are all of
 * one tree, so each is consistent with each earlier one.
 * @param seen checkpoints as they were read from outside, from the first on.
 */
export async function proveLog(url: string, client: Client, seen: readonly string[]): Promise<LogProof> {
  await until(async () => (await client.query(UNSEALED)).rows.length === 0);
  const key = (await (await fetch(`${url}/audit/key`)).text()).trim();
  const { rows: stored } = await client.query<{ note: string }>('SELECT note FROM audit_checkpoints');
  const { rows: events } = await client.query<{ payload: string }>(
    'SELECT payload FROM audit_events ORDER BY epoch, leaf',
  );
  const notes = [...new Set([...stored.map(({ note }) => note), ...seen])];
  const verdict = await verifyExport(await exportLog(url), { key, against: seen[0] }).catch(
    ({ message }: Error) => message,
  );
  return { events: events.length, checkpoints: notes.length, foreign: foreignOf(notes, key, events), verdict };
}

function foreignOf(notes: readonly string[], key: string, events: readonly { payload: string }[]): string[] {
  const verifier = parseVerifierKey(key);
  const trees = notes.map((note): [string, Checkpoint | undefined] => [note, openCheckpoint(note, verifier)]);
  const range = CompactRange.empty();
  const isOurs = (tree: Checkpoint | undefined): boolean => {
    if (!tree) return false;
    for (const { payload } of events.slice(range.size, tree.size)) range.append(leafHash(payload));
    return range.size === tree.size && range.root().equals(tree.root);
  };
  const bySize = trees.toSorted(([, one], [, two]) => (one?.size ?? 0) - (two?.size ?? 0));
  return bySize.filter(([, tree]) => !isOurs(tree)).map(([note]) => note);
}

async function exportLog(url: string): Promise<string> {
  const file = join(process.env.TESSERA_TEST_FOLDER!, 'export.jsonl');
  const response = await fetch(`${url}/admin/audit/export`, { headers: basic('admin', PASSWORD) });
  await pipeline(Readable.fromWeb(response.body as ReadableStream), createWriteStream(file));
  return file;
}
