import { Injectable } from '@nestjs/common';
import type { AnonymousActor } from '../../common/actor.js';
import { auditEventOf, payloadOf } from '../../common/audit-event.js';
import { Clock } from '../../common/clock.js';
import { userTarget } from '../../common/security-event.js';
import { AuditEventRepository } from '../../database/repositories/audit-event.repository.js';
import { RefusedLoginsRepository, type RefusedLogins } from '../../database/repositories/refused-logins.repository.js';
import type { Transaction } from '../../database/transaction.js';

/**
 * Records refused logins once their minute is over: one event for all of one account, network and reason. So whoever
 * guesses passwords does not fill the log.
 */
@Injectable()
export class RefusedLoginRecorder {
  constructor(
    private readonly refusals: RefusedLoginsRepository,
    private readonly events: AuditEventRepository,
    private readonly clock: Clock,
  ) {}

  hasWork(): Promise<boolean> {
    return this.refusals.areDue(this.clock.now());
  }

  /** Records at most so many events; the next time comes the rest. */
  async record(transaction: Transaction, limit: number): Promise<void> {
    const due = await this.refusals.takeDue(transaction, this.clock.now(), limit);
    if (due.length > 0) await this.events.insert(transaction, due.map(payloadOfRefusals));
  }
}

function payloadOfRefusals({ network, userId, username, reason, count, lastAt }: RefusedLogins): string {
  const actor: AnonymousActor = { type: 'anonymous', source: { address: network, userAgent: null, requestId: null } };
  const target = userTarget(userId === null ? null : { id: userId, username: username! });
  const event = { action: 'login.refused', target, reason, changes: { count } } as const;
  return payloadOf(auditEventOf({ actor, event }, lastAt));
}
