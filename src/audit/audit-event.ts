import { v7 as uuidV7 } from 'uuid';
import { canonicalJson, type Json } from './canonical-json.js';

/** Everything that the log can tell of. */
export const AUDIT_ACTIONS = [
  'audit.epoch_started',
  'audit.exported',
  'audit.payloads_dropped',
  'tokens.listed',
] as const;

export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export const AUDIT_OUTCOMES = ['success', 'refused'] as const;

export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number];

export interface AuditActor {
  readonly type: 'user' | 'system';
  readonly id: number | null;
  readonly username: string | null;
  /** By which token they called. */
  readonly tokenId: string | null;
}

export interface AuditSource {
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly requestId: string | null;
}

export interface AuditTarget {
  readonly type: string;
  readonly id: string | number | null;
  readonly name: string | null;
}

/** One thing that happened, as it is hashed. Nothing secret is in it: a changed secret is `"set"`. */
export interface AuditEvent {
  /** A uuid v7 of the same millisecond as `time`. */
  readonly id: string;
  readonly time: string;
  readonly action: AuditAction;
  readonly outcome: AuditOutcome;
  readonly reason: string | null;
  readonly actor: AuditActor;
  readonly source: AuditSource;
  readonly target: AuditTarget | null;
  readonly changes: Json;
}

export const SYSTEM: AuditActor = { type: 'system', id: null, username: null, tokenId: null };

export const NOWHERE: AuditSource = { address: null, userAgent: null, requestId: null };

export function newAuditEvent(time: Date, event: Omit<AuditEvent, 'id' | 'time'>): AuditEvent {
  return { ...event, id: nextId(time.getTime()), time: time.toISOString() };
}

/** The text of an event that is stored and hashed. */
export function payloadOf(event: AuditEvent): string {
  return canonicalJson(event as unknown as Json);
}

const MAX_SEQUENCE = 0x7fff_ffff;
let sequence = 0;

/** Events of one millisecond follow each other in the order in which they were made here. */
function nextId(msecs: number): string {
  sequence = sequence === MAX_SEQUENCE ? 0 : sequence + 1;
  return uuidV7({ msecs, seq: sequence });
}
