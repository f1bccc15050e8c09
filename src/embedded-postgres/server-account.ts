import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The account that the server runs as where this process is root: PostgreSQL refuses to run as root. */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
}

interface PasswdEntry extends ServerAccount {
  readonly name: string;
}

/**
 * The account to run PostgreSQL as, or undefined where it runs as the account of this process.
 * Only root needs one. An existing cluster is run by its owner. A new one is run by an account of /etc/passwd, since
 * `initdb` refuses any other: the owner of `directory`, `postgres` or `nobody`.
 * @throws Error with a sentence when root finds no such account.
 */
export function chooseServerAccount(directory: string): ServerAccount | undefined {
  if (process.geteuid?.() !== 0) return undefined;

  const clusterOwner = ownerOf(join(directory, 'cluster'));
  if (clusterOwner && clusterOwner.uid !== 0) return clusterOwner;

  const known = readPasswd();
  const folderOwner = ownerOf(directory);
  const account =
    known.find((entry) => entry.uid !== 0 && entry.uid === folderOwner?.uid) ??
    known.find((entry) => entry.name === 'postgres') ??
    known.find((entry) => entry.name === 'nobody');
  if (!account) {
    throw new Error('PostgreSQL refuses to run as root and there is no other account to run it as; set DATABASE_URL.');
  }
  return { uid: account.uid, gid: account.gid };
}

function ownerOf(path: string): ServerAccount | undefined {
  try {
    const { uid, gid } = statSync(path);
    return { uid, gid };
  } catch {
    // Missing, or closed to a root without its usual rights: opening the folder fails next, with a sentence.
    return undefined;
  }
}

function readPasswd(): PasswdEntry[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }));
}
