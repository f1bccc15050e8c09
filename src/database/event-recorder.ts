import { Injectable, Logger } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import { outcomeOf, type RecordedEvent } from '../common/security-event.js';

/**
 * Where every security event passes, whether a transaction recorded it or a statement that commits by itself. What is
 * to stand in the database with the act itself is written from `TransactionRunner.run` and `issueStatement`.
 */
@Injectable()
export class EventRecorder {
  private readonly logger = new Logger('Events');

  /** Tells of what has just been committed: a line of the log for each event. */
  committed(events: readonly RecordedEvent[]): void {
    for (const { actor, event } of events) {
      const { requestId, address, userAgent } = actor.source;
      this.logger.log({
        msg: 'Security event',
        ...event,
        outcome: outcomeOf(event),
        actor: describe(actor),
        address,
        userAgent,
        requestId,
      });
    }
  }
}

function describe(actor: Actor): object {
  if (actor.type !== 'user') return { type: actor.type };
  const { principal } = actor;
  return {
    type: actor.type,
    id: principal.userId,
    username: principal.username,
    ...(principal.authenticatedBy === 'bearer' && { tokenId: principal.token.id }),
  };
}
