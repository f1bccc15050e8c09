import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Reads settings from the file .env beside package.json, if there is one. Variables that are set already stay. */
export function loadSettings() {
  const file = join(import.meta.dirname, '..', '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}
