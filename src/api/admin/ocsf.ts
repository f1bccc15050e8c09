import type { AuditEvent } from '../../audit/audit-event.js';

export const OCSF = 'application/vnd.ocsf+json';
const VERSION = '1.3.0';
const CATEGORY_IAM = 3;

/** A class of OCSF, and what an action is in it (schema.ocsf.io, category "Identity & Access Management"). */
interface OcsfActivity {
  readonly class: 'account_change' | 'authentication' | 'authorize_session' | 'entity_management';
  readonly activity: number;
}

const CLASS_UID = { account_change: 3001, authentication: 3002, authorize_session: 3003, entity_management: 3004 };
const OTHER = 99;

/** What an action is in OCSF. */
const ACTIVITIES: Readonly<Record<AuditEvent['action'], OcsfActivity>> = {
  'audit.epoch_started': { class: 'entity_management', activity: 1 },
  'audit.exported': { class: 'entity_management', activity: 2 },
  'audit.payloads_dropped': { class: 'entity_management', activity: 4 },
  'tokens.listed': { class: 'entity_management', activity: 2 },
};

/** An event as security tools read it; what has no place in OCSF is in `unmapped`. */
export function toOcsf(event: AuditEvent): object {
  const { class: name, activity } = ACTIVITIES[event.action];
  const classUid = CLASS_UID[name];
  const { actor, source, target } = event;
  const isRefused = event.outcome === 'refused';
  return {
    metadata: {
      version: VERSION,
      uid: event.id,
      product: { name: 'Tessera', vendor_name: 'Tessera' },
      event_code: event.action,
      ...(source.requestId !== null && { correlation_uid: source.requestId }),
    },
    category_uid: CATEGORY_IAM,
    class_uid: classUid,
    activity_id: activity,
    ...(activity === OTHER && { activity_name: event.action }),
    type_uid: classUid * 100 + activity,
    time: Date.parse(event.time),
    severity_id: isRefused ? 3 : 1,
    status_id: isRefused ? 2 : 1,
    ...(event.reason !== null && { status_detail: event.reason }),
    actor: {
      user: {
        type_id: actor.type === 'system' ? 3 : 1,
        ...(actor.id !== null && { uid: String(actor.id) }),
        ...(actor.username !== null && { name: actor.username }),
      },
      ...(actor.tokenId !== null && { session: { uid: actor.tokenId } }),
    },
    ...(source.address !== null && { src_endpoint: { ip: source.address } }),
    ...(source.userAgent !== null && { http_request: { user_agent: source.userAgent } }),
    ...(target && { [name === 'entity_management' ? 'entity' : 'user']: entityOf(target) }),
    unmapped: { action: event.action, changes: event.changes },
  };
}

function entityOf({ type, id, name }: NonNullable<AuditEvent['target']>): object {
  return { type, ...(id !== null && { uid: String(id) }), ...(name !== null && { name }) };
}
