import type { IncidentEntity } from '../../database/entities/incident.entity.js';
import type { IncidentPreview } from '../../incidents/incidents.service.js';
import { writeCursor } from '../http/query-values.js';
import { presentToken } from '../registry/token.presenter.js';
import type { IncidentPageResponseDto, IncidentPreviewResponseDto, IncidentResponseDto } from './dto/incident.dto.js';

export function presentPreview({ count, byKind, users, sample }: IncidentPreview): IncidentPreviewResponseDto {
  return { matched: count, byKind: Object.fromEntries(byKind), users, sample: sample.map(presentToken) };
}

/** @param incidents one more than `limit` where there is another page. */
export function presentIncidents(incidents: readonly IncidentEntity[], limit: number): IncidentPageResponseDto {
  const page = incidents.slice(0, limit);
  return {
    items: page.map(presentIncident),
    next: incidents.length > limit ? writeCursor([page.at(-1)!.number]) : null,
  };
}

export function presentIncident(incident: IncidentEntity): IncidentResponseDto {
  const { id, action, matched, done, startedAt, endedAt, reason, actorId, actorUsername, failure } = incident;
  return {
    id,
    state: endedAt ? 'done' : failure === null ? 'running' : 'failed',
    action,
    matched,
    done,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    reason,
    actor: { id: actorId, username: actorUsername },
    match: filtersOf(incident),
    failure,
  };
}

/** As the filters are called over HTTP. */
function filtersOf({ match }: IncidentEntity): Record<string, unknown> {
  const { kinds, ...others } = match as { readonly kinds?: readonly string[] };
  return { ...(kinds && { kind: kinds }), ...others };
}
