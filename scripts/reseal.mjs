import { requireNode } from './require-node.mjs';

requireNode();

const { ensureInstalled } = await import('./ensure-installed.mjs');
const { ensureBuilt } = await import('./ensure-built.mjs');
const { loadSettings } = await import('./load-settings.mjs');
try {
  ensureInstalled();
  ensureBuilt();
  loadSettings();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

await import('../dist/reseal.js');
