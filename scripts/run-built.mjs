import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { loadSettings } from './load-settings.mjs';

/** Sees to it that all is installed and built, and runs `dist/<entry>` in this process, so that signals reach it. */
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
