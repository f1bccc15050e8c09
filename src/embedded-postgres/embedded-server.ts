import { existsSync } from 'node:fs';
import { createCluster } from './cluster.js';
import { chooseLauncher } from './launcher.js';
import { endOrphan } from './orphan.js';
import { chooseServerAccount } from './server-account.js';
import { locateServerBinaries } from './server-binaries.js';
import { openServerFiles, readOrCreatePassword } from './server-files.js';
import { SupervisedServer } from './supervised-server.js';

/** A running PostgreSQL that belongs to this process. */
export interface EmbeddedServer {
  /** Connection URL, with the password. It stays valid until `stop`, also when the server is started again. */
  readonly url: string;
  /** Shuts the server down; resolves when its process has ended. May be called more than once. */
  stop(): Promise<void>;
}

/** How to run an embedded server. */
export interface EmbeddedServerOptions {
  /** Holds the cluster, its password and its log; created when missing. */
  readonly directory: string;
  /** False gives up crash safety for speed: only for clusters that are thrown away. Default true. */
  readonly durable?: boolean;
  /** Called with a line of text before a step that takes long, and after each attempt to start again. */
  readonly onProgress?: (line: string) => void;
  /** Called with the reason when the server ends without `stop`; it is then started again. */
  readonly onExit?: (reason: string) => void;
}

/**
 * Starts a real PostgreSQL in `directory`, creating the cluster and a database `tessera` on first use.
 * It listens on the loopback interface only and is started again when it ends without `stop` (decision 5).
 * @throws Error with a short sentence when it cannot run here, or when another service uses the directory.
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const { durable = true, onProgress = () => undefined, onExit = () => undefined } = options;
  const { initdb, postgres } = await locateServerBinaries();
  const account = chooseServerAccount(options.directory);
  const files = openServerFiles(options.directory, account);
  const password = readOrCreatePassword(files, account);
  const launch = await chooseLauncher(account, postgres, files.directory);

  if (!existsSync(files.cluster)) {
    onProgress('Creating the embedded database ...');
    await createCluster({ files, account, launch, initdb, durable });
  }
  await endOrphan(files, password);
  return SupervisedServer.start({ files, account, launch, postgres, password, durable }, { onProgress, onExit });
}
