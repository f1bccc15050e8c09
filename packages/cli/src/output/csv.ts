import { textOf, valueAt, type Resource } from './resource.js';

/** The names of the fields (RFC 4180). */
export function csvHead({ fields }: Resource): string {
  return lineOf(fields);
}

export function csvLine(item: unknown, { fields }: Resource): string {
  return lineOf(fields.map((field) => textOf(valueAt(item, field))));
}

function lineOf(values: readonly string[]): string {
  return `${values.map((value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join(',')}\r\n`;
}
