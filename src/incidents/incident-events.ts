import type { EventChanges, EventTarget, SecurityEvent } from '../common/security-event.js';
import type { IncidentEntity } from '../database/entities/incident.entity.js';

const ACTIONS = {
  suspend: 'tokens.suspended_by_match',
  revoke: 'tokens.revoked_by_match',
  restore: 'tokens.restored_by_match',
} as const;

type Incident = Pick<IncidentEntity, 'id' | 'action' | 'reason' | 'match' | 'matched'>;

/** Every instance refuses the tokens, or accepts them again, from this event on. */
export function incidentBegan({ id, action, reason, match, matched }: Incident): SecurityEvent {
  const changes = { matched, ...(JSON.parse(JSON.stringify(match)) as EventChanges) };
  return { action: ACTIONS[action], target: target(id), reason, changes };
}

/** The rows of the tokens say it too. */
export function incidentEnded({ id, matched }: Incident): SecurityEvent {
  return { action: 'incident.ended', target: target(id), changes: { matched } };
}

function target(id: string): EventTarget<'incident'> {
  return { type: 'incident', id, name: null };
}
