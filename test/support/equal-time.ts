import { performance } from 'node:perf_hooks';

export const PAIRS = 300;
/**
 * About one run in a million fails though nothing differs (two-sided, per test). With so many pairs a difference as
 * large as the samples' spread is found every time, and a hash left out is many times that.
 */
export const MAX_Z = 4.9;

/** Mann-Whitney U, as a standard normal deviate: how far the ranks of `one` are from those of `other`. */
export function rankSumZ(one: readonly number[], other: readonly number[]): number {
  const all = [...one.map((value) => ({ value, first: true })), ...other.map((value) => ({ value, first: false }))];
  all.sort((left, right) => left.value - right.value);
  const rankSum = all.reduce((sum, { first }, index) => sum + (first ? index + 1 : 0), 0);
  const [n, m] = [one.length, other.length];
  const u = rankSum - (n * (n + 1)) / 2;
  return (u - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12);
}

/** Calls both in turns, the first of a pair by lot. @returns how far apart the times are that they took. */
export async function compare(
  one: (n: number) => Promise<unknown>,
  other: (n: number) => Promise<unknown>,
  pairs = PAIRS,
): Promise<number> {
  const times: [number[], number[]] = [[], []];
  for (let n = -20; n < pairs; n++) {
    for (const which of Math.random() < 0.5 ? ([0, 1] as const) : ([1, 0] as const)) {
      const start = performance.now();
      await (which === 0 ? one(n) : other(n));
      if (n >= 0) times[which].push(performance.now() - start);
    }
  }
  return Math.abs(rankSumZ(...times));
}
