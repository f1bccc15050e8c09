import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Launcher } from './launcher.js';
import { processExists } from './postmaster-pid.js';
import type { ServerAccount } from './server-account.js';
import { SUPERUSER } from './server-client.js';
import { foreignFolder, handOver, type ServerFiles } from './server-files.js';

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
 * Creates the cluster, in a folder beside its final place: one cut short is thus never taken for a whole one.
 * Throws a sentence with the end of what `initdb` said.
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
      const said = ((error as { stderr?: string }).stderr ?? '').trim().split('\n').slice(-3).join(' ');
      throw new Error(`PostgreSQL could not create a database in ${files.directory}: ${said || String(error)}`);
    });
    // Another service that was started at the same moment may have been faster; its cluster is as good.
    if (!existsSync(files.cluster)) renameSync(draft, files.cluster);
  } catch (error) {
    throw foreignFolder(files.directory, error);
  } finally {
    rmSync(draft, { recursive: true, force: true, maxRetries: 5 });
  }
}

function removeAbandonedDrafts({ directory }: ServerFiles): void {
  for (const name of readdirSync(directory)) {
    const maker = /^cluster\.new\.(\d+)$/.exec(name)?.[1];
    if (!maker || (processExists(Number(maker)) && Number(maker) !== process.pid)) continue;
    rmSync(join(directory, name), { recursive: true, force: true, maxRetries: 5 });
  }
}
