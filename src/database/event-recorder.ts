import { Injectable, Logger } from '@nestjs/common';
import { ActivityCounters } from '../common/activity.js';
import type { Actor } from '../common/actor.js';
import { auditEventOf, payloadOf } from '../common/audit-event.js';
import { Clock } from '../common/clock.js';
import { tokenIdOf } from '../common/principal.js';
import { outcomeOf, type RecordedEvent } from '../common/security-event.js';

/**
 * What every security event passes, whether a transaction recorded it or a statement that commits by itself: its text
 * for the audit log, which is inserted with the act, and after the commit a line of the log and the counts.
 */
@Injectable()
export class EventRecorder {
  private readonly logger = new Logger('Events');

  constructor(
    private readonly clock: Clock,
    private readonly activity: ActivityCounters,
  ) {}

  /** The event as the audit log keeps it. */
  payloadOf(recorded: RecordedEvent): string {
    return payloadOf(auditEventOf(recorded, this.clock.now()));
  }

  /** Tells of what has just been committed: a line of the log for each event, and a count. */
  committed(events: readonly RecordedEvent[]): void {
    for (const recorded of events) {
      const { actor, event } = recorded;
      this.activity.happened(recorded);
      const { requestId, traceparent, address, userAgent } = actor.source;
      this.logger.log({
        msg: 'Security event',
        ...event,
        outcome: outcomeOf(event),
        actor: describe(actor),
        address,
        userAgent,
        requestId,
        traceparent,
      });
    }
  }
}

function describe(actor: Actor): object {
  if (actor.type !== 'user') return { type: actor.type };
  const { principal } = actor;
  const tokenId = tokenIdOf(principal);
  return {
    type: actor.type,
    id: principal.userId,
    username: principal.username,
    ...(tokenId !== null && { tokenId }),
  };
}
