import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureConsoleBuilt } from '../../scripts/ensure-built.mjs';
import './typescript-loader.mjs';

/**
 * Sets for all specs TESSERA_TEST_SERVER_URL, a PostgreSQL in which they may create databases (that of
 * TEST_DATABASE_URL, else one that runs as long as the tests), and TESSERA_TEST_FOLDER, which is removed at the end.
 */
export default async function globalSetup() {
  ensureConsoleBuilt();
  const folder = mkdtempSync(join(tmpdir(), 'tessera-test-'));
  chmodSync(folder, 0o755);
  process.env.TESSERA_TEST_FOLDER = folder;

  const given = process.env.TEST_DATABASE_URL;
  const starting = given ? Promise.resolve({ url: given, stop: () => Promise.resolve() }) : startServer(folder);
  globalThis.endTestRun = async () => {
    try {
      const server = await starting;
      await server.stop();
    } finally {
      // Servers that an interrupted spec leaves in this folder notice that it is gone, and end themselves.
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  };

  // Jest skips the tear-down when it is interrupted. The same signal may come twice: from the terminal and from npm.
  for (const [signal, status] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })) {
    process.on(signal, () => void globalThis.endTestRun().finally(() => process.exit(status)));
  }

  try {
    process.env.TESSERA_TEST_SERVER_URL = (await starting).url;
    process.env.TESSERA_TEST_TEMPLATE = await createTemplate(process.env.TESSERA_TEST_SERVER_URL);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

async function startServer(folder) {
  const { startEmbeddedServer } = await import('../../src/embedded-postgres/embedded-server.ts');
  return startEmbeddedServer({ directory: join(folder, 'database'), durable: false });
}

/** Creates a migrated database for the specs to copy: faster than migrating one for each. Every run has its own. */
async function createTemplate(serverUrl) {
  const { createDataSource } = await import('../../src/database/data-source.ts');
  const { migrate } = await import('../../src/database/migrate.ts');
  const name = `tessera_template_${process.pid}`;
  const server = await createDataSource(serverUrl).initialize();
  await server.query(`DROP DATABASE IF EXISTS ${name}`);
  await server.query(`CREATE DATABASE ${name}`);
  await server.destroy();
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await migrate(url.href);
  return name;
}
