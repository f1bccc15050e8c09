import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AdminModule } from './admin/admin.module.js';
import { ApiExceptionFilter } from './errors/api-exception.filter.js';
import { FAMILIES } from './families.js';
import { HealthModule } from './health/health.module.js';

@Module({
  imports: [...FAMILIES.map(({ module }) => module), AdminModule, HealthModule],
  providers: [{ provide: APP_FILTER, useClass: ApiExceptionFilter }],
})
export class ApiModule {}
