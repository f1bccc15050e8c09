import { invalid, parseCursor, parseLimit, type Query } from '../http/query-values.js';
import type { NewIncident } from '../../incidents/incidents.service.js';
import type { CreateIncidentDto } from './dto/incident.dto.js';
import { parseTokenMatch } from './token-match-query.js';

type Preview = Pick<NewIncident, 'action' | 'match'>;

/** @throws AppError `invalid_request` that names the field. */
export function incidentOf({ action, match, reason, expect, dryRun }: CreateIncidentDto): NewIncident | Preview {
  if (Object.keys(match).length === 0) throw invalid('match', 'match must have a filter at least');
  const wanted = { action, match: parseTokenMatch(match) };
  if (dryRun) return wanted;
  if (reason === undefined) throw invalid('reason', 'reason is required');
  if (expect === undefined) throw invalid('expect', 'expect is required: the matched of a dry run');
  return { ...wanted, reason, expect };
}

/** @throws AppError `invalid_request`. */
export function parseIncidentQuery(query: Query): { readonly limit: number; readonly before: string | undefined } {
  const cursor = parseCursor(query);
  const before = cursor?.[0];
  if (cursor && !/^[1-9]\d{0,17}$/.test(String(before))) {
    throw invalid('after', 'after must be the next of a page of this list');
  }
  return { limit: parseLimit(query), before: cursor && String(before) };
}

/** Whether the body is that of more than a dry run. */
export function changesTokens(body: unknown): boolean {
  return (body as { readonly dryRun?: unknown } | null | undefined)?.dryRun !== true;
}
