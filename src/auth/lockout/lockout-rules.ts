import type { LockoutLimits, PastAttempts } from '../../database/repositories/login-attempts.repository.js';

/** Wrong passwords in a row slow the next tries, by account and network; each further one doubles the wait. */
export const LOCKOUT_LIMITS: LockoutLimits = {
  /** From one network, before it has to wait. */
  failures: 5,
  /** From all networks together that are new to the account: a handful of strangers does not yet keep out others. */
  failuresOfNewNetworks: 20,
  maxLockSeconds: 15 * 60,
  /** After so long without a failure the count begins at zero again. */
  quietSeconds: 15 * 60,
  /** From a network that succeeded so lately, nobody else's failures keep a user out. */
  knownSeconds: 30 * 86_400,
};

/** What an account's past says of an attempt before its password is looked at. */
export interface Standing {
  /** The network has to wait: a right password is refused too. */
  readonly isLocked: boolean;
  /** The network has lately succeeded with this account. */
  readonly isKnown: boolean;
}

/** @param past of the attempt's network, and of all that are new to the account taken together. */
export function standingOf({ ofNetwork, ofNewNetworks }: PastAttempts, now: Date): Standing {
  const knownSince = new Date(now.getTime() - LOCKOUT_LIMITS.knownSeconds * 1000);
  const isKnown = isAfter(ofNetwork?.succeededAt, knownSince);
  const isLocked = isAfter(ofNetwork?.lockedUntil, now) || (!isKnown && isAfter(ofNewNetworks?.lockedUntil, now));
  return { isLocked, isKnown };
}

function isAfter(instant: Date | null | undefined, other: Date): boolean {
  return (instant?.getTime() ?? -Infinity) > other.getTime();
}
