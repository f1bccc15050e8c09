import { findFreePort } from '../../src/embedded-postgres/free-port.js';

/** What GET /metrics said, by series: `name{label="value"}` with its labels in the order of their names. */
export class Scrape {
  private constructor(
    readonly status: number,
    readonly contentType: string | null,
    readonly text: string,
    private readonly values: ReadonlyMap<string, number>,
  ) {}

  static async of(port: number): Promise<Scrape> {
    const response = await fetch(`http://127.0.0.1:${port}/metrics`);
    const text = await response.text();
    const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    const values = new Map(lines.map((line) => read(line)));
    if (values.size !== lines.length) throw new Error('A series comes twice');
    return new Scrape(response.status, response.headers.get('content-type'), text, values);
  }

  get series(): string[] {
    return [...this.values.keys()];
  }

  /** The names of the metrics that have a type, whether they have values or not. */
  get names(): string[] {
    return [...this.text.matchAll(/^# TYPE (\S+) /gm)].map(([, name]) => name!);
  }

  /** @returns undefined where there is no such series. */
  value(name: string, labels: Readonly<Record<string, string>> = {}): number | undefined {
    return this.values.get(keyOf(name, Object.entries(labels)));
  }

  /** By how much the value is larger than in an earlier scrape; what was not there was 0. */
  since(before: Scrape, name: string, labels: Readonly<Record<string, string>> = {}): number {
    return (this.value(name, labels) ?? 0) - (before.value(name, labels) ?? 0);
  }
}

/** The environment of an instance that serves metrics, and its port. */
export async function metricsEnv(): Promise<{ port: number; env: Record<string, string> }> {
  const port = await findFreePort();
  return { port, env: { METRICS_PORT: String(port) } };
}

function read(line: string): [string, number] {
  const [, name, labels = '', value] = /^([a-zA-Z_:]\w*)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
  if (name === undefined) throw new Error(`Not a sample: ${line}`);
  const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, label, text]) => [label!, text!] as const);
  return [keyOf(name, pairs), value === 'Nan' ? NaN : Number(value)];
}

function keyOf(name: string, labels: readonly (readonly [string, string])[]): string {
  const sorted = labels.map(([label, value]) => `${label}="${value}"`).sort();
  return sorted.length === 0 ? name : `${name}{${sorted.join(',')}}`;
}
