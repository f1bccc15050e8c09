import { Module } from '@nestjs/common';
import { AuditModule } from '../../audit/audit.module.js';
import { CheckpointController } from './checkpoint.controller.js';

@Module({ imports: [AuditModule], controllers: [CheckpointController] })
export class CheckpointModule {}
