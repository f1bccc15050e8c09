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

// Nothing of the service's environment reaches the server: no secrets, and no PG* variable that would steer it.
// The working directory is one that every account may enter.
const surroundings = { cwd: '/', env: { PATH: SYSTEM_PATH, LC_ALL: 'C', TZ: 'UTC' } };

// Bit numbers from linux/capability.h. The one that only reads is preferred; containers often lack it.
const capabilities = [
  { name: 'dac_read_search', bit: 2n },
  { name: 'dac_override', bit: 1n },
];

/**
 * Finds a way to run `program` as `account` such that it can reach both itself and `directory`.
 * Without an account the program simply runs as this process does.
 * Throws a sentence when the folders are closed to the account and nothing opens them.
 */
export async function chooseLauncher(
  account: ServerAccount | undefined,
  program: string,
  directory: string,
): Promise<Launcher> {
  if (!account) return (file, args) => ({ file, args, options: surroundings });

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
  return (file, args) => ({ file, args, options: { ...surroundings, uid, gid } });
}

/**
 * Keeps one capability across the change of account, enough to pass through folders that only root may enter.
 * `no_setuid_fixup` because the programs check their own files with access(2), which otherwise ignores capabilities.
 */
function asAccountWith({ uid, gid }: ServerAccount, capability: string): Launcher {
  const identity = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--securebits=+no_setuid_fixup'];
  const sets = ['--inh-caps', '--ambient-caps'].map((set) => `${set}=+${capability}`);
  sets.push(`--bounding-set=-all,+${capability}`);
  return (file, args) => ({
    file: 'setpriv',
    args: [...identity, ...sets, '--', file, ...args],
    options: surroundings,
  });
}

/** Those of the useful capabilities that this process may pass on; asking for another one fails. */
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
