import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Launcher } from './launcher.js';
import { processExists } from './postmaster-pid.js';
import type { ServerAccount } from './server-account.js';
import { SUPERUSER } from './server-client.js';
import { folderAccessError, handOver, type ServerFiles } from './server-files.js';

const run = promisify(execFile);

/** What {@link createCluster} needs to know. */
export interface ClusterPlan {
  readonly files: ServerFiles;
  readonly account: ServerAccount | undefined;
  readonly launch: Launcher;
  readonly initdb: string;
  readonly durable: boolean;
}

/**
 * Creates the cluster in a draft folder and renames the draft when it is complete, so that an interrupted creation
 * never looks like a cluster.
 * @throws Error with the last lines that `initdb` printed, or that says why the folder cannot be used.
 */
export async function createCluster({ files, account, launch, initdb, durable }: ClusterPlan): Promise<void> {
  removeAbandonedDrafts(files);
  const draft = `${files.cluster}.new.${process.pid}`;
  try {
    mkdirSync(draft, { mode: 0o700 });
    handOver(draft, account);
    const command = launch(initdb, [
      ...['-D', draft, `--username=${SUPERUSER}`, `--pwfile=${files.passwordFile}`, '--auth=scram-sha-256'],
      // The built-in provider sorts and folds case the same on every machine, whatever its C library.
      ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      ...['--no-instructions', durable ? '--sync-method=fsync' : '--no-sync'],
    ]);
    await run(command.file, command.args, command.options).catch((error: unknown) => {
      const printed = ((error as { stderr?: string }).stderr ?? '').trim().split('\n').slice(-3).join(' ');
      throw new Error(`PostgreSQL could not create a database in ${files.directory}: ${printed || String(error)}`);
    });
    // Another service that started at the same moment may have been faster: then its cluster is used.
    if (!existsSync(files.cluster)) renameSync(draft, files.cluster);
  } catch (error) {
    throw folderAccessError(files.directory, error);
  } finally {
    rmSync(draft, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Removes the drafts of processes that are gone. One with our own id is such a draft too: ours does not exist yet. */
function removeAbandonedDrafts({ directory }: ServerFiles): void {
  for (const name of readdirSync(directory)) {
    const creatorPid = /^cluster\.new\.(\d+)$/.exec(name)?.[1];
    if (!creatorPid || (processExists(Number(creatorPid)) && Number(creatorPid) !== process.pid)) continue;
    rmSync(join(directory, name), { recursive: true, force: true, maxRetries: 5 });
  }
}
