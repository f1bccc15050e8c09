import { Injectable } from '@nestjs/common';
import { AuditLogService } from '../audit/audit-log.service.js';
import { Clock } from '../common/clock.js';
import { Config } from '../config/config.js';
import { KeyRotationService } from '../signing-keys/key-rotation.service.js';
import { UserProfilesService } from '../users/user-profiles.service.js';
import { ActivityRecorder, type ActivityHour } from './activity-recorder.service.js';
import { attentionOf, type Attention } from './attention.js';
import { LiveCountsService, type LiveCounts } from './live-counts.service.js';

export interface Overview {
  /** Null where nothing has been counted yet. */
  readonly counts: LiveCounts | null;
  /** The last 24, the oldest first. */
  readonly hours: readonly ActivityHour[];
  readonly attention: readonly Attention[];
}

/** The state of the service at a glance, from counters that are kept. */
@Injectable()
export class OverviewService {
  constructor(
    private readonly activity: ActivityRecorder,
    private readonly counts: LiveCountsService,
    private readonly users: UserProfilesService,
    private readonly keys: KeyRotationService,
    private readonly audit: AuditLogService,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<Overview> {
    const [counts, hours, attention] = await Promise.all([
      this.counts.find(),
      this.activity.listLastDay(),
      this.listAttention(),
    ]);
    return { counts, hours, attention };
  }

  private async listAttention(): Promise<Attention[]> {
    const [hasSecondAdmin, keys, oldestUnsealedEvent] = await Promise.all([
      this.users.hasSecondAdmin(),
      this.keys.listKeys(),
      this.audit.findOldestUnsealed(),
    ]);
    const keySignsSince = keys.find(({ state }) => state === 'current')?.activatedAt ?? null;
    const { keyRotationDays } = this.config;
    return attentionOf({ now: this.clock.now(), hasSecondAdmin, keyRotationDays, keySignsSince, oldestUnsealedEvent });
  }
}
