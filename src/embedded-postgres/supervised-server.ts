import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { findFreePort } from './free-port.js';
import { endOrphan } from './orphan.js';
import { isRunning, startPostmaster, stopPostmaster } from './postmaster.js';
import type { RunningServer, ServerPlan } from './postmaster.js';
import { connect, urlOf } from './server-client.js';
import { ServerStartError } from './start-failure.js';

/** Called with what happens to a server. */
export interface ServerEvents {
  readonly onProgress: (line: string) => void;
  readonly onExit: (reason: string) => void;
}

const PORT_ATTEMPTS = 5;
/** How long a start waits for the processes of a killed server to release the cluster. */
const HELD_MS = 10_000;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 5_000;

/** A server that is started again, on the same port, whenever it ends without `stop`. */
export class SupervisedServer {
  readonly url: string;
  private readonly stopping = new AbortController();
  private child: ChildProcess;
  private presence: Client | undefined;
  private restarting: Promise<void> = Promise.resolve();
  private stopped: Promise<void> | undefined;

  private constructor(
    private readonly plan: ServerPlan,
    private readonly port: number,
    private readonly events: ServerEvents,
    running: RunningServer,
  ) {
    this.url = urlOf({ port, password: plan.password });
    this.child = running.child;
    this.watch(running);
  }

  /**
   * Starts the server on a free port. Tries again where another program takes the port first, or where processes of a
   * killed server still hold the cluster.
   * @throws Error with a sentence.
   */
  static async start(plan: ServerPlan, events: ServerEvents): Promise<SupervisedServer> {
    const heldUntil = Date.now() + HELD_MS;
    for (let attempt = 1; ; attempt++) {
      const port = await findFreePort();
      try {
        return new SupervisedServer(plan, port, events, await startPostmaster(plan, port, true));
      } catch (error) {
        const failure = error instanceof ServerStartError ? error.failure : 'other';
        const retry = failure === 'port_taken' ? attempt < PORT_ATTEMPTS : failure === 'still_held';
        if (!retry || Date.now() > heldUntil) throw error;
        if (failure === 'port_taken') continue;
        await sleep(200);
        await endOrphan(plan.files, plan.password);
      }
    }
  }

  /** Shuts the server down; resolves when its process has ended. All calls share one shutdown. */
  stop(): Promise<void> {
    this.stopped ??= this.shutDown();
    return this.stopped;
  }

  private async shutDown(): Promise<void> {
    this.stopping.abort();
    // Not awaited: an unreferenced connection does not keep this process alive, which would exit before the server.
    void this.presence?.end().catch(() => undefined);
    // A restart under way may have just started a process, which is then the one to stop.
    await this.restarting;
    await stopPostmaster(this.child);
  }

  private watch({ child, client }: RunningServer): void {
    this.child = child;
    this.holdPresence(client);
    const ended = () => {
      if (!this.stopping.signal.aborted) this.restarting = this.restart();
    };
    if (isRunning(child)) child.once('exit', ended);
    else ended();
  }

  /** Keeps one idle connection, by which another service sees that this server is in use (see `endOrphan`). */
  private holdPresence(client: Client): void {
    this.presence = client;
    // `unref` is missing in pg's type declarations.
    (client as Client & { unref(): void }).unref();
    client.once('end', () => {
      if (this.presence === client) void this.reconnect(client);
    });
  }

  /** Replaces the idle connection where it is lost while the server runs on. */
  private async reconnect(lost: Client): Promise<void> {
    while (this.presence === lost && isRunning(this.child) && !this.stopping.signal.aborted) {
      await sleep(200, undefined, { ref: false });
      const client = await connect({ port: this.port, password: this.plan.password }).catch(() => undefined);
      if (client && this.presence === lost && !this.stopping.signal.aborted) return this.holdPresence(client);
      await client?.end().catch(() => undefined);
    }
  }

  /** Starts the server again, after pauses that grow, until it runs or `stop` is called. */
  private async restart(): Promise<void> {
    this.events.onExit(`The embedded database ended unexpectedly (${endOf(this.child)}); starting it again.`);
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      await sleep(pause, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      if (this.stopping.signal.aborted) return;
      try {
        const running = await startPostmaster(this.plan, this.port, false);
        this.events.onProgress('The embedded database runs again.');
        return this.watch(running);
      } catch (error) {
        this.events.onProgress((error as Error).message);
      }
    }
  }
}

function endOf(child: ChildProcess): string {
  return child.signalCode ?? `exit code ${child.exitCode}`;
}
