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
  readonly source: Source;
  readonly target: EventTarget;
  readonly changes: EventChanges | null;
}

export function auditEventOf({ actor, event }: RecordedEvent, time: Date): AuditEvent {
  const { action, target, reason = null, changes = null } = event;
  return {
    id: timeOrderedId(time),
    time: time.toISOString(),
    action,
    outcome: outcomeOf(event),
    reason,
    actor: auditActorOf(actor),
    source: actor.source,
    target,
    changes,
  };
}

/** The text of an event that is stored and hashed. */
export function payloadOf(event: AuditEvent): string {
  return canonicalJson(event as unknown as Json);
}

function auditActorOf(actor: Actor): AuditActor {
  if (actor.type !== 'user') return { type: actor.type, id: null, username: null, tokenId: null };
  const { principal } = actor;
  return { type: actor.type, id: principal.userId, username: principal.username, tokenId: tokenIdOf(principal) };
}
