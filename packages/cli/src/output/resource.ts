/** How one sort of thing is shown where it is not shown as JSON. */
export interface Resource {
  /** Where the values stand, such as `user.username`: the columns of CSV, and the lines of a single thing. */
  readonly fields: readonly string[];
  /** The columns of a table, the most important first; those that do not fit into the terminal are left out. */
  readonly columns: readonly Column[];
}

export interface Column {
  readonly title: string;
  readonly field: string;
  /** Of a text that may be cut where there is no room for all of it; an id is of no use then. */
  readonly mayBeCut?: boolean;
}

/** The value at `path`; undefined where something on the way is null. */
export function valueAt(item: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined,
      item,
    );
}

/** A value as one text: a list with spaces between, nothing for null. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(textOf).join(' ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
