import { AppError } from '../../common/app-error.js';

export const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 500;
const MAX_TEXT = 256;
/** Of a cursor that holds a text of 256 characters. */
const MAX_CURSOR = 2_048;
/** RFC 3339, section 5.6. */
export const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/i;

/** The parameters of a request. Each function below throws AppError `invalid_request` that names a bad one. */
export type Query = Readonly<Record<string, unknown>>;

/** The `limit` of a list. */
export function parseLimit(query: Query): number {
  const limit = parseWhole(query, 'limit') ?? DEFAULT_LIMIT;
  if (limit < 1 || limit > MAX_LIMIT) throw invalid('limit', `limit must be a whole number from 1 to ${MAX_LIMIT}`);
  return limit;
}

/** A cursor says nothing to those who pass it on, so that what it holds can change. */
export function writeCursor(position: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** @returns what `writeCursor` was given; nothing for a text that it did not write. */
export function readCursor(text: string): readonly unknown[] {
  try {
    const position: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return Array.isArray(position) ? position : [];
  } catch {
    return [];
  }
}

export function parseInstant(query: Query, name: string): Date | undefined {
  const text = parseText(query, name);
  if (text === undefined) return undefined;
  if (!isInstant(text)) throw invalid(name, `${name} must be an RFC 3339 time, such as 2026-01-31T08:00:00Z`);
  return new Date(text);
}

export function isInstant(value: unknown): value is string {
  return typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value));
}

export function parseOneOf<T extends string>(query: Query, name: string, values: readonly T[]): T | undefined {
  const text = parseText(query, name);
  if (text !== undefined && !values.includes(text as T)) {
    throw invalid(name, `${name} must be one of ${values.join(', ')}`);
  }
  return text as T | undefined;
}

export function parseBoolean(query: Query, name: string): boolean | undefined {
  const text = parseOneOf(query, name, ['true', 'false']);
  return text === undefined ? undefined : text === 'true';
}

export function parseWhole(query: Query, name: string): number | undefined {
  const text = parseText(query, name);
  if (text === undefined) return undefined;
  if (!/^\d{1,15}$/.test(text)) throw invalid(name, `${name} must be a whole number`);
  return Number(text);
}

/** The `after` of a list. @returns what is to follow; nothing where it is none of ours. */
export function parseCursor(query: Query): readonly unknown[] | undefined {
  const text = parseText(query, 'after', MAX_CURSOR);
  return text === undefined ? undefined : readCursor(text);
}

export function parseText(query: Query, name: string, maxLength = MAX_TEXT): string | undefined {
  const value = query[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'string') throw invalid(name, `${name} must be given once`);
  if (value === '' || value.length > maxLength || value.includes('\0')) {
    throw invalid(name, `${name} must be a text of 1 to ${maxLength} characters`);
  }
  return value;
}

export function invalid(field: string, message: string): AppError {
  return new AppError('invalid_request', message, { details: { fields: [{ field, message }] } });
}
