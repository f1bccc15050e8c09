import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { SigningKeysModule } from '../signing-keys/signing-keys.module.js';
import { UsersModule } from '../users/users.module.js';
import { ActivityRecorder } from './activity-recorder.service.js';
import { LiveCountsService } from './live-counts.service.js';
import { OverviewService } from './overview.service.js';

@Module({
  imports: [AuditModule, SigningKeysModule, UsersModule],
  providers: [ActivityRecorder, LiveCountsService, OverviewService],
  exports: [OverviewService],
})
export class OverviewModule {}
