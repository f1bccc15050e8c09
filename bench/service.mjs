// The service as it is in production, in this process.
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../dist/app.module.js';
import { Config } from '../dist/config/config.js';
import { readConfig } from '../dist/config/read-config.js';
import { APP_OPTIONS, configureApp, createHttpAdapter } from '../dist/configure-app.js';
import { TokensService } from '../dist/tokens/tokens.service.js';

/** @param settings environment variables. */
export async function start(settings) {
  const config = readConfig({ LOG_LEVEL: 'error', ...settings });
  const app = await NestFactory.create(AppModule.with(new Config(config)), createHttpAdapter(config), {
    ...APP_OPTIONS,
    logger: false,
  });
  configureApp(app);
  await app.init();
  await app.listen(Number(settings.PORT), '127.0.0.1');
  return { app, tokens: app.get(TokensService) };
}
