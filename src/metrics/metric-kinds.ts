import { Counter, Gauge, type Histogram, type Registry } from 'prom-client';
import type { BucketCounts } from '../common/bucket-counts.js';

/** One series at a scrape: its labels and its value. */
export type Sample<Label extends string> = readonly [labels: Record<Label, string>, value: number];

interface Description<Label extends string> {
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly Label[];
}

/** A metric whose values are counted elsewhere and read at each scrape. */
type Described<Label extends string, Value> = Description<Label> & { readonly read: () => Value | Promise<Value> };

/** Adds a metric that only grows. */
export function addCounter<Label extends string = never>(
  registry: Registry,
  { name, help, labels = [], read }: Described<Label, readonly Sample<Label>[]>,
): void {
  new Counter<Label>({
    ...{ name, help, labelNames: labels, registers: [registry] },
    async collect() {
      this.reset();
      for (const [of, value] of await read()) this.inc(of, value);
    },
  });
}

/** Adds a metric that goes up and down. Without samples it is absent: its value is not known. */
export function addGauge<Label extends string = never>(
  registry: Registry,
  { name, help, labels = [], read }: Described<Label, readonly Sample<Label>[]>,
): void {
  new Gauge<Label>({
    ...{ name, help, labelNames: labels, registers: [registry] },
    async collect() {
      const samples = await read();
      this.reset();
      if (samples.length === 0 && labels.length === 0) this.remove();
      for (const [of, value] of samples) this.set(of, value);
    },
  });
}

/** Adds a metric of durations in seconds, which `read` has in milliseconds. The library's own costs 100 times as much. */
export function addHistogram<Label extends string = never>(
  registry: Registry,
  { name, help, read }: Described<Label, readonly (readonly [Record<Label, string>, BucketCounts])[]>,
): void {
  const get = async (): Promise<object> => {
    const values = (await read()).flatMap(([labels, counts]) => samplesOf(name, labels, counts));
    return { name, help, type: 'histogram', aggregator: 'sum', values };
  };
  // All that a registry asks of a metric.
  registry.registerMetric({ name, get } as unknown as Histogram);
}

function samplesOf(name: string, labels: Record<string, string>, { bounds, counts, sum }: BucketCounts): object[] {
  const seconds = [...bounds.map((bound) => String(bound / 1000)), '+Inf'];
  let total = 0;
  const buckets = counts.map((count, index) => {
    total += count;
    return { metricName: `${name}_bucket`, labels: { ...labels, le: seconds[index]! }, value: total };
  });
  return [
    ...buckets,
    { metricName: `${name}_sum`, labels, value: sum / 1000 },
    { metricName: `${name}_count`, labels, value: total },
  ];
}
