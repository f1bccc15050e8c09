import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readPostmasterPid } from '../../../src/embedded-postgres/postmaster-pid.js';
import { urlOf } from '../../../src/embedded-postgres/server-client.js';
import { ServiceProcess } from '../service-process.js';
import { PASSWORD } from '../test-app.js';
import { until } from '../verification-paths.js';

/** A killed service or database is back long before. */
const BACK_MS = 45_000;

/** What is killed. */
export type Victim = 'service' | 'database';

class Gate {
  readonly opened: Promise<void>;
  open: () => void = () => undefined;

  constructor() {
    this.opened = new Promise((resolve) => (this.open = resolve));
  }
}

/** The service as `npm start` runs it, with the PostgreSQL that it brings. */
export class KillableService {
  url = '';
  private readonly dataDir = mkdtempSync(join(process.env.TESSERA_TEST_FOLDER!, 'kill-loop-'));
  private readonly cluster = join(this.dataDir, 'postgres', 'cluster');
  private process: ServiceProcess | undefined;
  private ended: Promise<unknown> | undefined;
  private gate = new Gate();

  /** Returns once the clients may use it. */
  whenOpen(): Promise<void> {
    return this.gate.opened;
  }

  /** Lets the clients use it until the next kill. */
  open(): void {
    this.gate.open();
  }

  async start(): Promise<void> {
    this.process = ServiceProcess.spawn({
      ...{ DATA_DIR: this.dataDir, PUBLIC_URL: 'http://tessera.test', LOG_LEVEL: 'error' },
      BOOTSTRAP_ADMIN_PASSWORD: PASSWORD,
      ACCESS_TOKENS_PER_SESSION: '1000000',
    });
    this.ended = this.process.exited();
    this.url = await this.inTime(this.process.listening());
  }

  async stop(): Promise<void> {
    await this.process?.end('SIGTERM');
  }

  /** Kills it, and has it run again without its clients. @returns after how many milliseconds it was ready. */
  async kill(victim: Victim): Promise<number> {
    const startedAt = performance.now();
    this.gate = new Gate();
    if (victim === 'database') await this.inTime(this.killDatabase());
    else await this.killService();
    await this.inTime(this.whenReady());
    return performance.now() - startedAt;
  }

  /** Of its database, as long as that runs. */
  get databaseUrl(): string {
    const password = readFileSync(join(this.dataDir, 'postgres', 'password'), 'utf8').trim();
    return urlOf({ port: readPostmasterPid(this.cluster)!.port!, password });
  }

  private async killService(): Promise<void> {
    await this.process!.end('SIGKILL');
    await this.start();
  }

  /** Returns when the service has started another server. */
  private async killDatabase(): Promise<void> {
    const { pid } = readPostmasterPid(this.cluster)!;
    process.kill(pid, 'SIGKILL');
    await until(() => {
      const running = readPostmasterPid(this.cluster);
      return running?.port !== undefined && running.pid !== pid;
    });
  }

  /** @throws Error with all that the service printed, where it ends meanwhile, or `work` takes too long. */
  private inTime<T>(work: Promise<T>): Promise<T> {
    const { process } = this;
    const late = Promise.race([this.ended, delay(BACK_MS, undefined, { ref: false })]).then(() => {
      throw new Error(`The service ended, or does not come back: ${process!.output}`);
    });
    return Promise.race([work, late]);
  }

  private async whenReady(): Promise<void> {
    await until(async () => (await fetch(`${this.url}/health/ready`)).status === 200);
  }
}
