import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { signCheckpoint } from '../../src/audit/checkpoints/checkpoint.js';
import { formatVerifierKey } from '../../src/audit/checkpoints/signed-note.js';
import { CompactRange } from '../../src/audit/merkle/compact-range.js';
import { Fault } from '../../packages/cli/src/audit/checkpoint.js';
import { verifyExport } from '../../packages/cli/src/audit/verify-export.js';
import { leafHash } from '../../src/audit/merkle/hashes.js';
import { tessera } from '../support/tessera-command.js';

const ORIGIN = 'https://tessera.test/audit/0';
const OTHER_EPOCH = 'https://tessera.test/audit/1';
const { privateKey } = generateKeyPairSync('ed25519');
const KEY = formatVerifierKey({ name: ORIGIN, publicKey: createPublicKey(privateKey) });
const EVENTS = Array.from({ length: 40 }, (_, n) => JSON.stringify({ action: 'user.created', id: `event ${n}`, n }));

interface Verdict {
  readonly code: number;
  readonly says: string;
}

let folder: string;
let files = 0;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tessera-audit-verify-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function rangeOf(events: readonly string[]): CompactRange {
  const range = CompactRange.empty();
  for (const event of events) range.append(leafHash(event));
  return range;
}

function checkpointOf(events: readonly string[], origin = ORIGIN, key = privateKey): string {
  return signCheckpoint({ origin, size: events.length, root: rangeOf(events).root() }, key);
}

/** The last line of an export of `events` from leaf `first` on. */
function sealOf(events: readonly string[], first = 0, checkpoint = checkpointOf(events)): string {
  const left = rangeOf(events.slice(0, first)).hashes.map((hash) => hash.toString('base64'));
  return JSON.stringify({ checkpoint, first, size: events.length, ...(first > 0 && { left }) });
}

function write(content: string | Buffer): string {
  const file = join(folder, `${files++}`);
  writeFileSync(file, content);
  return file;
}

function writeExport(lines: readonly string[], seal = sealOf(lines)): string {
  return write([...lines, seal, ''].join('\n'));
}

async function run(...args: string[]): Promise<Verdict> {
  const { code, stdout, stderr } = await tessera(['audit', 'verify', ...args]);
  return { code, says: (stdout + stderr).trimEnd() };
}

/** What the command says of it, without a process of its own. @param old an older checkpoint. */
async function verify(file: string, old?: string): Promise<Verdict> {
  try {
    return { code: 0, says: await verifyExport(file, { key: KEY, against: old }) };
  } catch (error) {
    return { code: error instanceof Fault ? 1 : 2, says: (error as Error).message };
  }
}

/** Holds for each of a few dozen random cases. */
async function always<T>(cases: fc.Arbitrary<T>, check: (value: T) => Promise<void>): Promise<void> {
  await fc.assert(fc.asyncProperty(cases, check), { numRuns: 50 });
}

const positions = fc.nat(EVENTS.length - 1);

describe('an export as the server wrote it', () => {
  it('is confirmed, whatever part of the log it holds', async () => {
    await always(fc.integer({ min: 0, max: EVENTS.length }), async (first) => {
      const file = writeExport(EVENTS.slice(first), sealOf(EVENTS, first));
      expect(await verify(file)).toEqual({
        code: 0,
        says: `${ORIGIN}: ${40 - first} events from leaf ${first} on are as they were signed.`,
      });
    });
  });

  it('is confirmed to have grown from every older checkpoint', async () => {
    await always(fc.integer({ min: 0, max: EVENTS.length }), async (size) => {
      const old = checkpointOf(EVENTS.slice(0, size));
      expect(await verify(writeExport(EVENTS), old)).toEqual({
        code: 0,
        says: `${ORIGIN}: 40 events from leaf 0 on are as they were signed, and the log only grew since it had ${size}.`,
      });
    });
  });

  it('may hold no event, and end without a newline', async () => {
    expect(await verify(write(sealOf([])))).toEqual({
      code: 0,
      says: `${ORIGIN}: 0 events from leaf 0 on are as they were signed.`,
    });
  });
});

describe('an export that was tampered with', () => {
  it('has a flipped bit', async () => {
    const intact = Buffer.from(`${EVENTS.join('\n')}\n`);
    const inText = fc.nat(intact.length * 8 - 1);
    await always(inText, async (bit) => {
      const changed = Buffer.from(intact);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      const { code, says } = await verify(write(Buffer.concat([changed, Buffer.from(sealOf(EVENTS))])));
      expect(code).toBe(1);
      expect(says).toMatch(/was changed|missing|too many/);
    });
  });

  it('names the line that is no event any more', async () => {
    const lines = EVENTS.with(12, EVENTS[12]!.replace('"action"', '"action" '));
    expect(await verify(writeExport(lines.slice(3), sealOf(EVENTS, 3)))).toEqual({
      code: 1,
      says: 'Line 10 (leaf 12) was changed: it is not JSON as the log writes it.',
    });
  });

  it('has a changed event', async () => {
    await always(positions, async (n) => {
      const lines = EVENTS.with(n, EVENTS[n]!.replace('created', 'deleted'));
      expect(await verify(writeExport(lines, sealOf(EVENTS)))).toEqual({
        code: 1,
        says: 'At least one of the lines 1 to 40 (leaves 0 to 39) was changed, moved or replaced: they do not give the root that was signed.',
      });
    });
  });

  it('is narrowed down by an older checkpoint', async () => {
    const old = checkpointOf(EVENTS.slice(0, 30));
    const lines = EVENTS.with(35, EVENTS[35]!.replace('created', 'deleted')).slice(10);
    const { says } = await verify(writeExport(lines, sealOf(EVENTS, 10)), old);
    expect(says).toMatch('At least one of the lines 21 to 30 (leaves 30 to 39) was changed');
  });

  it('lacks an event', async () => {
    await always(positions, async (n) => {
      expect(await verify(writeExport(EVENTS.toSpliced(n, 1), sealOf(EVENTS)))).toEqual({
        code: 1,
        says: 'It holds 39 events, and was signed for the 40 from leaf 0 on: 1 is missing.',
      });
    });
  });

  it('has an event too many', async () => {
    await always(positions, async (n) => {
      const { code, says } = await verify(writeExport(EVENTS.toSpliced(n, 0, '{}'), sealOf(EVENTS)));
      expect({ code, says }).toEqual({
        code: 1,
        says: 'It holds 41 events, and was signed for the 40 from leaf 0 on: 1 is too many.',
      });
    });
  });

  it('has two events exchanged', async () => {
    await always(fc.uniqueArray(positions, { minLength: 2, maxLength: 2 }), async ([a, b]) => {
      const lines = EVENTS.with(a!, EVENTS[b!]!).with(b!, EVENTS[a!]!);
      const { code, says } = await verify(writeExport(lines, sealOf(EVENTS)));
      expect(code).toBe(1);
      expect(says).toMatch('was changed, moved or replaced');
    });
  });

  it('was cut off', async () => {
    const whole = Buffer.from([...EVENTS, sealOf(EVENTS)].join('\n'));
    await always(fc.nat(whole.length - 2), async (length) => {
      expect(await verify(write(whole.subarray(0, length)))).toEqual({
        code: 1,
        says: 'The file was cut off, or its last line was changed: it has no checkpoint.',
      });
    });
  });

  it('has a checkpoint that another key signed, or that was changed', async () => {
    const forger = generateKeyPairSync('ed25519').privateKey;
    const lines = EVENTS.slice(0, 20);
    const says = `The checkpoint in the last line was forged: it is not signed by the key ${KEY}.`;
    const forged = checkpointOf(lines, ORIGIN, forger);
    const changed = checkpointOf(EVENTS).replace(/\n40\n.*\n/, forged.match(/\n20\n.*\n/)![0]);
    const other = checkpointOf(lines, OTHER_EPOCH);
    for (const checkpoint of [forged, changed, other, checkpointOf(lines).replace(/\n— .*/, '')]) {
      expect(await verify(writeExport(lines, sealOf(lines, 0, checkpoint)))).toEqual({ code: 1, says });
    }
  });

  it('has a last line that contradicts itself', async () => {
    const seal = JSON.parse(sealOf(EVENTS, 6)) as Record<string, unknown>;
    const lines = EVENTS.slice(6);
    const withSeal = (change: object): Promise<Verdict> =>
      verify(writeExport(lines, JSON.stringify({ ...seal, ...change })));
    const apart = { code: 1, says: '"first" and "left" in the last line do not belong together.' };
    expect(await withSeal({ first: 7 })).toEqual(apart);
    expect(await withSeal({ first: -1 })).toEqual(apart);
    expect(await withSeal({ left: ['AAAA', 'AAAA'] })).toEqual(apart);
    expect((await withSeal({ first: 10 })).says).toMatch(
      /^It holds 34 events, and was signed for the 30 from leaf 10 on/,
    );
    expect((await withSeal({ left: (seal.left as string[]).toReversed() })).says).toMatch(
      'was changed, moved or replaced',
    );
    expect(await withSeal({ size: 41 })).toEqual({
      code: 1,
      says: 'The last line says that the log has 41 events, its checkpoint says 40.',
    });
    expect((await withSeal({ checkpoint: 'x' })).says).toBe('The checkpoint in the last line is malformed.');
  });
});

describe('a log held against an older checkpoint', () => {
  it('was rolled back', async () => {
    await always(positions, async (size) => {
      const old = checkpointOf(EVENTS);
      expect(await verify(writeExport(EVENTS.slice(0, size)), old)).toEqual({
        code: 1,
        says: `The log was rolled back: it has ${size} events and once had 40.`,
      });
    });
  });

  it('was rewritten, and signed again', async () => {
    await always(fc.tuple(positions, positions), async ([n, m]) => {
      const [changed, size] = [Math.min(n, m), Math.max(n, m) + 1];
      const lines = EVENTS.with(changed, '{}');
      expect(await verify(writeExport(lines), checkpointOf(EVENTS.slice(0, size)))).toEqual({
        code: 1,
        says: `The log was rewritten: its first ${size} events are not those of the older checkpoint.`,
      });
    });
  });

  it('is another log, or the older checkpoint was forged', async () => {
    const file = writeExport(EVENTS);
    const other = checkpointOf(EVENTS, OTHER_EPOCH);
    expect(await verify(file, other)).toEqual({
      code: 1,
      says: `The older checkpoint is of the log ${OTHER_EPOCH}, the file of ${ORIGIN}.`,
    });
    const forged = checkpointOf(EVENTS, ORIGIN, generateKeyPairSync('ed25519').privateKey);
    expect((await verify(file, forged)).says).toMatch('The older checkpoint was forged');
    expect((await verify(file, 'x')).says).toBe('The older checkpoint is malformed.');
  });

  it('cannot be judged where the export begins later', async () => {
    const old = checkpointOf(EVENTS.slice(0, 4));
    expect(await verify(writeExport(EVENTS.slice(5), sealOf(EVENTS, 5)), old)).toEqual({
      code: 2,
      says: 'The file begins with leaf 5, too late for a checkpoint of 4 events: export from leaf 4 or an earlier one.',
    });
  });
});

describe('the command', () => {
  it('prints the verdict and ends with 0 or 1', async () => {
    const [old, file] = [write(checkpointOf(EVENTS.slice(0, 7))), writeExport(EVENTS)];
    expect(await run(file, '--key', write(`${KEY}\n`), '--against', old)).toEqual({
      code: 0,
      says: `${ORIGIN}: 40 events from leaf 0 on are as they were signed, and the log only grew since it had 7.`,
    });
    expect(await run(writeExport(EVENTS.slice(0, 5)), '--key', KEY, '--against', old)).toEqual({
      code: 1,
      says: 'The log was rolled back: it has 5 events and once had 7.',
    });
  });

  it('says that without a key no signature was checked', async () => {
    expect(await run(writeExport(EVENTS))).toEqual({
      code: 0,
      says: `${ORIGIN}: 40 events from leaf 0 on are as they were signed. The signature was not checked: give --key.`,
    });
  });

  it('ends with 2 where it is used wrongly', async () => {
    expect(await run()).toEqual({ code: 2, says: "error: missing required argument 'file'" });
    expect((await run('a', 'b')).code).toBe(2);
    expect(await run(join(folder, 'none'))).toEqual({ code: 2, says: expect.stringMatching('no such file') });
    expect(await run(writeExport(EVENTS), '--key', 'x')).toEqual({ code: 2, says: 'The key is not a verifier key.' });
    expect((await run('--who')).code).toBe(2);
  });
});
