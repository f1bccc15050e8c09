import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const output = join(root, 'dist');
const stampFile = join(output, '.tessera-build');
const settings = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json'];

/** Compiles src/ to dist/ unless dist/ was made from exactly these sources. Throws when the compiler complains. */
export function ensureBuilt() {
  const stamp = fingerprint();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;

  console.log('Building (a few seconds) ...');
  // From nothing, so that the output of a source that is gone does not stay behind.
  rmSync(output, { recursive: true, force: true });
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const { status } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) throw new Error('The build failed; see the messages of the compiler above.');
  writeFileSync(stampFile, stamp);
}

/** Digest over the names and contents of everything the output depends on. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const path of [...settings, ...sources()]) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

function sources() {
  return readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.spec.ts'))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
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
