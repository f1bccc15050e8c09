import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Reads the master key of a development instance from the file `master-key` in `dataDir`, and creates it on first use.
 * @returns 32 bytes.
 * @throws Error where the file does not hold a key.
 */
export function developmentMasterKey(dataDir: string): Buffer {
  const path = join(dataDir, 'master-key');
  mkdirSync(dataDir, { recursive: true });
  // Linked, not written in place: the file is complete when it appears and never replaced, so two instances that start
  // at once read the same key.
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  const key = Buffer.from(readFileSync(path, 'utf8'), 'base64');
  if (key.length !== 32) throw new Error(`${path} does not hold 32 bytes in base64; restore it from a backup.`);
  return key;
}
