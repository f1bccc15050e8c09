import { NestFactory } from '@nestjs/core';
import type { LoggerService } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { APP_OPTIONS, configureHttp, createHttpAdapter } from './api/http/http-adapter.js';
import { AppModule } from './app.module.js';
import type { Config } from './config/config.js';

/**
 * The application as it is in service, not yet listening.
 * @param config whose `databaseUrl` is set.
 * @param logger false for none.
 * @throws what keeps it from starting.
 */
export async function createApplication(
  config: Config,
  logger: LoggerService | false,
): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), createHttpAdapter(config), {
    ...APP_OPTIONS,
    logger,
    abortOnError: false,
  });
  configureHttp(app);
  return app;
}
