import type { Actor } from '../common/actor.js';
import type { RecordedEvent, SecurityEvent } from '../common/security-event.js';
import type { Change } from './changes/change.js';

/** One database transaction, and what it tells when it commits. */
export class Transaction {
  readonly changes: Change[] = [];
  readonly events: RecordedEvent[] = [];

  /** Every instance will have applied `change` moments after the commit, and this one before `run` returns. */
  announce(change: Change): void {
    this.changes.push(change);
  }

  /** Records what the transaction does: once for each act, and nothing where it is rolled back. */
  record(actor: Actor, event: SecurityEvent): void {
    this.events.push({ actor, event });
  }
}
