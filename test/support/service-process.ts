import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

/** The service as a process of its own, run from the sources. */
export class ServiceProcess {
  /** Everything that the service printed, on both streams. */
  output = '';

  private constructor(private readonly child: ChildProcess) {}

  static spawn(env: Record<string, string>): ServiceProcess {
    const loader = join(ROOT, 'test', 'support', 'typescript-loader.mjs');
    return this.run(['--import', loader, join(ROOT, 'src', 'main.ts')], env);
  }

  /** As `npm start` runs it, without the memory that compiling takes. */
  static spawnBuilt(env: Record<string, string>): ServiceProcess {
    return this.run([join(ROOT, 'scripts', 'start.mjs')], env);
  }

  private static run(args: readonly string[], env: Record<string, string>): ServiceProcess {
    const inherited = { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: process.env.TMPDIR };
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...inherited, PORT: '0', METRICS_PORT: '0', BCRYPT_COST: '4', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const service = new ServiceProcess(child);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (service.output += text));
    }
    return service;
  }

  /** Waits until the service listens. @returns its URL. */
  async listening(): Promise<string> {
    return (await this.printed(/Tessera listens on (\S+)/))[1]!;
  }

  /** Waits until the output matches `pattern`. @throws Error where the service ends first. */
  async printed(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const match = pattern.exec(this.output);
      if (match) return match;
      if (this.child.exitCode !== null)
        throw new Error(`The service ended with ${this.child.exitCode}: ${this.output}`);
      await this.somethingHappened();
    }
  }

  private somethingHappened(): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        this.child.stdout!.off('data', done);
        this.child.off('exit', done);
        resolve();
      };
      this.child.stdout!.once('data', done);
      this.child.once('exit', done);
    });
  }

  /** What it holds in memory now, in MiB. */
  memoryMiB(): number {
    const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / 1_024);
  }

  /** Sends the signal. @returns the exit code, null where the signal ended it. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    this.child.kill(signal);
    return this.exited();
  }

  exited(): Promise<number | null> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return Promise.resolve(this.child.exitCode);
    return new Promise((resolve) => this.child.once('exit', (code) => resolve(code)));
  }
}
