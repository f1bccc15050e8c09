import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import type { Launcher } from './launcher.js';
import type { ServerAccount } from './server-account.js';
import { connectCreating, isNotYetReady } from './server-client.js';
import type { ServerFiles } from './server-files.js';
import { logSince, logTail, openLog } from './server-log.js';
import { serverSettings } from './server-settings.js';
import { classifyStartFailure, ServerStartError } from './start-failure.js';

/** What an embedded server is started with, each time. */
export interface ServerPlan {
  readonly files: ServerFiles;
  readonly account: ServerAccount | undefined;
  readonly launch: Launcher;
  readonly postgres: string;
  readonly password: string;
  readonly durable: boolean;
}

/** A server that accepts connections, with the first connection to it. */
export interface RunningServer {
  readonly child: ChildProcess;
  readonly client: Client;
}

/** How long a server may take until it accepts connections, recovery after a crash included. */
const READY_MS = 120_000;
/**
 * How long other connection errors are tolerated. Another program may listen on the port: then they come from it, and
 * our server is about to end because it cannot bind.
 */
const REFUSED_MS = 2_000;
const STOP_MS = 10_000;

/**
 * Starts PostgreSQL on `port` and waits until it accepts connections.
 * @param freshLog whether the log of earlier runs is dropped.
 * @throws ServerStartError
 */
export async function startPostmaster(plan: ServerPlan, port: number, freshLog: boolean): Promise<RunningServer> {
  const log = openLog(plan.files, plan.account, freshLog);
  const command = plan.launch(plan.postgres, ['-D', plan.files.cluster, ...serverSettings(port, plan.durable)]);
  // Detached, so that Ctrl-C in the terminal reaches the service alone, which then shuts the server down in order.
  const stdio = ['ignore', log.descriptor, log.descriptor] as const;
  const child = spawn(command.file, command.args, { ...command.options, detached: true, stdio: [...stdio] });
  closeSync(log.descriptor);
  let spawnError: Error | undefined;
  child.once('error', (error) => (spawnError = error));
  child.unref();

  const started = Date.now();
  // The pauses grow because the server logs a line for each connection that it refuses during recovery.
  for (let pause = 10; isRunning(child); pause = Math.min(pause * 1.25, 500)) {
    try {
      return { child, client: await connectCreating({ port, password: plan.password }) };
    } catch (error) {
      if (Date.now() - started > (isNotYetReady(error) ? READY_MS : REFUSED_MS)) {
        await stopPostmaster(child);
        throw new ServerStartError('other', `The embedded database does not accept connections: ${String(error)}`);
      }
    }
    await sleep(pause);
  }
  throw new ServerStartError(
    classifyStartFailure(logSince(plan.files, log.start)),
    `The embedded database in ${plan.files.directory} did not start: ${spawnError?.message ?? logTail(plan.files)}`,
  );
}

/** Shuts the server down and waits for its end. Each signal is harder than the one before, and gets STOP_MS. */
export async function stopPostmaster(child: ChildProcess): Promise<void> {
  child.ref();
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!isRunning(child)) return;
    const ended = once(child, 'exit', { signal: AbortSignal.timeout(STOP_MS) }).catch(() => undefined);
    child.kill(signal);
    await ended;
  }
}

/** Whether the server's process has not ended yet. */
export function isRunning(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}
