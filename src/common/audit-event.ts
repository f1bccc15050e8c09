import type { Actor, Source } from './actor.js';
import { canonicalJson, type Json } from './canonical-json.js';
import { tokenIdOf } from './principal.js';
import {
  outcomeOf,
  type EventChanges,
  type EventOutcome,
  type EventTarget,
  type RecordedEvent,
  type SecurityAction,
} from './security-event.js';
import { timeOrderedId } from './time-ordered-id.js';

export interface AuditActor {
  readonly type: Actor['type'];
  readonly id: number | null;
  /** As it was then. */
  readonly username: string | null;
  /** By which token they called. */
  readonly tokenId: string | null;
}

/** A security event as the audit log keeps and hashes it. */
export interface AuditEvent {
  /** A uuid v7 of the same millisecond as `time`. */
  readonly id: string;
  readonly time: string;
  readonly action: SecurityAction;
  readonly outcome: EventOutcome;
  readonly reason: string | null;
  readonly actor: AuditActor;
  readonly source: Omit<Source, 'family'>;
  readonly target: EventTarget;
  readonly changes: EventChanges | null;
}

/** Its members are in the order in which they are hashed, which spares sorting them. */
export function auditEventOf({ actor, event }: RecordedEvent, time: Date): AuditEvent {
  const { action, target, reason = null, changes = null } = event;
  const { address, requestId, traceparent, userAgent } = actor.source;
  return {
    action,
    actor: auditActorOf(actor),
    changes,
    id: timeOrderedId(time),
    outcome: outcomeOf(event),
    reason,
    source: { address, requestId, ...(traceparent !== undefined && { traceparent }), userAgent },
    target: { id: target.id, name: target.name, type: target.type },
    time: time.toISOString(),
  };
}

/** The text of an event that is stored and hashed. */
export function payloadOf(event: AuditEvent): string {
  return canonicalJson(event as unknown as Json);
}

function auditActorOf(actor: Actor): AuditActor {
  if (actor.type !== 'user') return { id: null, tokenId: null, type: actor.type, username: null };
  const { userId, username } = actor.principal;
  return { id: userId, tokenId: tokenIdOf(actor.principal), type: actor.type, username };
}
