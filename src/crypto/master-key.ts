import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The key that a development instance keeps beside its data, made on first use.
 * @returns 32 bytes.
 * @throws Error where the file does not hold a key.
 */
export function developmentMasterKey(dataDir: string): Buffer {
  const path = join(dataDir, 'master-key');
  mkdirSync(dataDir, { recursive: true });
  // Written aside and linked into place: of two instances starting at once both then read the same, whole key.
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
