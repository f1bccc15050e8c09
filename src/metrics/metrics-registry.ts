import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { AuditLogService } from '../audit/audit-log.service.js';
import { ActivityCounters } from '../common/activity.js';
import { Clock } from '../common/clock.js';
import { PasswordHasher } from '../crypto/password-hasher.js';
import { ChangeFeed } from '../database/changes/change-feed.js';
import { PreparedStatements } from '../database/prepared-statements.js';
import { MailQueue } from '../mail/mail-queue.js';
import { SigningKeysService } from '../signing-keys/signing-keys.service.js';
import { addActivityMetrics } from './activity-metrics.js';
import { addDatabaseMetrics } from './database-metrics.js';
import { addInstanceMetrics } from './instance-metrics.js';
import { RequestDurations } from './request-durations.js';

/** Gauges whose names say that they are counters; the library has each by type as well. */
const MISNAMED = ['nodejs_active_handles_total', 'nodejs_active_requests_total', 'nodejs_active_resources_total'];

/** Every metric. Their labels have values from closed lists alone: never a user, a token, an address or a raw path. */
@Injectable()
export class MetricsRegistry {
  private readonly registry = new Registry();
  readonly contentType = this.registry.contentType;

  constructor(
    private readonly activity: ActivityCounters,
    private readonly durations: RequestDurations,
    private readonly hasher: PasswordHasher,
    private readonly feed: ChangeFeed,
    private readonly statements: PreparedStatements,
    private readonly keys: SigningKeysService,
    private readonly audit: AuditLogService,
    private readonly mails: MailQueue,
    private readonly clock: Clock,
  ) {}

  /** To be called once, and only where the metrics are read: those of the process itself watch it from then on. */
  start(): void {
    const { registry, durations, hasher, feed, statements, keys, audit, mails, clock } = this;
    addActivityMetrics(registry, this.activity);
    addInstanceMetrics(registry, { durations, hasher, feed, statements, keys, clock });
    addDatabaseMetrics(registry, { audit, mails, clock });
    collectDefaultMetrics({ register: registry });
    for (const name of MISNAMED) registry.removeSingleMetric(name);
  }

  /** All of them as they are now, in the text format of Prometheus, version 0.0.4. */
  text(): Promise<string> {
    return this.registry.metrics();
  }
}
