import { closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import type { ServerAccount } from './server-account.js';
import { handOver, type ServerFiles } from './server-files.js';

/** A larger log is emptied at the next start. */
const MAX_LOG_BYTES = 1_000_000;

/** The log opened for appending. */
export interface OpenLog {
  readonly descriptor: number;
  /** The byte at which this run's part begins. */
  readonly start: number;
}

/** Opens the server's log, and empties it where `fresh`. The caller closes the descriptor. */
export function openLog(files: ServerFiles, account: ServerAccount | undefined, fresh: boolean): OpenLog {
  const descriptor = openSync(files.logFile, 'a', 0o600);
  try {
    handOver(files.logFile, account);
    if (fresh || statSync(files.logFile).size > MAX_LOG_BYTES) truncateSync(files.logFile);
    return { descriptor, start: statSync(files.logFile).size };
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

/** What was logged from byte `start` on. */
export function logSince(files: ServerFiles, start: number): string {
  return readFileSync(files.logFile).subarray(start).toString('utf8');
}

/** The last lines that the server wrote, without their time stamps, in one line. */
export function logTail(files: ServerFiles, lines = 4): string {
  const written = logSince(files, 0).trimEnd().split('\n').slice(-lines);
  return written.map((line) => line.replace(/^\S+ \S+ UTC \[\d+\] /, '')).join(' | ');
}
