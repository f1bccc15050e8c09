import type { KeyObject } from 'node:crypto';
import { HASH_BYTES } from '../merkle/hashes.js';
import { openNote, signNote, type NoteVerifier } from './signed-note.js';

/** What a log was at some moment (c2sp.org/tlog-checkpoint). */
export interface Checkpoint {
  /** Which log. */
  readonly origin: string;
  /** How many leaves it had. */
  readonly size: number;
  readonly root: Buffer;
}

/** The signed note of a checkpoint. The name of the key is the origin. */
export function signCheckpoint({ origin, size, root }: Checkpoint, privateKey: KeyObject): string {
  return signNote(`${origin}\n${size}\n${root.toString('base64')}\n`, origin, privateKey);
}

/** @returns undefined where the note is no checkpoint, or `verifier` did not sign it. */
export function openCheckpoint(note: string, verifier: NoteVerifier): Checkpoint | undefined {
  const [origin = '', size = '', encoded = ''] = openNote(note, verifier)?.split('\n') ?? [];
  const root = Buffer.from(encoded, 'base64');
  const isWhole = /^(0|[1-9]\d{0,15})$/.test(size) && root.length === HASH_BYTES && root.toString('base64') === encoded;
  return isWhole && origin === verifier.name ? { origin, size: Number(size), root } : undefined;
}
