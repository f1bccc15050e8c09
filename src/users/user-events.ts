import {
  changedFields,
  SECRET_SET,
  userTarget,
  type EventChanges,
  type SecurityEvent,
} from '../common/security-event.js';
import type { UserEntity } from '../database/entities/user.entity.js';

export function userCreated(user: UserEntity): SecurityEvent {
  const { role, fullName, email, passwordChangeRequired } = user;
  const changes = { role, fullName, email, password: SECRET_SET, passwordChangeRequired };
  return { action: 'user.created', target: userTarget(user), changes };
}

/**
 * What an update of a user comes to: an event for each act, `user.updated` for whatever is none of its own.
 * @param endedTokens how many it ended.
 */
export function userChanged(before: UserEntity, after: UserEntity, endedTokens: number): SecurityEvent[] {
  const target = userTarget(after);
  const profile = changedFields(before, after, ['fullName', 'email']);
  const events: SecurityEvent[] = [];
  if (before.role !== after.role) {
    events.push({ action: 'user.role_changed', target, changes: changedFields(before, after, ['role']) });
  }
  if (before.passwordVersion !== after.passwordVersion) {
    // Where the user is disabled by the same update, that event counts these tokens with all others.
    const changes: EventChanges = { password: SECRET_SET, ...(after.enabled && { endedTokens }) };
    events.push({ action: 'user.temporary_password_set', target, changes });
  }
  if (before.enabled && !after.enabled) events.push({ action: 'user.disabled', target, changes: { endedTokens } });
  if (!before.enabled && after.enabled) events.push({ action: 'user.enabled', target });
  if (events.length === 0 || Object.keys(profile).length > 0) {
    events.push({ action: 'user.updated', target, changes: profile });
  }
  return events;
}
