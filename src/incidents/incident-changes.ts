import { deflateRawSync } from 'node:zlib';
import type { IncidentAction } from '../common/incident.js';
import { BITS_PER_CHUNK, type Change } from '../database/changes/change.js';
import { placesIn, type RevocationBits } from '../tokens/revocation-bits.js';

/** Up to so many are told one by one, and followers of the stream need not load the status lists again. */
const MAX_SINGLE = 10_000;
const CHUNKS_PER_CHANGE = 64;

const SINGLE = { revoke: 'tokens_revoked', suspend: 'tokens_suspended', restore: 'tokens_restored' } as const;

/** What all instances are told of these tokens. @param count how many they are. */
export function changesOf(action: IncidentAction, bits: RevocationBits, count: number): Change[] {
  if (count === 0) return [];
  if (count <= MAX_SINGLE) return [{ type: SINGLE[action], idxs: indexesIn(bits) }];
  const chunks = [...bits.entries()].map(([number, bytes]) => ({
    number,
    bits: deflateRawSync(bytes).toString('base64'),
  }));
  const changes: Change[] = [];
  for (let from = 0; from < chunks.length; from += CHUNKS_PER_CHANGE) {
    changes.push({ type: 'token_chunks_changed', action, chunks: chunks.slice(from, from + CHUNKS_PER_CHANGE) });
  }
  return changes;
}

function indexesIn(bits: RevocationBits): number[] {
  return [...bits.entries()].flatMap(([number, bytes]) => placesIn(bytes).map((at) => number * BITS_PER_CHUNK + at));
}
