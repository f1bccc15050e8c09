import { AppError } from '../../common/app-error.js';
import { EVENT_OUTCOMES, SECURITY_ACTIONS } from '../../common/security-event.js';
import type { ExportRange } from '../../audit/audit-export.service.js';
import type { EventFilter } from '../../audit/audit-log.service.js';
import type { AuditPosition } from '../../database/repositories/audit-search.repository.js';

export const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 500;
const MAX_TEXT = 256;
/** RFC 3339, section 5.6. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/i;

type Query = Readonly<Record<string, unknown>>;

export interface EventQuery {
  readonly filter: EventFilter;
  readonly position: AuditPosition | undefined;
  readonly limit: number;
}

/** @throws AppError `invalid_request` that names the parameter that has a bad value. */
export function parseEventQuery(query: Query): EventQuery {
  const { after, position } = parseAfter(query);
  const before = parseInstant(query, 'before');
  const filter = {
    action: parseOneOf(query, 'action', SECURITY_ACTIONS),
    actor: parseText(query, 'actor'),
    target: parseText(query, 'target'),
    outcome: parseOneOf(query, 'outcome', EVENT_OUTCOMES),
    requestId: parseText(query, 'requestId'),
    after,
    before,
  };
  const limit = parseWhole(query, 'limit') ?? DEFAULT_LIMIT;
  if (limit < 1 || limit > MAX_LIMIT) throw invalid('limit', `limit must be a whole number from 1 to ${MAX_LIMIT}`);
  return { filter, position, limit };
}

/** @throws AppError `invalid_request`. */
export function parseExportQuery(query: Query): ExportRange {
  return {
    epoch: parseWhole(query, 'epoch'),
    first: parseWhole(query, 'first'),
    last: parseWhole(query, 'last'),
  };
}

/** @throws AppError `invalid_request`. */
export function parseGrowthQuery(query: Query): { first: number; second: number | undefined } {
  const first = parseWhole(query, 'first');
  if (first === undefined) throw invalid('first', 'first is required');
  return { first, second: parseWhole(query, 'second') };
}

/**
 * `after` is an instant, or the `next` of a page. A page that began after an instant says so in its `next`, so that the
 * following page ends there too.
 */
export function encodeCursor({ time, id }: { readonly time: string; readonly id: string }, after?: Date): string {
  return Buffer.from(JSON.stringify([time, id, after?.toISOString() ?? null])).toString('base64url');
}

function parseAfter(query: Query): { after?: Date; position?: AuditPosition } {
  const text = parseText(query, 'after');
  if (text === undefined) return {};
  if (INSTANT.test(text)) return { after: parseInstant(query, 'after') };
  try {
    const [time, id, after] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[];
    if (isInstant(time) && /^[0-9a-f-]{36}$/.test(String(id)) && (after === null || isInstant(after))) {
      return { position: { time: new Date(time), id: String(id) }, ...(after !== null && { after: new Date(after) }) };
    }
  } catch {
    // Said below.
  }
  throw invalid('after', 'after must be an RFC 3339 time or the next of a page of this list');
}

function parseInstant(query: Query, name: string): Date | undefined {
  const text = parseText(query, name);
  if (text === undefined) return undefined;
  if (!isInstant(text)) throw invalid(name, `${name} must be an RFC 3339 time, such as 2026-01-31T08:00:00Z`);
  return new Date(text);
}

function isInstant(value: unknown): value is string {
  return typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value));
}

function parseOneOf<T extends string>(query: Query, name: string, values: readonly T[]): T | undefined {
  const text = parseText(query, name);
  if (text !== undefined && !values.includes(text as T)) {
    throw invalid(name, `${name} must be one of ${values.join(', ')}`);
  }
  return text as T | undefined;
}

function parseWhole(query: Query, name: string): number | undefined {
  const text = parseText(query, name);
  if (text === undefined) return undefined;
  if (!/^\d{1,15}$/.test(text)) throw invalid(name, `${name} must be a whole number`);
  return Number(text);
}

function parseText(query: Query, name: string): string | undefined {
  const value = query[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'string') throw invalid(name, `${name} must be given once`);
  if (value === '' || value.length > MAX_TEXT || value.includes('\0')) {
    throw invalid(name, `${name} must be a text of 1 to ${MAX_TEXT} characters`);
  }
  return value;
}

function invalid(field: string, message: string): AppError {
  return new AppError('invalid_request', message, { details: { fields: [{ field, message }] } });
}
