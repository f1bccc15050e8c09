import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { IncidentAction } from '../common/incident.js';
import { Clock } from '../common/clock.js';
import type { TokenKind } from '../common/token-kind.js';
import type { TokenMatch } from '../common/token-match.js';
import { BITS_PER_CHUNK } from '../database/changes/change.js';
import { IncidentChunkRepository } from '../database/repositories/incident-chunk.repository.js';
import { IncidentTokenRepository } from '../database/repositories/incident-token.repository.js';
import type { Transaction } from '../database/transaction.js';
import { RevocationBits } from '../tokens/revocation-bits.js';
import { DueStatuses } from './due-statuses.js';

/** The tokens that an incident is about, as of a moment. */
export interface MatchedTokens {
  readonly bits: RevocationBits;
  readonly count: number;
  readonly byKind: ReadonlyMap<TokenKind, number>;
  /** How many users they are of. */
  readonly users: number;
}

type Status = 'active' | 'suspended';

/** To tokens of which status an action does something. */
const STATUSES: Readonly<Record<IncidentAction, readonly Status[]>> = {
  suspend: ['active'],
  revoke: ['active', 'suspended'],
  restore: ['suspended'],
};

/** The same, of those that `match` lets through. */
export function statusesOf(action: IncidentAction, { status }: TokenMatch): readonly Status[] {
  return STATUSES[action].filter((one) => status === undefined || one === status);
}

@Injectable()
export class MatchedTokensFinder {
  constructor(
    private readonly tokens: IncidentTokenRepository,
    private readonly chunks: IncidentChunkRepository,
    private readonly clock: Clock,
  ) {}

  /** Finds them as they are once every incident that has begun is done. */
  async find(action: IncidentAction, match: TokenMatch, transaction?: Transaction): Promise<MatchedTokens> {
    const matched = { bits: new RevocationBits(), count: 0, byKind: new Map<TokenKind, number>() };
    const owners = new Set<number>();
    const statuses = statusesOf(action, match);
    // Before the rows: what is marked in between and no longer due, the rows then say.
    const due = new DueStatuses(statuses.length > 0 ? await this.chunks.listDue() : []);
    const wanted = { match, statuses: due.isEmpty ? statuses : STATUSES.revoke, now: this.clock.now() };
    const found = statuses.length > 0 ? await this.tokens.find(wanted, transaction) : [];
    for (const { chunk, tokens } of found) {
      for (const { at, kind, userId, isSuspended } of tokens) {
        if (!(statuses as readonly string[]).includes(due.statusOf(chunk, at, isSuspended))) continue;
        matched.bits.add(chunk * BITS_PER_CHUNK + at);
        matched.count++;
        matched.byKind.set(kind, (matched.byKind.get(kind) ?? 0) + 1);
        owners.add(userId);
      }
      // Requests are served between two chunks: a million tokens are about 200 of them.
      await nextTurn();
    }
    return { ...matched, users: owners.size };
  }
}
