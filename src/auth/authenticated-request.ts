import type { FastifyRequest } from 'fastify';
import type { AnonymousActor, Source } from '../common/actor.js';
import type { AppError } from '../common/app-error.js';
import type { FamilyName } from '../common/family-name.js';
import type { Principal } from '../common/principal.js';
import { traceparentOf } from '../common/traceparent.js';

export type AuthenticatedRequest = FastifyRequest & {
  /** Who calls, set by a guard. */
  user?: Principal;
  /** What is wrong with the body, if anything: told to those alone who may call. */
  bodyError?: AppError;
  /** Whose path it is; absent for one that belongs to no family. */
  family?: FamilyName;
};

/** Of what a stranger sends no more than this stands in the log. */
const MAX_USER_AGENT = 256;

/** The actor of a request that is not authenticated yet. */
export function anonymousActorOf(request: AuthenticatedRequest): AnonymousActor {
  const { ip, id, headers, family } = request;
  const userAgent = headers['user-agent']?.slice(0, MAX_USER_AGENT) ?? null;
  const source: Source = {
    ...{ address: ip, userAgent, requestId: id, family },
    // Of a verification nobody asks for it.
    get traceparent() {
      return traceparentOf(request);
    },
  };
  return { type: 'anonymous', source };
}
