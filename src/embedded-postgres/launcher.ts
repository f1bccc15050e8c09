import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import type { ServerAccount } from './server-account.js';

const run = promisify(execFile);

/** A command ready for `spawn` or `execFile`. */
export interface Command {
  readonly file: string;
  readonly args: string[];
  readonly options: { cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number };
}

/** Turns a PostgreSQL program and its arguments into a command that runs as the server's account. */
export type Launcher = (program: string, args: string[]) => Command;

const SYSTEM_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

// The server gets none of the service's environment variables: they hold secrets, and a PG* variable would configure it.
// Every account may enter the working directory.
const processOptions = { cwd: '/', env: { PATH: SYSTEM_PATH, LC_ALL: 'C', TZ: 'UTC' } };

// Bit numbers from linux/capability.h. The capability that only permits reading comes first; containers often lack it.
const capabilities = [
  { name: 'dac_read_search', bit: 2n },
  { name: 'dac_override', bit: 1n },
];

/**
 * Finds a way to run `program` as `account` in which it can read its own file and enter `directory`.
 * Without an account the program runs as this process does.
 * @throws Error with a sentence when the account cannot reach both, not even with a capability.
 */
export async function chooseLauncher(
  account: ServerAccount | undefined,
  program: string,
  directory: string,
): Promise<Launcher> {
  if (!account) return (file, args) => ({ file, args, options: processOptions });

  const candidates = [asAccount(account), ...availableCapabilities().map((name) => asAccountWith(account, name))];
  for (const launcher of candidates) {
    if (await reaches(launcher, program, directory)) return launcher;
  }
  throw new Error(
    `PostgreSQL does not run as root, and uid ${account.uid}, which it would run as, cannot enter this checkout or ` +
      `${directory}: move the checkout to a folder open to others, or set DATABASE_URL.`,
  );
}

function asAccount({ uid, gid }: ServerAccount): Launcher {
  return (file, args) => ({ file, args, options: { ...processOptions, uid, gid } });
}

/**
 * Keeps one capability when the account changes: enough to pass through folders that only root may enter.
 * `no_setuid_fixup` is needed because the programs check their own files with access(2), and without it the kernel
 * ignores capabilities in that call.
 */
function asAccountWith({ uid, gid }: ServerAccount, capability: string): Launcher {
  const identity = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--securebits=+no_setuid_fixup'];
  const sets = ['--inh-caps', '--ambient-caps'].map((set) => `${set}=+${capability}`);
  sets.push(`--bounding-set=-all,+${capability}`);
  return (file, args) => ({
    file: 'setpriv',
    args: [...identity, ...sets, '--', file, ...args],
    options: processOptions,
  });
}

/** The useful capabilities that this process may pass on: `setpriv` fails when it is asked for any other. */
function availableCapabilities(): string[] {
  if (process.platform !== 'linux') return [];
  const status = readFileSync('/proc/self/status', 'utf8');
  const setOf = (field: string) => BigInt(`0x${new RegExp(`^${field}:\\s*(\\w+)`, 'm').exec(status)?.[1] ?? '0'}`);
  const usable = setOf('CapPrm') & setOf('CapBnd');
  return capabilities.filter(({ bit }) => (usable >> bit) & 1n).map(({ name }) => name);
}

async function reaches(launcher: Launcher, program: string, directory: string): Promise<boolean> {
  const command = launcher('/bin/sh', ['-c', 'cd "$2" && exec "$1" --version', 'sh', program, directory]);
  return run(command.file, command.args, command.options).then(
    () => true,
    () => false,
  );
}
