import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');
const packages = readdirSync(join(root, 'packages'))
  .map((name) => join('packages', name))
  .filter((folder) => existsSync(join(root, folder, 'tsconfig.json')));
const projects = ['.', ...packages];
const outputs = projects.map((project) => join(root, project, 'dist'));
const stampFile = join(root, 'dist', '.tessera-build');
const settings = [
  'tsconfig.build.json',
  'package-lock.json',
  ...projects.map((project) => join(project, 'tsconfig.json')),
];

/**
 * Compiles the server and the packages, each from src/ to dist/, unless dist/ was built from exactly these sources.
 * @throws Error when the compiler fails; its messages are on the terminal.
 */
export function ensureBuilt() {
  const stamp = fingerprint();
  if (outputs.every(existsSync) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;

  console.log('Building (a few seconds) ...');
  // Removed first, so that no output of a deleted source stays behind.
  for (const output of outputs) rmSync(output, { recursive: true, force: true });
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const { status } = spawnSync(process.execPath, [compiler, '-b', 'tsconfig.build.json'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) throw new Error('The build failed; see the messages of the compiler above.');
  writeFileSync(stampFile, stamp);
}

/** SHA-256 over the names and contents of all files that the output depends on. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const path of [...settings, ...projects.flatMap(sources)]) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

function sources(project) {
  return readdirSync(join(root, project, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.spec.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

if (process.argv[1] && realpathSync(process.argv[1]) === import.meta.filename) {
  try {
    ensureBuilt();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
