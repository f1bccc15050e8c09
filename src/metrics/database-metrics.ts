import { setTimeout as delay } from 'node:timers/promises';
import type { Registry } from 'prom-client';
import type { AuditLogService } from '../audit/audit-log.service.js';
import type { Clock } from '../common/clock.js';
import type { MailQueue } from '../mail/mail-queue.js';
import { addGauge } from './metric-kinds.js';

/** A scrape waits no longer for the database. */
const TIMEOUT_MS = 1_000;
/** Many times what waits in a healthy service: to count further would only cost more. */
const COUNTED_EVENTS = 100_000;

/** Where the state of the database is read. */
export interface DatabaseState {
  readonly audit: AuditLogService;
  readonly mails: MailQueue;
  readonly clock: Clock;
}

/** What stands in the database, and is the same for all instances; absent where it does not respond in time. */
export function addDatabaseMetrics(registry: Registry, { audit, mails, clock }: DatabaseState): void {
  const progress = inTime(() => audit.readProgress(COUNTED_EVENTS));
  const mailCounts = inTime(() => mails.countByState());
  addGauge(registry, {
    name: 'tessera_audit_unsealed_events',
    help: `Events that the audit log's tree does not have yet, counted up to ${COUNTED_EVENTS}`,
    read: async () => {
      const found = await progress();
      return found ? [[{}, found.unsealed]] : [];
    },
  });
  addGauge(registry, {
    name: 'tessera_audit_checkpoint_age_seconds',
    help: 'How old the last checkpoint of the audit log is; without new events there is no newer one',
    read: async () => {
      const { lastCheckpointAt = null } = (await progress()) ?? {};
      return lastCheckpointAt === null ? [] : [[{}, (clock.now().getTime() - lastCheckpointAt.getTime()) / 1000]];
    },
  });
  addGauge(registry, {
    name: 'tessera_mail_jobs',
    help: 'Mails that were never tried, wait for another try, are being delivered, or were given up within the last hour',
    labels: ['state'],
    read: async () => Object.entries((await mailCounts()) ?? {}).map(([state, jobs]) => [{ state }, jobs]),
  });
}

/** Calls at the same time share one question to the database. @returns undefined where there is no response in time. */
function inTime<T>(ask: () => Promise<T>): () => Promise<T | undefined> {
  let asking: Promise<T | undefined> | undefined;
  return () => {
    asking ??= ask()
      .catch(() => undefined)
      .finally(() => (asking = undefined));
    return Promise.race([asking, delay(TIMEOUT_MS, undefined, { ref: false })]);
  };
}
