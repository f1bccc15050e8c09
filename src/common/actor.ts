import type { FamilyName } from './family-name.js';
import type { Principal } from './principal.js';

/** From where, and by which request; all null where no request is behind it. */
export interface Source {
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly requestId: string | null;
  /** Its place in a trace (W3C Trace Context). Absent where no request is behind it. */
  readonly traceparent?: string;
  /** Through which API; no part of the audit log. Absent where no request is behind it. */
  readonly family?: FamilyName;
}

/** A user whom the request has authenticated. */
export interface UserActor<P extends Principal = Principal> {
  readonly type: 'user';
  readonly principal: P;
  readonly source: Source;
}

/** The client of a request that authenticates nobody, or has not done so yet. */
export interface AnonymousActor {
  readonly type: 'anonymous';
  readonly source: Source;
}

/** The service itself: at its start and in the background. */
export interface SystemActor {
  readonly type: 'system';
  readonly source: Source;
}

/** Who acts: the first argument of whatever changes something. */
export type Actor = UserActor | AnonymousActor | SystemActor;

export const SYSTEM: SystemActor = {
  type: 'system',
  source: { address: null, userAgent: null, requestId: null },
};

/** The actor of the same request, once it is known who makes it. */
export function authenticatedAs<P extends Principal>({ source }: Actor, principal: P): UserActor<P> {
  return { type: 'user', principal, source };
}
