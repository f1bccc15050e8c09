/** A histogram in plain numbers: to count one value is a few comparisons and two additions. */
export class BucketCounts {
  /** How many values lie at or below each bound and above the one before; the last of all: above every bound. */
  readonly counts: number[];
  /** Of all values. */
  sum = 0;

  /** @param bounds the upper bounds of the buckets, the lowest first, in the unit of the values. */
  constructor(readonly bounds: readonly number[]) {
    this.counts = new Array<number>(bounds.length + 1).fill(0);
  }

  add(value: number): void {
    let bucket = 0;
    while (bucket < this.bounds.length && value > this.bounds[bucket]!) bucket++;
    this.counts[bucket]!++;
    this.sum += value;
  }
}
