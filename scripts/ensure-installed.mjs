import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const lockFile = join(root, 'package-lock.json');
const installedFile = join(root, 'node_modules', '.package-lock.json');
const stampFile = join(root, 'node_modules', '.tessera-install');

/**
 * Installs the dependencies, development ones included, unless node_modules already is what package-lock.json says.
 * npm writes straight to this terminal; throws when it fails.
 */
export function ensureInstalled() {
  if (readIfPresent(stampFile) === currentStamp()) return;
  if (!isInstalled()) install();
  writeStamp();
}

/** Whether everything the lock file names is there in that version, whoever installed it. */
function isInstalled() {
  const installed = JSON.parse(readIfPresent(installedFile) || '{}').packages;
  if (!installed) return false;
  const { packages } = JSON.parse(readFileSync(lockFile, 'utf8'));
  return Object.entries(packages).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed[path];
    // An optional package is left out where it is made for another platform.
    if (!found) return Boolean(wanted.optional || wanted.devOptional);
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

function install() {
  console.log('Installing dependencies (about half a minute) ...');
  // Development dependencies even under NODE_ENV=production: the build and the embedded database are among them.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, error } = runNpm(args);
  if (error) throw new Error(`npm could not be started: ${error.message}`);
  if (status !== 0) throw new Error('Installing the dependencies failed; see the messages of npm above.');
}

function runNpm(args) {
  const options = { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] };
  const npm = process.env.npm_execpath;
  if (npm && basename(npm) === 'npm-cli.js') return spawnSync(process.execPath, [npm, ...args], options);
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** Only spares the comparison next time, so a folder that cannot be written to does no harm. */
function writeStamp() {
  try {
    writeFileSync(stampFile, currentStamp());
  } catch {
    // See above.
  }
}

/** Covers what is wanted and what npm last installed: a change by hand to either calls for a comparison. */
function currentStamp() {
  return createHash('sha256').update(readFileSync(lockFile)).update(readIfPresent(installedFile)).digest('hex');
}

function readIfPresent(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
