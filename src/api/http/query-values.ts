import { AppError } from '../../common/app-error.js';

const MAX_TEXT = 256;
/** RFC 3339, section 5.6. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/i;

/** The parameters of a query, or the members of a JSON object. */
export type Query = Readonly<Record<string, unknown>>;

/** @throws AppError `invalid_request` that names the parameter, as all of these. */
export function parseInstant(query: Query, name: string): Date | undefined {
  const text = parseText(query, name);
  if (text === undefined) return undefined;
  if (!isInstant(text)) throw invalidValue(name, `${name} must be an RFC 3339 time, such as 2026-01-31T08:00:00Z`);
  return new Date(text);
}

export function isInstant(value: unknown): value is string {
  return typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value));
}

export function parseOneOf<T extends string>(query: Query, name: string, values: readonly T[]): T | undefined {
  const text = parseText(query, name);
  if (text !== undefined && !values.includes(text as T)) {
    throw invalidValue(name, `${name} must be one of ${values.join(', ')}`);
  }
  return text as T | undefined;
}

export function parseWhole(query: Query, name: string): number | undefined {
  const text = parseText(query, name);
  if (text === undefined) return undefined;
  if (!/^\d{1,15}$/.test(text)) throw invalidValue(name, `${name} must be a whole number`);
  return Number(text);
}

/** Of `limit`. */
export function parseLimit(query: Query, byDefault: number, max: number): number {
  const limit = parseWhole(query, 'limit') ?? byDefault;
  if (limit < 1 || limit > max) throw invalidValue('limit', `limit must be a whole number from 1 to ${max}`);
  return limit;
}

export function parseText(query: Query, name: string): string | undefined {
  const value = query[name];
  if (value === undefined) return undefined;
  if (Array.isArray(value)) throw invalidValue(name, `${name} must be given once`);
  if (typeof value !== 'string' || value === '' || value.length > MAX_TEXT || value.includes('\0')) {
    throw invalidValue(name, `${name} must be a text of 1 to ${MAX_TEXT} characters`);
  }
  return value;
}

export function invalidValue(field: string, message: string): AppError {
  return new AppError('invalid_request', message, { details: { fields: [{ field, message }] } });
}
