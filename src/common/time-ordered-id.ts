import { randomFillSync } from 'node:crypto';
import { v7 as uuidV7 } from 'uuid';

const RANDOM_BYTES = 16;
/** Random bytes for many ids at once: to ask the system for those of one costs as much as for those of a hundred. */
const pool = new Uint8Array(256 * RANDOM_BYTES);
let used = pool.length;

const MAX_SEQUENCE = 0x7fff_ffff;
let sequence = 0;

/** A uuid v7 of the millisecond `at`. Those of one millisecond follow each other in the order in which they were made here. */
export function timeOrderedId(at: Date): string {
  sequence = sequence === MAX_SEQUENCE ? 0 : sequence + 1;
  return uuidV7({ msecs: at.getTime(), seq: sequence, random: nextRandom() });
}

/** Bytes that no other id gets. */
function nextRandom(): Uint8Array {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  return pool.subarray(used, (used += RANDOM_BYTES));
}

/** Every uuid v7 of the millisecond `at` or later is at or above this, and every earlier one below it. */
export function firstIdAt(at: Date): string {
  const hex = Math.max(0, at.getTime()).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-0000-0000-000000000000`;
}
