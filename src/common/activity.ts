import { Injectable } from '@nestjs/common';
import type { SecurityEvent } from './security-event.js';

/** What is counted by the hour. */
export const ACTIVITIES = ['logins', 'refusedLogins', 'verifications', 'refusedVerifications', 'revocations'] as const;

export type Activity = (typeof ACTIVITIES)[number];

export type ActivityCounts = Readonly<Record<Activity, number>>;

/** Counts in memory what this instance did, until it is written: an addition each, so that hot paths can afford it. */
@Injectable()
export class ActivityCounters {
  private counts = zero();

  /** Counts one verification of a token. */
  verified(isAccepted: boolean): void {
    if (isAccepted) this.counts.verifications++;
    else this.counts.refusedVerifications++;
  }

  /** Counts what an event tells of. */
  happened(event: SecurityEvent): void {
    if (isLogin(event)) this.counts.logins++;
    if (event.action === 'login.refused') this.counts.refusedLogins++;
    this.counts.revocations += revokedBy(event);
  }

  /** What was counted since the last call. */
  take(): ActivityCounts {
    const { counts } = this;
    this.counts = zero();
    return counts;
  }

  /** Adds again what was taken and could not be written. */
  putBack(counts: ActivityCounts): void {
    for (const name of ACTIVITIES) this.counts[name] += counts[name];
  }
}

function isLogin({ action, changes }: SecurityEvent): boolean {
  if (action === 'session.opened') return true;
  return action === 'token.issued' && (changes?.kind === 'login' || changes?.kind === 'console');
}

/** @returns how many tokens were. */
function revokedBy({ action, changes = {} }: SecurityEvent): number {
  if (action === 'token.revoked') return 1;
  const tokens = action === 'tokens.revoked_by_match' ? changes.matched : changes.endedTokens;
  return typeof tokens === 'number' ? tokens : 0;
}

function zero(): Record<Activity, number> {
  return { logins: 0, refusedLogins: 0, verifications: 0, refusedVerifications: 0, revocations: 0 };
}
