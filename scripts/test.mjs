import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { requireNode } from './require-node.mjs';

requireNode();

const { ensureInstalled } = await import('./ensure-installed.mjs');
try {
  ensureInstalled();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

const root = join(import.meta.dirname, '..');
const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
const child = spawn(process.execPath, [...flags, jest, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });

// A signal is for Jest: this process ends after Jest has cleaned up.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
