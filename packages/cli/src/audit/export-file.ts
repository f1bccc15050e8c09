import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import { Fault, readCheckpoint, type Checkpoint } from './checkpoint.js';

/** No event and no last line is longer. */
const MAX_LINE_BYTES = 1 << 20;

/** The last line of an export. */
export interface Seal {
  /** A signed note. */
  readonly note: string;
  readonly checkpoint: Checkpoint;
  /** The leaf of the first line. */
  readonly first: number;
  /** The roots of the complete subtrees before it. */
  readonly left: Buffer[];
}

interface SealFields {
  readonly checkpoint?: unknown;
  readonly first?: unknown;
  readonly size?: unknown;
  readonly left?: unknown;
}

/** The last line, which has the checkpoint, and where in the file it begins. */
export function readLastLine(file: string): { readonly text: string; readonly offset: number } {
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    const tail = Buffer.alloc(Math.min(size, MAX_LINE_BYTES));
    readSync(descriptor, tail, 0, tail.length, size - tail.length);
    const end = tail.at(-1) === 0x0a ? tail.length - 1 : tail.length;
    const start = end > 0 ? tail.lastIndexOf(0x0a, end - 1) + 1 : 0;
    return { text: tail.toString('utf8', start, end), offset: size - tail.length + start };
  } finally {
    closeSync(descriptor);
  }
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What the last line says of the lines before it. @throws Fault where it contradicts itself. */
export function readSeal(text: string): Seal {
  const { checkpoint: note, first, size, left = [] } = (parseJson(text) ?? {}) as SealFields;
  if (typeof note !== 'string')
    throw new Fault('The file was cut off, or its last line was changed: it has no checkpoint.');
  const checkpoint = readCheckpoint(note);
  if (!checkpoint) throw new Fault('The checkpoint in the last line is malformed.');
  if (checkpoint.size !== size) {
    throw new Fault(
      `The last line says that the log has ${String(size)} events, its checkpoint says ${checkpoint.size}.`,
    );
  }
  const hashes = Array.isArray(left) ? left.map((encoded) => Buffer.from(String(encoded), 'base64')) : [];
  const isWhole = isLeaf(first) && first <= checkpoint.size && hashes.length === countOnes(first);
  if (!isWhole || hashes.some(({ length }) => length !== 32)) {
    throw new Fault('"first" and "left" in the last line do not belong together.');
  }
  return { note, checkpoint, first, left: hashes };
}

function isLeaf(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function countOnes(number: number): number {
  return number.toString(2).replaceAll('0', '').length;
}

/** The lines before `offset`, as many at a time as were read at once. */
export async function* readLines(file: string, offset: number): AsyncGenerator<Buffer[], void, undefined> {
  if (offset === 0) return;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(file, { end: offset - 1, highWaterMark: MAX_LINE_BYTES })) {
    const bytes: Buffer = rest.length > 0 ? Buffer.concat([rest, chunk as Buffer]) : (chunk as Buffer);
    const lines: Buffer[] = [];
    let start = 0;
    for (let end; (end = bytes.indexOf(0x0a, start)) >= 0; start = end + 1) lines.push(bytes.subarray(start, end));
    yield lines;
    rest = bytes.subarray(start);
    if (rest.length > MAX_LINE_BYTES) throw new Fault('One line is longer than any event.');
  }
}
