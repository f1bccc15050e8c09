import { Module } from '@nestjs/common';
import { AuditModule } from '../../audit/audit.module.js';
import { AuthModule } from '../../auth/auth.module.js';
import { AuditController } from './audit.controller.js';
import { CheckpointController } from './checkpoint.controller.js';

@Module({ imports: [AuthModule, AuditModule], controllers: [AuditController, CheckpointController] })
export class AuditApiModule {}
