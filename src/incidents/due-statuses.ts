import { hasBit } from '@tessera-auth/verifier/protocol/status-bits';
import type { DueChunk } from '../database/repositories/incident-chunk.repository.js';

/** What tokens are by incidents that have not come to their rows yet. */
export class DueStatuses {
  private readonly chunks = new Map<number, DueChunk[]>();

  /** @param due in the order of the incidents. */
  constructor(due: readonly DueChunk[]) {
    for (const each of due) {
      const before = this.chunks.get(each.chunk);
      if (before) before.push(each);
      else this.chunks.set(each.chunk, [each]);
    }
  }

  get isEmpty(): boolean {
    return this.chunks.size === 0;
  }

  /**
   * @param at the token's place in its chunk.
   * @param isSuspended what its row says; it is not revoked.
   */
  statusOf(chunk: number, at: number, isSuspended: boolean): 'active' | 'suspended' | 'revoked' {
    let status: 'active' | 'suspended' = isSuspended ? 'suspended' : 'active';
    for (const { action, bits } of this.chunks.get(chunk) ?? []) {
      if (!hasBit(bits, at)) continue;
      if (action === 'revoke') return 'revoked';
      status = action === 'suspend' ? 'suspended' : 'active';
    }
    return status;
  }
}
