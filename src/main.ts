import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { Config } from './config/config.js';
import { readConfig } from './config/read-config.js';
import { APP_OPTIONS, configureApp, createHttpAdapter } from './configure-app.js';
import { startEmbeddedServer, type EmbeddedServer } from './database/embedded/embedded-server.js';
import { StructuredLogger } from './logging/structured-logger.js';
import { serveOpenApi } from './openapi.js';
import { describeStartFailure } from './start-failure.js';
import { FirstAdminService } from './users/first-admin.service.js';

/** Requests under way get this long to finish. */
const SHUTDOWN_TIMEOUT_MS = 15_000;

let embedded: EmbeddedServer | undefined;
let app: NestFastifyApplication | undefined;
let stopping: Promise<void> | undefined;

async function start(): Promise<void> {
  const settings = readConfig();
  const logger = new StructuredLogger(settings.logLevel);
  // For a person who waits; where only machines read, a log line like all others.
  const say = (line: string): void => {
    if (settings.production) logger.log(line, 'Start');
    else process.stdout.write(`${line}\n`);
  };

  let config = settings;
  if (!settings.databaseUrl) {
    embedded = await startEmbeddedServer({ directory: join(settings.dataDir, 'postgres'), onProgress: say });
    config = new Config({ ...settings, databaseUrl: embedded.url });
  }
  say('Preparing the database ...');
  app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), createHttpAdapter(config), {
    ...APP_OPTIONS,
    logger,
    abortOnError: false,
  });
  configureApp(app);
  serveOpenApi(app);
  await app.init();
  const admin = await app.get(FirstAdminService).ensure();
  await app.listen(config.port, config.host);

  const url = await app.getUrl();
  say(`Tessera listens on ${url}`);
  say(`Documentation: ${url}/docs`);
  if (admin?.generatedPassword) {
    say(`First admin: ${admin.username}, password ${admin.generatedPassword} (shown only now; keep it)`);
  } else if (admin) {
    say(`First admin: ${admin.username}, with the password from BOOTSTRAP_ADMIN_PASSWORD`);
  }
}

function stop(): Promise<void> {
  stopping ??= (async () => {
    setTimeout(() => process.exit(1), SHUTDOWN_TIMEOUT_MS).unref();
    await app?.close();
    await embedded?.stop();
  })();
  return stopping;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    void stop().then(() => process.exit(0));
  });
}

start().catch(async (error: unknown) => {
  if (stopping) return;
  process.stderr.write(`${describeStartFailure(error)}\n`);
  await stop().catch(() => undefined);
  process.exit(1);
});
