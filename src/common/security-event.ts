import type { Actor } from './actor.js';
import type { TokenKind } from './token-kind.js';

/** Everything that can happen, and what it happens to. */
const TARGET_OF_ACTION = {
  'user.created': 'user',
  'user.updated': 'user',
  'user.enabled': 'user',
  'user.disabled': 'user',
  'user.role_changed': 'user',
  'user.contexts_changed': 'user',
  'user.deleted': 'user',
  'user.password_changed': 'user',
  'user.password_reset': 'user',
  'user.password_rehashed': 'user',
  'user.temporary_password_set': 'user',
  'user.second_factor_begun': 'user',
  'user.second_factor_enabled': 'user',
  'user.second_factor_reset': 'user',
  'user.second_factor_requirement_changed': 'user',
  'user.recovery_code_used': 'user',
  'login.refused': 'user',
  'login.challenged': 'user',
  'password_reset.requested': 'user',
  'password_reset.refused': 'user',
  'session.opened': 'session',
  'session.refreshed': 'session',
  'session.ended': 'session',
  'token.issued': 'token',
  'token.changed': 'token',
  'token.revoked': 'token',
  'token.reauthenticated': 'token',
  'tokens.revoked_of_user': 'user',
  'tokens.revoked_of_key': 'signing_key',
  'tokens.suspended_by_match': 'incident',
  'tokens.revoked_by_match': 'incident',
  'tokens.restored_by_match': 'incident',
  'incident.ended': 'incident',
  'tokens.listed': 'tokens',
  'tokens.resealed': 'tokens',
  'factors.resealed': 'factors',
  'context.created': 'context',
  'context.updated': 'context',
  'context.deleted': 'context',
  'key.published': 'signing_key',
  'key.rotated': 'signing_key',
  'key.revoked': 'signing_key',
  'key.deleted': 'signing_key',
  'key.resealed': 'signing_key',
  'settings.changed': 'setting',
  'expired.deleted': 'table',
  'audit.epoch_started': 'audit_epoch',
  'audit.exported': 'audit_epoch',
  'audit.payloads_dropped': 'audit_month',
} as const;

type TargetOfAction = typeof TARGET_OF_ACTION;

export type SecurityAction = keyof TargetOfAction;

export const SECURITY_ACTIONS = Object.keys(TARGET_OF_ACTION) as SecurityAction[];

export const EVENT_OUTCOMES = ['success', 'refused'] as const;

export type EventOutcome = (typeof EVENT_OUTCOMES)[number];

type TargetType = TargetOfAction[SecurityAction];

export interface EventTarget<Type extends TargetType = TargetType> {
  readonly type: Type;
  /** Null where it is many things, or nothing that there is. */
  readonly id: string | null;
  readonly name: string | null;
}

type Value = string | number | boolean | null | readonly (string | number)[];

/** What a secret's new value is called. */
export const SECRET_SET = 'set';

/** By field: its value, or where it had another one, both. Never a secret. */
export type EventChanges = Readonly<Record<string, Value | { readonly from: Value; readonly to: Value }>>;

/** What happened, told in the words of the operator's API ("Audit"). An action that ends in `.refused` did not happen. */
export type SecurityEvent = {
  readonly [Action in SecurityAction]: {
    readonly action: Action;
    readonly target: EventTarget<TargetOfAction[Action]>;
    readonly reason?: string;
    readonly changes?: EventChanges;
  };
}[SecurityAction];

/** An event and who did it. */
export interface RecordedEvent {
  readonly actor: Actor;
  readonly event: SecurityEvent;
}

export function outcomeOf({ action }: Pick<SecurityEvent, 'action'>): EventOutcome {
  return action.endsWith('.refused') ? 'refused' : 'success';
}

interface User {
  readonly id: number;
  readonly username: string;
}

/** @param user null for a name that no user has: the name stays out, since it may be a mistyped password. */
export function userTarget(user: User | null): EventTarget<'user'> {
  return { type: 'user', id: user && String(user.id), name: user && user.username };
}

/** @param name what the owner calls it, where it has a name. */
export function tokenTarget(id: string, name: string | null = null): EventTarget<'token'> {
  return { type: 'token', id, name };
}

export function sessionTarget(id: string): EventTarget<'session'> {
  return { type: 'session', id, name: null };
}

/** @param endedTokens how many there were. */
export function tokensOfUserRevoked(user: User, kinds: readonly TokenKind[], endedTokens: number): SecurityEvent {
  return { action: 'tokens.revoked_of_user', target: userTarget(user), changes: { kinds, endedTokens } };
}

/** The fields of `after` that differ from `before`. */
export function changedFields<T extends Readonly<Record<Field, Value>>, Field extends string & keyof T>(
  before: T,
  after: T,
  fields: readonly Field[],
): EventChanges {
  const changed = fields.filter((field) => before[field] !== after[field]);
  return Object.fromEntries(changed.map((field) => [field, { from: before[field], to: after[field] }]));
}
