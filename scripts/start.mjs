import { requireNode } from './require-node.mjs';

requireNode();

// Imported only now: an older Node.js would fail on its syntax before `requireNode` could say why.
const { runBuilt } = await import('./run-built.mjs');
await runBuilt('main.js');
