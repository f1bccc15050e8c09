import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Config } from './config/config.js';
import { readConfig } from './config/read-config.js';
import { startEmbeddedServer, type EmbeddedServer } from './embedded-postgres/embedded-server.js';
import { StructuredLogger } from './logging/structured-logger.js';
import { serveOpenApi } from './api/openapi/document.js';
import { createApplication } from './serve.js';
import { describeStartFailure, ListenError } from './start-failure.js';
import { FirstAdminService } from './users/first-admin.service.js';

/** Requests under way get this long to finish. */
const SHUTDOWN_TIMEOUT_MS = 20_000;

let embedded: Promise<EmbeddedServer> | undefined;
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
    embedded = startEmbeddedServer({ directory: join(settings.dataDir, 'postgres'), onProgress: say });
    config = new Config({ ...settings, databaseUrl: (await embedded).url });
  }
  say('Preparing the database ...');
  app = await createApplication(config, logger);
  serveOpenApi(app);
  await app.init();
  const admin = await app.get(FirstAdminService).ensure();
  // At once: whatever fails from here on, the password is not shown again.
  if (admin?.generatedPassword) {
    process.stdout.write(`First admin: ${admin.username}, password ${admin.generatedPassword} (shown only now)\n`);
  } else if (admin) {
    say(`First admin: ${admin.username}, with the password from BOOTSTRAP_ADMIN_PASSWORD`);
  }
  await app.listen(config.port, config.host).catch((cause: unknown) => {
    throw new ListenError(config.host, config.port, cause);
  });

  const url = await app.getUrl();
  say(`Tessera listens on ${url}`);
  if (config.console) say(`Console: ${url}/console`);
  say(`Documentation: ${url}/docs`);
}

function stop(): Promise<void> {
  stopping ??= (async () => {
    setTimeout(() => process.exit(1), SHUTDOWN_TIMEOUT_MS).unref();
    await app?.close();
    await (await embedded)?.stop();
  })();
  return stopping;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}

start().catch(async (error: unknown) => {
  if (stopping) return;
  process.stderr.write(`${describeStartFailure(error)}\n`);
  await stop().catch(() => undefined);
  process.exit(1);
});
