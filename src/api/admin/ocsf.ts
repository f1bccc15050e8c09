import type { AuditEvent } from '../../common/audit-event.js';
import type { SecurityAction } from '../../common/security-event.js';

export const OCSF = 'application/vnd.ocsf+json';
const VERSION = '1.3.0';
const CATEGORY_IAM = 3;
const ACCOUNT_CHANGE = 3001;
const AUTHENTICATION = 3002;
const ENTITY_MANAGEMENT = 3004;
const OTHER = 99;

/** `type_id` of OCSF's object `user`. */
const USER_TYPE = { anonymous: 0, user: 1, system: 3 } as const;

/** The class of OCSF, and which of its activities, that an action is (schema.ocsf.io, "Identity & Access Management"). */
const ACTIVITIES: Readonly<Record<SecurityAction, readonly [classUid: number, activity: number]>> = {
  'user.created': [ACCOUNT_CHANGE, 1],
  'user.updated': [ACCOUNT_CHANGE, OTHER],
  'user.enabled': [ACCOUNT_CHANGE, 2],
  'user.disabled': [ACCOUNT_CHANGE, 5],
  'user.role_changed': [ACCOUNT_CHANGE, 7],
  'user.contexts_changed': [ACCOUNT_CHANGE, OTHER],
  'user.deleted': [ACCOUNT_CHANGE, 6],
  'user.password_changed': [ACCOUNT_CHANGE, 3],
  'user.password_reset': [ACCOUNT_CHANGE, 4],
  'user.password_rehashed': [ACCOUNT_CHANGE, OTHER],
  'user.temporary_password_set': [ACCOUNT_CHANGE, 4],
  'user.second_factor_begun': [ACCOUNT_CHANGE, OTHER],
  'user.second_factor_enabled': [ACCOUNT_CHANGE, 10],
  'user.second_factor_reset': [ACCOUNT_CHANGE, 11],
  'user.second_factor_requirement_changed': [ACCOUNT_CHANGE, OTHER],
  'user.recovery_code_used': [ACCOUNT_CHANGE, OTHER],
  'login.refused': [AUTHENTICATION, 1],
  'login.challenged': [AUTHENTICATION, OTHER],
  'password_reset.requested': [ACCOUNT_CHANGE, OTHER],
  'password_reset.refused': [ACCOUNT_CHANGE, 4],
  'session.opened': [AUTHENTICATION, 1],
  'session.refreshed': [AUTHENTICATION, 3],
  'session.ended': [AUTHENTICATION, 2],
  'token.issued': [ENTITY_MANAGEMENT, 1],
  'token.changed': [ENTITY_MANAGEMENT, 3],
  'token.revoked': [ENTITY_MANAGEMENT, 4],
  'token.reauthenticated': [AUTHENTICATION, OTHER],
  'tokens.revoked_of_user': [ENTITY_MANAGEMENT, 4],
  'tokens.revoked_of_key': [ENTITY_MANAGEMENT, 4],
  'tokens.suspended_by_match': [ENTITY_MANAGEMENT, 3],
  'tokens.revoked_by_match': [ENTITY_MANAGEMENT, 4],
  'tokens.restored_by_match': [ENTITY_MANAGEMENT, 3],
  'incident.ended': [ENTITY_MANAGEMENT, 3],
  'tokens.listed': [ENTITY_MANAGEMENT, 2],
  'tokens.resealed': [ENTITY_MANAGEMENT, 3],
  'factors.resealed': [ENTITY_MANAGEMENT, 3],
  'context.created': [ENTITY_MANAGEMENT, 1],
  'context.updated': [ENTITY_MANAGEMENT, 3],
  'context.deleted': [ENTITY_MANAGEMENT, 4],
  'key.published': [ENTITY_MANAGEMENT, 1],
  'key.rotated': [ENTITY_MANAGEMENT, 3],
  'key.revoked': [ENTITY_MANAGEMENT, 4],
  'key.deleted': [ENTITY_MANAGEMENT, 4],
  'key.resealed': [ENTITY_MANAGEMENT, 3],
  'settings.changed': [ENTITY_MANAGEMENT, 3],
  'expired.deleted': [ENTITY_MANAGEMENT, 4],
  'audit.epoch_started': [ENTITY_MANAGEMENT, 1],
  'audit.exported': [ENTITY_MANAGEMENT, 2],
  'audit.payloads_dropped': [ENTITY_MANAGEMENT, 4],
};

/** An event as security tools read it; what has no place in OCSF is in `unmapped`. */
export function toOcsf(event: AuditEvent): object {
  const [classUid, activity] = ACTIVITIES[event.action];
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
        type_id: USER_TYPE[actor.type],
        ...(actor.id !== null && { uid: String(actor.id) }),
        ...(actor.username !== null && { name: actor.username }),
      },
      ...(actor.tokenId !== null && { session: { uid: actor.tokenId } }),
    },
    ...(source.address !== null && { src_endpoint: { ip: source.address } }),
    ...(source.userAgent !== null && { http_request: { user_agent: source.userAgent } }),
    [classUid === ENTITY_MANAGEMENT ? 'entity' : 'user']: entityOf(target),
    unmapped: {
      action: event.action,
      changes: event.changes,
      ...(source.traceparent !== undefined && { traceparent: source.traceparent }),
    },
  };
}

function entityOf({ type, id, name }: AuditEvent['target']): object {
  return { type, ...(id !== null && { uid: id }), ...(name !== null && { name }) };
}
