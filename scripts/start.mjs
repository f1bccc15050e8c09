import { requireNode } from './require-node.mjs';

requireNode();

// Loaded only now: an older Node.js would stumble over what these use before it could be told apart.
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

// In this same process, so that signals reach the service.
await import('../dist/main.js');
