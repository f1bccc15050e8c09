import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { basename, join } from 'node:path';

/** What a cluster's `postmaster.pid` says about the server that wrote it. */
export interface RecordedServer {
  readonly pid: number;
  /** Undefined while the server is starting. */
  readonly port: number | undefined;
}

/** The server recorded in the cluster, running or not; undefined where the last one shut down in order. */
export function readPostmasterPid(cluster: string): RecordedServer | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return pid > 0 ? { pid, port: Number(lines[3]) || undefined } : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Whether any process has this id, also one of another account. */
export function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Whether process `pid` is the PostgreSQL server of `cluster`. After a reboot the recorded id may belong to any
 * process, even to the server of another cluster. Where the system does not tell, the result is true: a second server
 * is then not started on a cluster that may be in use.
 */
export function isServerOf(cluster: string, pid: number): boolean {
  if (!processExists(pid)) return false;
  if (process.platform === 'linux') return isServerOnLinux(cluster, pid);
  try {
    const commandLine = execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
    return commandLine.includes('postgres') && commandLine.includes(cluster);
  } catch {
    return true;
  }
}

function isServerOnLinux(cluster: string, pid: number): boolean {
  let words: string[];
  try {
    // Empty for a zombie: a process that has ended and whose parent has not collected it yet.
    words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return processExists(pid);
  }
  if (basename(words[0] ?? '') !== 'postgres') return false;
  try {
    // The server's working directory is its cluster, also after the cluster was moved.
    return readlinkSync(`/proc/${pid}/cwd`) === cluster;
  } catch {
    // In a container root may not be allowed to read this link. Anyone may read the command line.
    return words.includes(cluster);
  }
}
