import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AdminModule } from './admin/admin.module.js';
import { api2Family } from './api2/api2.family.js';
import { ApiExceptionFilter } from './api-exception.filter.js';
import { API_FAMILIES } from './api-families.js';
import type { ApiFamily } from './api-family.js';
import { HealthModule } from './health/health.module.js';
import { oauth2Family } from './oauth2/oauth2.family.js';
import { RevocationsModule } from './revocations/revocations.module.js';
import { WellKnownModule } from './well-known/well-known.module.js';

/** The documented APIs. Another one is a folder and a line here. */
const FAMILIES: readonly ApiFamily[] = [api2Family, oauth2Family];

@Module({
  imports: [...FAMILIES.map(({ module }) => module), AdminModule, HealthModule, WellKnownModule, RevocationsModule],
  providers: [
    { provide: API_FAMILIES, useValue: FAMILIES },
    { provide: APP_FILTER, useClass: ApiExceptionFilter },
  ],
})
export class ApiModule {}
