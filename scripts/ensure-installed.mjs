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
 * @throws Error when npm fails; its messages are on the terminal.
 */
export function ensureInstalled() {
  if (readIfPresent(stampFile) === currentStamp()) return;
  if (!isInstalled()) install();
  writeStamp();
}

/** Whether everything that the lock file names is installed in that version, by whatever command. */
function isInstalled() {
  const installed = JSON.parse(readIfPresent(installedFile) || '{}').packages;
  if (!installed) return false;
  const { packages } = JSON.parse(readFileSync(lockFile, 'utf8'));
  return Object.entries(packages).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed[path];
    // npm leaves out an optional package that is for another platform.
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

/** Saves the comparison next time. A folder that cannot be written to is therefore no error. */
function writeStamp() {
  try {
    writeFileSync(stampFile, currentStamp());
  } catch {
    // The comparison is repeated next time.
  }
}

/** A digest of what the lock file wants and of what npm installed last: a change of either leads to a comparison. */
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
