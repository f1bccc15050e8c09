import Table from 'cli-table3';
import stringWidth from 'string-width';
import { plainText } from './plain-text.js';
import { textOf, valueAt, type Column } from './resource.js';

const GAP = 2;
/** Less of a text tells nothing. */
const MIN_WIDTH = 12;
const BOLD = ['\u001b[1m', '\u001b[22m'] as const;
const NO_BORDERS = Object.fromEntries(
  ['top', 'bottom', 'left', 'right', 'mid'].flatMap((side) =>
    ['', '-mid', '-left', '-right'].map((part) => [side + part, '']),
  ),
);

/** The columns of a table that fit, and how wide each is. */
export interface Layout {
  readonly columns: readonly Column[];
  readonly widths: readonly number[];
  /** The titles of those for which there was no room. */
  readonly leftOut: readonly string[];
}

/** @param items those that decide how wide a column has to be; @param width of the terminal, Infinity where there is none. */
export function layOut(columns: readonly Column[], items: readonly unknown[], width: number): Layout {
  const natural = columns.map(({ title, field }) =>
    Math.max(stringWidth(title), ...items.map((item) => stringWidth(cellOf(item, field)))),
  );
  const least = natural.map((wide, n) => (columns[n]!.mayBeCut ? Math.min(wide, MIN_WIDTH) : wide));
  let count = columns.length;
  while (count > 1 && totalOf(least.slice(0, count)) > width) count--;
  let room = width - totalOf(least.slice(0, count));
  const widths = least.slice(0, count).map((wide, n) => {
    const more = Math.max(0, Math.min(natural[n]! - wide, room));
    room -= more;
    return wide + more;
  });
  return { columns: columns.slice(0, count), widths, leftOut: columns.slice(count).map(({ title }) => title) };
}

export function headOf({ columns, widths }: Layout, inColour: boolean): string {
  const [on, off] = inColour ? BOLD : ['', ''];
  return render([columns.map(({ title }) => `${on}${title}${off}`)], widths);
}

export function rowsOf(items: readonly unknown[], { columns, widths }: Layout): string {
  return render(
    items.map((item) => columns.map(({ field }) => cellOf(item, field))),
    widths,
  );
}

/** A line for each field of one thing. */
export function recordOf(item: unknown, fields: readonly string[]): string {
  const wide = Math.max(...fields.map((field) => field.length)) + GAP;
  return fields.map((field) => `${field.padEnd(wide)}${cellOf(item, field)}`.trimEnd() + '\n').join('');
}

function render(rows: readonly string[][], widths: readonly number[]): string {
  const table = new Table({
    chars: { ...NO_BORDERS, middle: ' '.repeat(GAP) },
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
    colWidths: [...widths],
  });
  table.push(...rows);
  return `${table.toString().replace(/ +$/gm, '')}\n`;
}

/** Times to the second: what is finer tells people nothing. */
function cellOf(item: unknown, field: string): string {
  const text = textOf(valueAt(item, field)).replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\.\d+Z$/, '$1Z');
  return plainText(text);
}

function totalOf(widths: readonly number[]): number {
  return widths.reduce((sum, wide) => sum + wide, 0) + GAP * (widths.length - 1);
}
