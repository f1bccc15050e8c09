import { Injectable } from '@nestjs/common';
import { countGrid, sumOf, type CountGrid } from './count-grid.js';
import { EventCounts, REVOCATION_CAUSES } from './event-counts.js';
import type { RecordedEvent } from './security-event.js';
import { TOKEN_KINDS, type TokenKind } from './token-kind.js';

/** What is counted by the hour. */
export const ACTIVITIES = ['logins', 'refusedLogins', 'verifications', 'refusedVerifications', 'revocations'] as const;

export type Activity = (typeof ACTIVITIES)[number];

export type ActivityCounts = Readonly<Record<Activity, number>>;

/** By what a token was presented to us. */
export const VERIFICATION_PATHS = ['bearer', 'introspection', 'forward_auth'] as const;

export type VerificationPath = (typeof VERIFICATION_PATHS)[number];

export const VERIFICATION_RESULTS = ['accepted', 'refused'] as const;

/** Of a text that is no active token the kind is not known. */
export const VERIFIED_KINDS = [...TOKEN_KINDS, 'unknown'] as const;

/** Why a session was not refreshed; `failed` is whatever is not its token's fault. */
export const REFRESH_REFUSALS = ['invalid', 'limit_exceeded', 'failed'] as const;

export type RefreshRefusal = (typeof REFRESH_REFUSALS)[number];

type VerificationCounts = Record<
  VerificationPath,
  CountGrid<(typeof VERIFIED_KINDS)[number], (typeof VERIFICATION_RESULTS)[number]>
>;

/** Counts in memory what this instance did since its start: an addition each, so that hot paths can afford it. */
@Injectable()
export class ActivityCounters {
  readonly verifications = Object.fromEntries(
    VERIFICATION_PATHS.map((path) => [path, countGrid(VERIFIED_KINDS, VERIFICATION_RESULTS)]),
  ) as VerificationCounts;
  readonly events = new EventCounts();
  readonly refusedRefreshes = countGrid(['refused'], REFRESH_REFUSALS).refused;
  private taken: ActivityCounts = noActivity();

  /** Counts one verification of a token, whose kind is undefined where it is not active. */
  verified(path: VerificationPath, kind: TokenKind | undefined, isAccepted: boolean): void {
    const counts = this.verifications[path][kind ?? 'unknown'];
    if (isAccepted) counts.accepted++;
    else counts.refused++;
  }

  /** Counts what an event tells of. */
  happened(recorded: RecordedEvent): void {
    this.events.count(recorded);
  }

  /** Counts a session that was not refreshed. */
  refreshRefused(refusal: RefreshRefusal): void {
    this.refusedRefreshes[refusal]++;
  }

  /** What was counted since the last call. */
  take(): ActivityCounts {
    const { taken } = this;
    this.taken = this.total();
    return without(this.taken, taken);
  }

  /** Has `take` return once more what was taken and could not be written. */
  putBack(counts: ActivityCounts): void {
    this.taken = without(this.taken, counts);
  }

  private total(): ActivityCounts {
    const { logins, revoked } = this.events;
    const paths = Object.values(this.verifications);
    return {
      logins: sumOf(logins, 'success'),
      refusedLogins: sumOf(logins, 'refused'),
      verifications: paths.reduce((sum, grid) => sum + sumOf(grid, 'accepted'), 0),
      refusedVerifications: paths.reduce((sum, grid) => sum + sumOf(grid, 'refused'), 0),
      revocations: REVOCATION_CAUSES.reduce((sum, cause) => sum + sumOf(revoked, cause), 0),
    };
  }
}

function without(counts: ActivityCounts, others: ActivityCounts): ActivityCounts {
  const pairs = ACTIVITIES.map((name) => [name, counts[name] - others[name]] as const);
  return Object.fromEntries(pairs) as Record<Activity, number>;
}

function noActivity(): ActivityCounts {
  return { logins: 0, refusedLogins: 0, verifications: 0, refusedVerifications: 0, revocations: 0 };
}
