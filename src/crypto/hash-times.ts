import { randomInt } from 'node:crypto';
import { performance } from 'node:perf_hooks';

interface Measurement {
  /** Monotonic milliseconds. */
  readonly at: number;
  readonly ms: number;
}

const KEPT = 32;
/** Measurements of these last seconds say how long the next hash takes under the present load. */
const LOAD_MS = 5_000;
/** Measurements of these last seconds say how times vary. Shorter than the time after which idle threads end. */
const SPREAD_MS = 20_000;
/** How many measurements are enough for a median and a spread. */
const ENOUGH = 8;
/** bcrypt does 2^cost rounds; what one takes before any was measured. */
const ASSUMED_MS_PER_ROUND = 0.05;

/** How long bcrypt takes on this machine: the last measurements, by cost. */
export class HashTimes {
  private readonly byCost = new Map<number, Measurement[]>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  note(cost: number, ms: number): void {
    const kept = this.byCost.get(cost) ?? [];
    kept.push({ at: this.now(), ms });
    if (kept.length > KEPT) kept.shift();
    this.byCost.set(cost, kept);
  }

  /**
   * The median under the present load. Where little was measured lately there is no load, so it is the fastest time:
   * the first hashes of a storm are slow only because so many requests are read at once.
   */
  expectedMs(cost: number): number {
    const all = this.last(cost, Infinity);
    if (all.length === 0) return this.msPerRound() * 2 ** cost;
    const recent = this.last(cost, LOAD_MS).sort((left, right) => left - right);
    return recent.length < ENOUGH ? Math.min(...all) : recent[recent.length >> 1]!;
  }

  /** One of the last measurements, at random; undefined where they are too few. */
  sampleMs(cost: number): number | undefined {
    const times = this.last(cost, SPREAD_MS);
    return times.length < ENOUGH ? undefined : times[randomInt(times.length)];
  }

  private last(cost: number, maxAgeMs: number): number[] {
    const since = this.now() - maxAgeMs;
    return (this.byCost.get(cost) ?? []).filter(({ at }) => at >= since).map(({ ms }) => ms);
  }

  /** By other costs, where there are any. */
  private msPerRound(): number {
    const known = [...this.byCost.keys()].map((cost) => this.expectedMs(cost) / 2 ** cost);
    return known.length === 0 ? ASSUMED_MS_PER_ROUND : Math.min(...known);
  }
}
