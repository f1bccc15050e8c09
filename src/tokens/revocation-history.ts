import type { Change } from '../database/changes/change.js';
import type { LatestTokenChanges } from '../database/repositories/token-change.repository.js';

/** What several changes come to: of each token only how it ended up, so that in no order is anything undone again. */
export interface Outcome {
  readonly revoked: readonly number[];
  readonly suspended: readonly number[];
  readonly restored: readonly number[];
  /** Nothing counts any more that the keys of these names signed. */
  readonly kids: readonly string[];
}

interface HistoryEntry {
  /** The transactions of all entries before the first one of this number have ids below it, or come again later. */
  readonly below: bigint;
  readonly change: Change;
}

/** So many tokens and keys are known; with more, the status lists are the shorter way. */
export const MAX_KNOWN = 10_000;
/** At most so many different outcomes are kept, whichever are asked for. */
const MAX_OUTCOMES = 16;

/**
 * The latest of what happened to tokens, in memory, in the order in which it reached this instance: those who were cut
 * off go on from there, and however many they are, they cost the database nothing.
 */
export class RevocationHistory {
  private entries: HistoryEntry[] = [];
  private count = 0;
  /** What transactions from this id on did is known. Undefined: nothing is, before an entry of another number. */
  private from: bigint | undefined = 0n;
  private dropped: bigint | undefined;
  /** Numbers do not decrease, also where entries come before the first read after a load. */
  private least = 0n;
  private readonly outcomes = new Map<number, Outcome>();

  /** Begins again. */
  reset({ below, changes }: LatestTokenChanges): void {
    this.outcomes.clear();
    this.entries = [];
    this.count = 0;
    this.from = below;
    this.dropped = undefined;
    this.least = below;
    for (const { xid, change } of changes) {
      this.add(change, this.least);
      if (xid >= this.least) this.least = xid + 1n;
    }
  }

  /**
   * Adds a change; those that are not about tokens are left out.
   * @param below what was added before was done by transactions with ids below this, or is added again later.
   */
  add(change: Change, below: bigint): void {
    const size = sizeOf(change);
    if (size === 0) return;
    this.outcomes.clear();
    if (below > this.least) this.least = below;
    if (this.from === undefined && this.least === this.dropped) return;
    this.from ??= this.least;
    this.entries.push({ below: this.least, change });
    this.count += size;
    while (this.count > MAX_KNOWN) this.dropFirst();
  }

  /**
   * What transactions from `horizon` on did, perhaps with what others did before them. As long as nothing is added, the
   * same object for many horizons, so that what is made of it can be shared.
   * @returns undefined where some of it is not known any more.
   */
  since(horizon: bigint): Outcome | undefined {
    if (this.from === undefined || horizon < this.from) return undefined;
    const { entries } = this;
    const first = entries.findLastIndex(({ below }, index) => below <= horizon && entries[index - 1]?.below !== below);
    const step = Math.max(1, Math.ceil(entries.length / MAX_OUTCOMES));
    const start = Math.max(0, first - (first % step));
    const outcome = this.outcomes.get(start) ?? outcomeOf(entries.slice(start));
    this.outcomes.set(start, outcome);
    return outcome;
  }

  /** With all of its number. */
  private dropFirst(): void {
    this.dropped = this.entries[0]?.below;
    const next = this.entries.findIndex(({ below }) => below !== this.dropped);
    for (const { change } of this.entries.splice(0, next < 0 ? Infinity : next)) this.count -= sizeOf(change);
    this.from = this.entries[0]?.below;
  }
}

/** How many tokens and keys the change is about. Very many are more than the history holds. */
function sizeOf(change: Change): number {
  if (change.type === 'token_chunks_changed') return MAX_KNOWN + 1;
  if (change.type === 'signing_key_revoked') return 1;
  return 'idxs' in change ? change.idxs.length : 0;
}

function outcomeOf(entries: readonly HistoryEntry[]): Outcome {
  const [revoked, kids, isSuspended] = [new Set<number>(), new Set<string>(), new Map<number, boolean>()];
  for (const { change } of entries) {
    if (change.type === 'signing_key_revoked') kids.add(change.kid);
    for (const idx of 'idxs' in change ? change.idxs : []) {
      if (change.type === 'tokens_revoked') revoked.add(idx);
      else isSuspended.set(idx, change.type === 'tokens_suspended');
    }
  }
  const of = (state: boolean): number[] =>
    [...isSuspended].flatMap(([idx, is]) => (is === state && !revoked.has(idx) ? [idx] : []));
  return { revoked: [...revoked], suspended: of(true), restored: of(false), kids: [...kids] };
}
