import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import type { Config } from '../config/config.js';
import { AdminModule } from './admin/admin.module.js';
import { ApiExceptionFilter } from './errors/api-exception.filter.js';
import { consoleFamily } from './console/console.family.js';
import { FAMILIES } from './families.js';
import { HealthModule } from './health/health.module.js';
import { HomeModule } from './home/home.module.js';
import { MeModule } from './me/me.module.js';
import { QueryParametersGuard } from './http/query-parameters.guard.js';

@Module({
  providers: [
    { provide: APP_FILTER, useClass: ApiExceptionFilter },
    // After the guard that asks who calls.
    { provide: APP_GUARD, useClass: QueryParametersGuard },
  ],
})
export class ApiModule {
  static with(config: Config): DynamicModule {
    const families = FAMILIES.filter((family) => config.console || family !== consoleFamily);
    return {
      module: ApiModule,
      imports: [...families.map(({ module }) => module), AdminModule, MeModule, HealthModule, HomeModule],
    };
  }
}
