import { v7 as uuidV7 } from 'uuid';

const MAX_SEQUENCE = 0x7fff_ffff;
let sequence = 0;

/** A uuid v7 of the millisecond `at`. Those of one millisecond follow each other in the order in which they were made here. */
export function timeOrderedId(at: Date): string {
  sequence = sequence === MAX_SEQUENCE ? 0 : sequence + 1;
  return uuidV7({ msecs: at.getTime(), seq: sequence });
}

/** Every uuid v7 of the millisecond `at` or later is at or above this, and every earlier one below it. */
export function firstIdAt(at: Date): string {
  const hex = Math.max(0, at.getTime()).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-0000-0000-000000000000`;
}
