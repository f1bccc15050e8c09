import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { findFreePort } from './free-port.js';
import { endOrphan } from './orphan.js';
import { isRunning, startPostmaster, stopPostmaster } from './postmaster.js';
import type { RunningServer, ServerPlan } from './postmaster.js';
import { connect, urlOf } from './server-client.js';
import { ServerStartError } from './start-failure.js';

/** What the owner of a server is told about it. */
export interface ServerEvents {
  readonly onProgress: (line: string) => void;
  readonly onExit: (reason: string) => void;
}

const PORT_ATTEMPTS = 5;
const HELD_MS = 10_000;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 5_000;

/** A server that is started again, on the same port, whenever it ends without having been stopped. */
export class SupervisedServer {
  readonly url: string;
  private readonly stopping = new AbortController();
  private child: ChildProcess;
  private keeper: Client | undefined;
  private revival: Promise<void> = Promise.resolve();
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

  /** Starts the server on a free port. Throws a sentence when that fails for good. */
  static async start(plan: ServerPlan, events: ServerEvents): Promise<SupervisedServer> {
    const heldUntil = Date.now() + HELD_MS;
    for (let attempt = 1; ; attempt++) {
      const port = await findFreePort();
      try {
        return new SupervisedServer(plan, port, events, await startPostmaster(plan, port, true));
      } catch (error) {
        const failure = error instanceof ServerStartError ? error.failure : 'other';
        const worthwhile = failure === 'port_taken' ? attempt < PORT_ATTEMPTS : failure === 'still_held';
        if (!worthwhile || Date.now() > heldUntil) throw error;
        if (failure === 'port_taken') continue;
        await sleep(200);
        await endOrphan(plan.files, plan.password);
      }
    }
  }

  /** Shuts the server down and waits for its end; every call waits for the same one. */
  stop(): Promise<void> {
    this.stopped ??= this.shutDown();
    return this.stopped;
  }

  private async shutDown(): Promise<void> {
    this.stopping.abort();
    // Not awaited: it alone would not keep this process alive until the server has ended.
    void this.keeper?.end().catch(() => undefined);
    await this.revival;
    await stopPostmaster(this.child);
  }

  private watch({ child, client }: RunningServer): void {
    this.child = child;
    this.keep(client);
    const ended = () => {
      if (!this.stopping.signal.aborted) this.revival = this.revive();
    };
    if (isRunning(child)) child.once('exit', ended);
    else ended();
  }

  /** Holds one idle connection: by it another service sees that this server is not an orphan. */
  private keep(client: Client): void {
    this.keeper = client;
    // Present at run time, absent from pg's type declarations.
    (client as Client & { unref(): void }).unref();
    client.once('end', () => {
      if (this.keeper === client) void this.reconnect(client);
    });
  }

  private async reconnect(lost: Client): Promise<void> {
    while (this.keeper === lost && isRunning(this.child) && !this.stopping.signal.aborted) {
      await sleep(200, undefined, { ref: false });
      const client = await connect({ port: this.port, password: this.plan.password }).catch(() => undefined);
      if (client && this.keeper === lost && !this.stopping.signal.aborted) return this.keep(client);
      await client?.end().catch(() => undefined);
    }
  }

  private async revive(): Promise<void> {
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
