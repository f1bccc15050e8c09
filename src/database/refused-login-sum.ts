import type { RecordedEvent, SecurityEvent } from '../common/security-event.js';

/** A login that is refused, or would be. */
export interface LoginRefused extends RecordedEvent {
  readonly event: SecurityEvent & { readonly action: 'login.refused' };
}

/**
 * Part of a statement of which $2 is the network and $3 now: adds a refusal up for the audit log, by account, network and
 * minute.
 * @param first of the parameters that `valuesOfSum` gives.
 * @param where it is added up at all.
 */
export function addUpRefusal(first: number, where = 'true'): string {
  return `
    INSERT INTO audit_refused_logins AS sum (minute, network, user_id, username, reason, count, last_at)
    SELECT date_trunc('minute', $3::timestamptz), $2::text, $${first}::integer, $${first + 1}::text, $${first + 2}::text,
      1, $3::timestamptz
    WHERE ${where}
    ON CONFLICT (minute, network, user_id, reason)
    DO UPDATE SET count = sum.count + 1, last_at = GREATEST(sum.last_at, $3)`;
}

/** The user, 0 for nobody; their name; the reason. */
export function valuesOfSum({ event: { target, reason } }: LoginRefused): unknown[] {
  return [Number(target.id ?? 0), target.name, reason];
}
