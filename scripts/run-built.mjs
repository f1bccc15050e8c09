import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { loadSettings } from './load-settings.mjs';

/**
 * Installs and builds what is missing, then runs `dist/<entry>` in this process, so that signals reach it.
 * Ends the process with one sentence and status 1 where that fails.
 */
export async function runBuilt(entry) {
  try {
    ensureInstalled();
    ensureBuilt();
    loadSettings();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
  await import(`../dist/${entry}`);
}
