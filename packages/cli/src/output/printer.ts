import { hasColour, write, type Terminal } from '../terminal.js';
import { csvHead, csvLine } from './csv.js';
import { plainJson, plainText } from './plain-text.js';
import type { Resource } from './resource.js';

export const FORMATS = ['table', 'json', 'jsonl', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

/** So many rows decide how wide the columns are, and so many are in memory at a time. */
const ROWS_AT_ONCE = 100;

/** Prints data on standard output, in one format, and words on standard error. */
export class Printer {
  private readonly format: Format;

  /** @param format by default a table on a terminal, and else JSON. */
  constructor(
    private readonly terminal: Terminal,
    format: Format | undefined,
  ) {
    this.format = format ?? (terminal.stdout.isTTY ? 'table' : 'json');
  }

  get isJson(): boolean {
    return this.format === 'json' || this.format === 'jsonl';
  }

  get isTable(): boolean {
    return this.format === 'table';
  }

  /** A line for people. */
  say(text: string): void {
    this.terminal.stderr.write(`${text.split('\n').map(plainText).join('\n')}\n`);
  }

  /** One thing: as JSON it is what the service sent. */
  async item(item: unknown, resource: Resource): Promise<void> {
    if (this.format === 'json') return this.write(`${plainJson(item, 2)}\n`);
    if (this.format === 'jsonl') return this.write(`${plainJson(item)}\n`);
    if (this.format === 'csv') return this.write(csvHead(resource) + csvLine(item, resource));
    const { recordOf } = await import('./table.js');
    return this.write(recordOf(item, resource.fields));
  }

  /** Many things, each written as it arrives: as JSON an array of what the service sent. */
  async list(items: AsyncIterable<unknown> | Iterable<unknown>, resource: Resource): Promise<void> {
    if (this.format === 'table') return this.table(chunksOf(items), resource);
    let count = 0;
    for await (const item of items) await this.write(this.listed(item, resource, count++));
    if (this.format === 'csv' && count === 0) await this.write(csvHead(resource));
    if (this.format === 'json') await this.write(count === 0 ? '[]\n' : '\n]\n');
  }

  private listed(item: unknown, resource: Resource, before: number): string {
    if (this.format === 'csv') return (before === 0 ? csvHead(resource) : '') + csvLine(item, resource);
    if (this.format === 'jsonl') return `${plainJson(item)}\n`;
    return `${before === 0 ? '[\n' : ',\n'}${plainJson(item)}`;
  }

  /** Things that arrive in batches over time, each printed at once: as JSON one a line. */
  async follow(batches: AsyncIterable<readonly unknown[]>, resource: Resource): Promise<void> {
    if (this.format === 'table') return this.table(batches, resource);
    if (this.format === 'csv') await this.write(csvHead(resource));
    for await (const batch of batches) {
      for (const item of batch) {
        await this.write(this.format === 'csv' ? csvLine(item, resource) : `${plainJson(item)}\n`);
      }
    }
  }

  private async table(chunks: AsyncIterable<readonly unknown[]>, { columns }: Resource): Promise<void> {
    const { stdout, env } = this.terminal;
    const { layOut, headOf, rowsOf } = await import('./table.js');
    const width = stdout.isTTY ? stdout.columns || 80 : Infinity;
    let layout: ReturnType<typeof layOut> | undefined;
    for await (const rows of chunks) {
      if (!layout) {
        layout = layOut(columns, rows, width);
        await this.write(headOf(layout, hasColour(stdout, env)));
      }
      await this.write(rowsOf(rows, layout));
    }
    if (!layout) this.say('There is none.');
    else if (layout.leftOut.length > 0) this.say(`Not shown for want of room: ${layout.leftOut.join(', ')}.`);
  }

  /** Data that is formatted already. */
  async write(text: string | Uint8Array): Promise<void> {
    await write(this.terminal.stdout, text);
  }
}

async function* chunksOf(items: AsyncIterable<unknown> | Iterable<unknown>): AsyncGenerator<unknown[]> {
  let rows: unknown[] = [];
  for await (const item of items) {
    rows.push(item);
    if (rows.length < ROWS_AT_ONCE) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}
