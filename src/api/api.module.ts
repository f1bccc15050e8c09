import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AdminModule } from './admin/admin.module.js';
import { ApiExceptionFilter } from './errors/api-exception.filter.js';
import { CheckpointModule } from './audit/checkpoint.module.js';
import { FAMILIES } from './families.js';
import { HealthModule } from './health/health.module.js';
import { RevocationsModule } from './revocations/revocations.module.js';
import { WellKnownModule } from './well-known/well-known.module.js';

@Module({
  imports: [
    ...FAMILIES.map(({ module }) => module),
    AdminModule,
    HealthModule,
    WellKnownModule,
    RevocationsModule,
    CheckpointModule,
  ],
  providers: [{ provide: APP_FILTER, useClass: ApiExceptionFilter }],
})
export class ApiModule {}
