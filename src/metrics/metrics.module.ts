import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { MailModule } from '../mail/mail.module.js';
import { SigningKeysModule } from '../signing-keys/signing-keys.module.js';
import { MetricsRegistry } from './metrics-registry.js';
import { MetricsServer } from './metrics-server.js';
import { RequestDurations } from './request-durations.js';

@Module({
  imports: [AuditModule, MailModule, SigningKeysModule],
  providers: [RequestDurations, MetricsRegistry, MetricsServer],
})
export class MetricsModule {}
