export const ATTENTION_CODES = [
  'forwarded_for_untrusted',
  'single_admin',
  'signing_key_old',
  'audit_events_unsealed',
] as const;

/** Something that an operator should mend. */
export interface Attention {
  readonly code: (typeof ATTENTION_CODES)[number];
  /** For people. */
  readonly message: string;
}

/** What is known of the service at a moment. */
export interface Facts {
  readonly now: Date;
  readonly hasSecondAdmin: boolean;
  /** 0 where keys rotate on command alone. */
  readonly keyRotationDays: number;
  readonly keySignsSince: Date | null;
  /** Null where every event is sealed. */
  readonly oldestUnsealedEvent: Date | null;
}

const DAY_MS = 86_400_000;
/** For a key that rotates on command alone. */
const KEY_DAYS = 90;
/** Events are sealed within a second or two: one that has waited for so long is not merely next. */
const UNSEALED_MS = 60_000;

/** @returns what of it an operator should mend, in the order of `ATTENTION_CODES`. */
export function attentionOf({ now, hasSecondAdmin, oldestUnsealedEvent, ...key }: Facts): Attention[] {
  const found: Attention[] = [];
  if (!hasSecondAdmin) {
    found.push({
      code: 'single_admin',
      message: 'There is one enabled admin only: who locks them out locks everybody out',
    });
  }
  const keyDays = key.keySignsSince === null ? 0 : daysBetween(key.keySignsSince, now);
  // A key is replaced within minutes after its last day.
  if (keyDays > (key.keyRotationDays || KEY_DAYS)) {
    found.push({ code: 'signing_key_old', message: `The current key has signed for ${keyDays} days` });
  }
  if (oldestUnsealedEvent && now.getTime() - oldestUnsealedEvent.getTime() > UNSEALED_MS) {
    const since = oldestUnsealedEvent.toISOString();
    found.push({
      code: 'audit_events_unsealed',
      message: `Events of the audit log have not been sealed since ${since}`,
    });
  }
  return found;
}

function daysBetween(from: Date, to: Date): number {
  return Math.floor((to.getTime() - from.getTime()) / DAY_MS);
}
