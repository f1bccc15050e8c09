import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Takes settings from the file .env beside package.json, if there is one; variables that are set already win. */
export function loadSettings() {
  const file = join(import.meta.dirname, '..', '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}
