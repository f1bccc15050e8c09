import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isServerOf, processExists, readPostmasterPid } from './postmaster-pid.js';
import { countOtherClients } from './server-client.js';
import type { ServerFiles } from './server-files.js';

/** How long the connections of a service that was just killed may take to disappear. */
const DISCONNECT_MS = 1_000;
/** How long a recorded server may take to respond: it may be starting, recovering or shutting down. */
const RESPONSE_MS = 15_000;
/** Time between two checks. A service that has just started its server needs less to connect to it. */
const CHECK_INTERVAL_MS = 150;

/**
 * Ends a server of this cluster that outlived the service that started it (decision 5). Returns when none runs.
 *
 * Every living service keeps a connection to its server, so a server without clients is an orphan. Two checks in a row
 * must find it so: a service that has just started its server may not have connected yet at the first.
 * @throws Error with a sentence when a service still uses the server, or when it neither responds nor stops.
 */
export async function endOrphan(files: ServerFiles, password: string): Promise<void> {
  const startedAt = Date.now();
  let checksWithoutClients = 0;
  for (;;) {
    const server = readPostmasterPid(files.cluster);
    if (!server) return;
    if (!isServerOf(files.cluster, server.pid)) return removeStaleRecord(files, server.pid);

    const otherClients = server.port ? await countClients(server.port, password) : undefined;
    checksWithoutClients = otherClients === 0 ? checksWithoutClients + 1 : 0;
    if (checksWithoutClients === 2) return endServer(files, server.pid);

    const waited = Date.now() - startedAt;
    if (otherClients && waited > DISCONNECT_MS) {
      throw new Error(`The embedded database in ${files.directory} is in use by another running service.`);
    }
    if (otherClients === undefined && waited > RESPONSE_MS) {
      throw new Error(
        `A PostgreSQL server (process ${server.pid}) runs in ${files.directory} and does not respond; stop it first.`,
      );
    }
    await sleep(CHECK_INTERVAL_MS);
  }
}

/**
 * Removes `postmaster.pid` when the id in it belongs to another process by now: PostgreSQL would take that process for a
 * running server. The id of a process that is gone does not disturb it. A process that still holds the cluster's shared
 * memory makes the next start fail as `still_held`.
 */
function removeStaleRecord(files: ServerFiles, pid: number): void {
  if (processExists(pid)) rmSync(join(files.cluster, 'postmaster.pid'), { force: true });
}

/** @returns the number of clients, or undefined where the server does not respond. */
async function countClients(port: number, password: string): Promise<number | undefined> {
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
