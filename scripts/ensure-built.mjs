import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');
const CONSOLE = join('packages', 'console');
const consoleOutput = join(root, 'dist', 'console');
const packages = readdirSync(join(root, 'packages'))
  .map((name) => join('packages', name))
  .filter((folder) => folder !== CONSOLE && existsSync(join(root, folder, 'tsconfig.json')));
const projects = ['.', ...packages];
const settings = [
  'tsconfig.build.json',
  'package-lock.json',
  ...projects.map((project) => join(project, 'tsconfig.json')),
];

/** What is compiled, each from src/ to dist/. */
const server = {
  stamp: join(root, 'dist', '.tessera-build'),
  inputs: () => [...settings, ...projects.flatMap(sources)],
  outputs: projects.map((project) => join(root, project, 'dist')),
  // Removed first, so that no output of a deleted source stays behind; the console is built by itself.
  clean: () => {
    for (const output of server.outputs) {
      if (!existsSync(output)) continue;
      const names = readdirSync(output).filter((name) => !join(output, name).startsWith(consoleOutput));
      for (const name of names) rmSync(join(output, name), { recursive: true });
    }
  },
  command: [join('typescript', 'bin', 'tsc'), '-b', 'tsconfig.build.json'],
};

/** The page, bundled to dist/console. */
const page = {
  stamp: join(root, 'dist', 'console.build'),
  inputs: () => [
    'package-lock.json',
    ...['index.html', 'vite.config.mjs', 'tsconfig.json'].map((name) => join(CONSOLE, name)),
    ...[CONSOLE, join('packages', 'client')].flatMap(sources),
  ],
  outputs: [join(consoleOutput, 'index.html')],
  clean: () => undefined,
  command: [join('vite', 'bin', 'vite.js'), 'build', CONSOLE, '--config', join(CONSOLE, 'vite.config.mjs')],
};

/**
 * Compiles the server and the packages, and bundles the console, each unless it was built from exactly these sources.
 * @throws Error when a compiler fails; its messages are on the terminal.
 */
export function ensureBuilt() {
  for (const part of [server, page]) ensurePartBuilt(part);
}

/** The same for the console alone. */
export function ensureConsoleBuilt() {
  ensurePartBuilt(page);
}

function ensurePartBuilt({ stamp, inputs, outputs, clean, command: [program, ...args] }) {
  const built = fingerprint(inputs());
  if (outputs.every(existsSync) && existsSync(stamp) && readFileSync(stamp, 'utf8') === built) return;
  console.log('Building (a few seconds) ...');
  clean();
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    // Whoever builds: in a test run React would else come as it is for development.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (status !== 0) throw new Error('The build failed; see the messages of the compiler above.');
  writeFileSync(stamp, built);
}

/** SHA-256 over the names and contents of all files that the output depends on. */
function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
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
