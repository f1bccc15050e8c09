import { EVENT_OUTCOMES, SECURITY_ACTIONS } from '../../common/security-event.js';
import type { ExportRange } from '../../audit/audit-export.service.js';
import type { EventFilter } from '../../audit/audit-log.service.js';
import type { AuditPosition } from '../../database/repositories/audit-search.repository.js';
import {
  INSTANT,
  invalid,
  isInstant,
  parseInstant,
  parseLimit,
  parseOneOf,
  parseText,
  parseWhole,
  readCursor,
  writeCursor,
  type Query,
} from './query-values.js';

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
  return { filter, position, limit: parseLimit(query) };
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
  return writeCursor([time, id, after?.toISOString() ?? null]);
}

function parseAfter(query: Query): { after?: Date; position?: AuditPosition } {
  const text = parseText(query, 'after');
  if (text === undefined) return {};
  if (INSTANT.test(text)) return { after: parseInstant(query, 'after') };
  const [time, id, after] = readCursor(text);
  if (isInstant(time) && /^[0-9a-f-]{36}$/.test(String(id)) && (after === null || isInstant(after))) {
    return { position: { time: new Date(time), id: String(id) }, ...(after !== null && { after: new Date(after) }) };
  }
  throw invalid('after', 'after must be an RFC 3339 time or the next of a page of this list');
}
