import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isServerOf, processExists, readPostmasterPid } from './postmaster-pid.js';
import { countOtherClients } from './server-client.js';
import type { ServerFiles } from './server-files.js';

/** How long the connections of a service that was just killed may take to disappear. */
const FAREWELL_MS = 1_000;
/** How long a recorded server may take to answer: it may be starting, recovering or shutting down. */
const ANSWER_MS = 15_000;
/** Between two looks; a service that has just started its server needs less to connect to it. */
const LOOK_EVERY_MS = 150;

/**
 * Ends a server of this cluster that has outlived its service.
 * Throws a sentence when a service still uses it, or when it can neither be asked nor stopped.
 */
export async function endOrphan(files: ServerFiles, password: string): Promise<void> {
  const firstLook = Date.now();
  let looksWithoutClients = 0;
  for (;;) {
    const server = readPostmasterPid(files.cluster);
    if (!server) return;
    if (!isServerOf(files.cluster, server.pid)) return forget(files, server.pid);

    const others = server.port ? await ask(server.port, password) : undefined;
    looksWithoutClients = others === 0 ? looksWithoutClients + 1 : 0;
    if (looksWithoutClients === 2) return endServer(files, server.pid);

    const waited = Date.now() - firstLook;
    if (others && waited > FAREWELL_MS) {
      throw new Error(`The embedded database in ${files.directory} is in use by another running service.`);
    }
    if (others === undefined && waited > ANSWER_MS) {
      throw new Error(
        `A PostgreSQL server (process ${server.pid}) runs in ${files.directory} and does not answer; stop it first.`,
      );
    }
    await sleep(LOOK_EVERY_MS);
  }
}

/**
 * PostgreSQL itself copes with the record of a dead process, but not with one whose id someone else has since been
 * given. Should anything still hold the cluster's shared memory, the next start finds that by itself.
 */
function forget(files: ServerFiles, pid: number): void {
  if (processExists(pid)) rmSync(join(files.cluster, 'postmaster.pid'), { force: true });
}

async function ask(port: number, password: string): Promise<number | undefined> {
  return countOtherClients({ port, password }).catch(() => undefined);
}

async function endServer(files: ServerFiles, pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    process.kill(pid, signal);
    const deadline = Date.now() + 10_000;
    while (Date.now() < deadline) {
      if (!isServerOf(files.cluster, pid)) return;
      await sleep(20);
    }
  }
  throw new Error(`The PostgreSQL server (process ${pid}) left in ${files.directory} does not stop; end it first.`);
}
