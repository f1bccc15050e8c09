import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import type { ServerAccount } from './server-account.js';

/** Where an embedded server keeps its things; all paths are absolute and free of symbolic links. */
export interface ServerFiles {
  readonly directory: string;
  readonly cluster: string;
  readonly passwordFile: string;
  readonly logFile: string;
}

/**
 * Makes sure the folder exists. A folder made here is given to `account`; one that was there keeps its owner.
 * Throws a sentence when this process may not write to it.
 */
export function openServerFiles(directory: string, account: ServerAccount | undefined): ServerFiles {
  const path = resolve(directory);
  try {
    if (!existsSync(path)) {
      mkdirSync(dirname(path), { recursive: true });
      mkdirSync(path, { mode: 0o700 });
      handOver(path, account);
    }
    const real = realpathSync(path);
    return {
      directory: real,
      cluster: join(real, 'cluster'),
      passwordFile: join(real, 'password'),
      logFile: join(real, 'server.log'),
    };
  } catch (error) {
    throw foreignFolder(path, error);
  }
}

/** The superuser's password, made on first use. Throws a sentence when it is lost or belongs to someone else. */
export function readOrCreatePassword(files: ServerFiles, account: ServerAccount | undefined): string {
  try {
    if (!existsSync(files.passwordFile)) {
      if (existsSync(files.cluster)) {
        throw new Error(`The embedded database in ${files.directory} has lost its file "password"; restore that file.`);
      }
      // Complete before it gets its name, and never replaced: two first starts at once must agree on one.
      const draft = `${files.passwordFile}.${process.pid}`;
      writeFileSync(draft, randomBytes(24).toString('base64url'), { mode: 0o600 });
      linkOnce(draft, files.passwordFile);
    }
    chmodSync(files.passwordFile, 0o600);
    handOver(files.passwordFile, account);
    return readFileSync(files.passwordFile, 'utf8').trim();
  } catch (error) {
    throw foreignFolder(files.directory, error);
  }
}

/** Gives a file or folder to the server's account, when that is not the account of this process. */
export function handOver(path: string, account: ServerAccount | undefined): void {
  if (account) chownSync(path, account.uid, account.gid);
}

function linkOnce(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
}

/** A refused access becomes a sentence that says what to do; anything else passes unchanged. */
export function foreignFolder(directory: string, error: unknown): Error {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new Error(
      `The embedded database cannot use ${directory} (${code}): start the service as the account that owns it, ` +
        'choose another data directory, or set DATABASE_URL.',
      { cause: error },
    );
  }
  return error instanceof Error ? error : new Error(String(error));
}
