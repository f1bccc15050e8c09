import { requireNode } from './require-node.mjs';

requireNode();

// Loaded only now: an older Node.js would stumble over what this uses before it could be told apart.
const { runBuilt } = await import('./run-built.mjs');
await runBuilt('main.js');
