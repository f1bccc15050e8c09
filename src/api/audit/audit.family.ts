import { Module } from '@nestjs/common';
import { AuditModule } from '../../audit/audit.module.js';
import type { ApiFamily } from '../api-family.js';
import { CheckpointController } from './checkpoint.controller.js';

@Module({ imports: [AuditModule], controllers: [CheckpointController] })
class AuditApiModule {}

export const auditFamily: ApiFamily = {
  name: 'audit',
  prefixes: ['/audit'],
  module: AuditApiModule,
  anyOrigin: true,
};
