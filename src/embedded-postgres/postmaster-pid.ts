import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { basename, join } from 'node:path';

/** What a cluster's `postmaster.pid` says about the server that wrote it. */
export interface RecordedServer {
  readonly pid: number;
  /** Absent while the server is only just starting. */
  readonly port: number | undefined;
}

/** The server recorded in the cluster, running or not; undefined when the last one left in good order. */
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

/** Whether any process has this id, be it another account's. */
export function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Whether process `pid` is the PostgreSQL server of `cluster`. After a reboot the recorded id may belong to
 * anything, even to the server of another cluster. Where the system does not tell, the answer is yes: then
 * the recorded server is asked, never overrun.
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
    // Empty for a process that has ended and was not yet collected by its parent.
    words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return processExists(pid);
  }
  if (basename(words[0] ?? '') !== 'postgres') return false;
  try {
    // A server works inside its cluster, even if that was moved since.
    return readlinkSync(`/proc/${pid}/cwd`) === cluster;
  } catch {
    // In a container root may not look; the command line is open to all.
    return words.includes(cluster);
  }
}
