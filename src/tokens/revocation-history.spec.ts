import { describe, expect, it } from '@jest/globals';
import type { Change } from '../database/changes/change.js';
import { RevocationHistory } from './revocation-history.js';

const revoked = (...idxs: number[]): Change => ({ type: 'tokens_revoked', idxs });
const suspended = (...idxs: number[]): Change => ({ type: 'tokens_suspended', idxs });
const restored = (...idxs: number[]): Change => ({ type: 'tokens_restored', idxs });
const manyTokens: Change = { type: 'token_chunks_changed', action: 'suspend', chunks: [] };

const revokedSince = (history: RevocationHistory, horizon: number) => history.since(BigInt(horizon))?.revoked;

function historyOf(...entries: readonly [below: number, change: Change][]): RevocationHistory {
  const history = new RevocationHistory();
  for (const [below, change] of entries) history.add(change, BigInt(below));
  return history;
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => from + n);

describe('RevocationHistory', () => {
  it('leaves out what was revoked below the horizon, and nothing else', () => {
    const history = historyOf([10, revoked(1, 2)], [20, revoked(3)], [20, revoked(4)], [30, revoked(5)]);
    const since = [0, 9, 10, 19, 20, 29, 30, 99].map((horizon) => revokedSince(history, horizon));
    const [all, from3, from5] = [[1, 2, 3, 4, 5], [3, 4, 5], [5]];
    expect(since).toEqual([all, all, all, all, from3, from3, from5, from5]);
  });

  it('tells of each token how it ended up, by the order of the changes', () => {
    const history = historyOf(
      [10, suspended(1, 2, 3, 4)],
      [11, restored(1, 2)],
      [12, suspended(2)],
      [13, revoked(4, 5)],
      [13, { type: 'signing_key_revoked', kid: 'key' }],
      [14, restored(4, 6)],
      [14, revoked(5)],
    );
    const outcomes = [0, 12, 13, 14].map((horizon) => history.since(BigInt(horizon)));
    expect(outcomes).toEqual([
      { revoked: [4, 5], suspended: [2, 3], restored: [1, 6], kids: ['key'] },
      { revoked: [4, 5], suspended: [2], restored: [6], kids: ['key'] },
      { revoked: [4, 5], suspended: [], restored: [6], kids: ['key'] },
      { revoked: [5], suspended: [], restored: [4, 6], kids: [] },
    ]);
  });

  it('knows nothing of before a change of very many tokens', () => {
    const history = historyOf([10, revoked(1)], [20, manyTokens], [20, restored(2)]);
    expect([0, 20, 99].map((horizon) => history.since(BigInt(horizon)))).toEqual([undefined, undefined, undefined]);
    history.add(restored(3), 30n);
    expect([29, 30].map((horizon) => history.since(BigInt(horizon)))).toEqual([
      undefined,
      { revoked: [], suspended: [], restored: [3], kids: [] },
    ]);
  });

  it('leaves out changes that are not about tokens', () => {
    const history = historyOf([10, revoked(1)], [20, { type: 'signing_keys_changed' }]);
    expect(revokedSince(history, 20)).toEqual([1]);
  });

  it('begins with an older entry where a number is below an earlier one', () => {
    const history = historyOf([10, revoked(1)], [30, revoked(2)], [20, revoked(3)], [40, revoked(4)]);
    const since = [15, 25, 30, 40].map((horizon) => revokedSince(history, horizon));
    expect(since).toEqual([[1, 2, 3, 4], [1, 2, 3, 4], [2, 3, 4], [4]]);
  });

  it('knows nothing of what it has forgotten: the oldest entries past 10,000 tokens, with all of their number', () => {
    const history = historyOf(
      [10, revoked(20_000)],
      [20, revoked(...range(0, 4_000))],
      [20, suspended(...range(4_000, 5_000))],
      [30, revoked(20_001)],
    );
    expect(revokedSince(history, 0)).toHaveLength(4_002);
    history.add(revoked(...range(5_000, 10_000)), 40n);
    expect([0, 19, 29].map((horizon) => revokedSince(history, horizon))).toEqual([undefined, undefined, undefined]);
    expect(revokedSince(history, 30)).toHaveLength(5_001);
  });

  it('knows nothing after too many at once, before it is told of others', () => {
    const history = historyOf([10, revoked(1)], [20, revoked(...range(0, 10_001))], [20, revoked(5)]);
    expect([0, 20, 99].map((horizon) => revokedSince(history, horizon))).toEqual([undefined, undefined, undefined]);
    history.add(revoked(6), 30n);
    expect([29, 30].map((horizon) => revokedSince(history, horizon))).toEqual([undefined, [6]]);
  });

  it('begins with what it is given, in its order, whose transactions may have later ids than those after them', () => {
    const history = historyOf([10, revoked(9)]);
    const changes = [suspended(1, 7), restored(1), revoked(2)];
    const xids = [20n, 15n, 30n];
    history.reset({ below: 12n, changes: changes.map((change, n) => ({ xid: xids[n]!, change })) });
    const all = { revoked: [2], suspended: [7], restored: [1], kids: [] };
    const afterFirst = { ...all, suspended: [] };
    expect([11, 12, 20, 21, 30].map((horizon) => history.since(BigInt(horizon)))).toEqual([
      undefined,
      all,
      all,
      afterFirst,
      afterFirst,
    ]);
    // What this instance commits before its next read has a number from before the load.
    history.add(revoked(3), 18n);
    expect([30, 31].map((horizon) => revokedSince(history, horizon))).toEqual([[2, 3], [3]]);
    history.reset({ below: 0n, changes: [] });
    expect(revokedSince(history, 0)).toEqual([]);
  });

  it('knows only what comes after it was given too much', () => {
    const history = new RevocationHistory();
    history.reset({ below: 0n, changes: [{ xid: 20n, change: revoked(...range(0, 10_001)) }] });
    expect(revokedSince(history, 21)).toBeUndefined();
    history.add(revoked(5), 15n);
    expect([20, 21].map((horizon) => revokedSince(history, horizon))).toEqual([undefined, [5]]);
  });

  it('gives few different outcomes, and each horizon all that it needs', () => {
    const history = historyOf(...range(0, 1_000).map((n): [number, Change] => [n, revoked(n)]));
    const lists = range(0, 1_000).map((horizon) => revokedSince(history, horizon)!);
    expect(new Set(lists).size).toBeLessThanOrEqual(16);
    expect(lists.every((list, horizon) => list.length >= 1_000 - horizon && list.at(-1) === 999)).toBe(true);
    expect(revokedSince(history, 500)).toBe(lists[500]);
    history.add(revoked(1_000), 1_000n);
    expect(revokedSince(history, 500)!.at(-1)).toBe(1_000);
  });
});
