import { appendFile, open, truncate } from 'node:fs/promises';
import { dataOf, type TesseraClient } from '@tessera-auth/client';
import { usageFault } from '../exit-codes.js';
import type { Terminal } from '../terminal.js';
import { readCheckpoint } from './checkpoint.js';
import { exportLog, type Exported } from './export-log.js';
import { parseJson, readLastLine, readLines } from './export-file.js';

/** What of a log a file has so far. */
interface Beginning {
  readonly epoch: number;
  /** The leaf of its first line. */
  readonly first: number;
  /** How many whole lines it has. */
  readonly lines: number;
}

/**
 * Goes on with an export that broke off, in its file: the first line tells what it is an export of. The last line is
 * written anew at the end, for all of the file.
 * @throws CommandFailure `usage` where there is nothing to go on with.
 */
export async function resumeExport(
  client: TesseraClient,
  file: string,
  last: number | undefined,
  terminal: Pick<Terminal, 'onInterrupt'>,
): Promise<Exported> {
  const { epoch, first, lines } = await readBeginning(client, file);
  const query = { epoch, first: first + lines, ...(last !== undefined && { last }) };
  const exported = await exportLog(client, query, terminal, (chunk) => appendFile(file, chunk));
  if (exported.brokenOffBy === undefined) await sealWhole(client, file, epoch, first);
  return { ...exported, lines: lines + exported.lines };
}

async function readBeginning(client: TesseraClient, file: string): Promise<Beginning> {
  const { size } = await stat(file);
  let lines = 0;
  let bytes = 0;
  let firstLine: string | undefined;
  let lastLine: Buffer | undefined;
  for await (const some of readLines(file, size)) {
    firstLine ??= some[0]?.toString('utf8');
    lastLine = some.at(-1) ?? lastLine;
    lines += some.length;
    bytes += some.reduce((sum, line) => sum + line.length + 1, 0);
  }
  const { id } = (parseJson(firstLine ?? '') ?? {}) as { readonly id?: unknown };
  if (typeof id !== 'string')
    throw usageFault(`${file} does not begin with an event of a log: export it from the beginning.`);
  if (hasCheckpoint(lastLine)) throw usageFault(`${file} is complete: its last line has the checkpoint.`);
  await truncate(file, bytes);
  const proof = await dataOf(client.GET('/admin/audit/events/{id}/proof', { params: { path: { id } } }));
  return { epoch: epochOf(proof.checkpoint), first: proof.leafIndex, lines };
}

/** The last line signs what was fetched last, from its first leaf on; the file begins earlier. */
async function sealWhole(client: TesseraClient, file: string, epoch: number, first: number): Promise<void> {
  const { text, offset } = readLastLine(file);
  const { checkpoint, size } = parseJson(text) as { readonly checkpoint: string; readonly size: number };
  const left = first > 0 ? await leftOf(client, epoch, first) : undefined;
  await truncate(file, offset);
  await appendFile(file, `${JSON.stringify({ checkpoint, first, size, ...(left && { left }) })}\n`);
}

/** The compact range before a leaf, which stands in the last line of every export from there on. */
async function leftOf(client: TesseraClient, epoch: number, first: number): Promise<readonly string[] | undefined> {
  const query = { epoch, first, last: first };
  const text = await dataOf<string | undefined>(
    client.GET('/admin/audit/export', { params: { query }, parseAs: 'text' }),
  );
  const seal = parseJson((text ?? '').trimEnd().split('\n').at(-1) ?? '') as {
    readonly left?: readonly string[];
  };
  return seal.left;
}

function hasCheckpoint(line: Buffer | undefined): boolean {
  const { checkpoint } = (parseJson(line?.toString('utf8') ?? '') ?? {}) as { readonly checkpoint?: unknown };
  return typeof checkpoint === 'string';
}

/** The origin of a log ends with its number. */
function epochOf(note: string): number {
  return Number(readCheckpoint(note)?.origin.split('/').at(-1));
}

async function stat(file: string): Promise<{ readonly size: number }> {
  const handle = await open(file);
  try {
    return await handle.stat();
  } finally {
    await handle.close();
  }
}
