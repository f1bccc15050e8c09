import { execFile, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type { CommandResult } from './tessera-command.js';

const ROOT = join(import.meta.dirname, '..', '..');
const OURS = ['@tessera-auth/client', '@tessera-auth/cli'];
const run = promisify(execFile);

interface RunOptions {
  readonly env?: Record<string, string>;
  readonly stdin?: string;
  /** What is typed at a terminal, each after its question was shown. */
  readonly typed?: readonly (readonly [question: string, keys: string])[];
}

/** `tessera` as npm installs it, from what would be published, into a folder with nothing else. */
export class InstalledCommand {
  private constructor(readonly folder: string) {}

  static async install(): Promise<InstalledCommand> {
    const folder = mkdtempSync(join(process.env.TESSERA_TEST_FOLDER ?? tmpdir(), 'command-'));
    await npm(ROOT, folder, 'pack', ...OURS.flatMap((name) => ['-w', name]), '--pack-destination', folder);
    const tarballs = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
    for (const name of OURS) copyDependencies(name, folder);
    await npm(folder, folder, 'install', '--offline', ...tarballs.map((name) => join(folder, name)));
    return new InstalledCommand(folder);
  }

  /** Runs `text` by a shell that stops at the first failure and finds `tessera`. */
  shell(text: string, { env, stdin = '', typed = [] }: RunOptions = {}): Promise<CommandResult> {
    const left = [...typed];
    const child = spawn('sh', ['-euc', text], { cwd: this.folder, env: { ...this.env(), ...env } });
    const result = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (part: string) => {
        result[name] += part;
        if (left[0] && result[name].endsWith(left[0][0])) child.stdin.write(left.shift()![1]);
      });
    }
    if (typed.length === 0) child.stdin.end(stdin);
    return new Promise((resolve) => child.once('close', (code) => resolve({ code: code!, ...result })));
  }

  /** The same at a terminal of 60 columns, which shows both streams. */
  terminal(text: string, options: RunOptions): Promise<CommandResult> {
    const command = `stty cols 60; ${text}`;
    return this.shell('script --quiet --flush --return --command "$COMMAND" /dev/null', {
      ...options,
      env: { ...options.env, COMMAND: command, SHELL: '/bin/sh' },
    });
  }

  private env(): Record<string, string> {
    const bin = join(this.folder, 'node_modules', '.bin');
    return { PATH: [bin, process.env.PATH].join(delimiter), HOME: this.folder };
  }
}

/** With a cache of its own, so that nothing comes from elsewhere. */
async function npm(folder: string, home: string, ...args: string[]): Promise<void> {
  // Not what npm told the test run: that is about this repository.
  const env = { PATH: process.env.PATH, HOME: home };
  await run('npm', [...args, '--no-audit', '--no-fund', '--loglevel', 'error'], { cwd: folder, env });
}

/** What `name` declares, from this repository: npm finds it there, and asks no registry. */
function copyDependencies(name: string, folder: string): void {
  const source = join(ROOT, 'node_modules', name);
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as {
    readonly dependencies?: object;
    readonly optionalDependencies?: object;
  };
  for (const dependency of Object.keys({ ...dependencies, ...optionalDependencies })) {
    const target = join(folder, 'node_modules', dependency);
    if (OURS.includes(dependency) || existsSync(target)) continue;
    cpSync(join(ROOT, 'node_modules', dependency), target, { recursive: true });
    copyDependencies(dependency, folder);
  }
}
