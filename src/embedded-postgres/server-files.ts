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

/** The files and folders of an embedded server: absolute paths without symbolic links. */
export interface ServerFiles {
  readonly directory: string;
  readonly cluster: string;
  readonly passwordFile: string;
  readonly logFile: string;
}

/**
 * Creates `directory` where it is missing, owned by `account`. An existing one keeps its owner.
 * @returns the paths in it.
 * @throws Error with a sentence when this process may not write to it.
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
    throw folderAccessError(path, error);
  }
}

/**
 * The superuser's password, created on first use.
 * @throws Error with a sentence when the file is lost, or closed to this process.
 */
export function readOrCreatePassword(files: ServerFiles, account: ServerAccount | undefined): string {
  try {
    if (!existsSync(files.passwordFile)) {
      if (existsSync(files.cluster)) {
        throw new Error(`The embedded database in ${files.directory} has lost its file "password"; restore that file.`);
      }
      // Linked, not written in place: the file is complete when it appears and never replaced, so two services that
      // start at once for the first time read the same password.
      const draft = `${files.passwordFile}.${process.pid}`;
      writeFileSync(draft, randomBytes(24).toString('base64url'), { mode: 0o600 });
      linkOnce(draft, files.passwordFile);
    }
    chmodSync(files.passwordFile, 0o600);
    handOver(files.passwordFile, account);
    return readFileSync(files.passwordFile, 'utf8').trim();
  } catch (error) {
    throw folderAccessError(files.directory, error);
  }
}

/** Makes `account` the owner of a file or folder; does nothing where the server runs as the account of this process. */
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

/** Turns a refused access into an Error with a sentence that says what to do; returns any other error unchanged. */
export function folderAccessError(directory: string, error: unknown): Error {
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
