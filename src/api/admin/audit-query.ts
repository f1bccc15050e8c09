import { EVENT_OUTCOMES, SECURITY_ACTIONS } from '../../common/security-event.js';
import type { ExportRange } from '../../audit/audit-export.service.js';
import type { EventFilter } from '../../audit/audit-log.service.js';
import type { AuditPosition } from '../../database/repositories/audit-search.repository.js';
import {
  invalidValue,
  isInstant,
  parseInstant,
  parseLimit,
  parseOneOf,
  parseText,
  parseWhole,
  type Query,
} from '../http/query-values.js';

export const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 500;

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
  return { filter, position, limit: parseLimit(query, DEFAULT_LIMIT, MAX_LIMIT) };
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
  if (first === undefined) throw invalidValue('first', 'first is required');
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
  if (isInstant(text)) return { after: parseInstant(query, 'after') };
  try {
    const [time, id, after] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[];
    if (isInstant(time) && /^[0-9a-f-]{36}$/.test(String(id)) && (after === null || isInstant(after))) {
      return { position: { time: new Date(time), id: String(id) }, ...(after !== null && { after: new Date(after) }) };
    }
  } catch {
    // Said below.
  }
  throw invalidValue('after', 'after must be an RFC 3339 time or the next of a page of this list');
}
