import { Module } from '@nestjs/common';
import { SettingsModule } from '../settings/settings.module.js';
import { AuditExportService } from './audit-export.service.js';
import { AuditLogService } from './audit-log.service.js';
import { AuditRetentionService } from './audit-retention.service.js';
import { CheckpointKeyService } from './checkpoints/checkpoint-key.service.js';
import { AuditSealer } from './sealing/audit-sealer.service.js';
import { EpochStarter } from './sealing/epoch-starter.js';
import { RefusedLoginRecorder } from './sealing/refused-login-recorder.js';
import { TreeReader } from './tree-reader.service.js';

@Module({
  imports: [SettingsModule],
  providers: [
    AuditLogService,
    AuditExportService,
    AuditRetentionService,
    AuditSealer,
    CheckpointKeyService,
    EpochStarter,
    RefusedLoginRecorder,
    TreeReader,
  ],
  exports: [AuditLogService, AuditExportService, CheckpointKeyService],
})
export class AuditModule {}
