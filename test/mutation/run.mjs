import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { clearTimeout, setTimeout } from 'node:timers';
import { parseArgs } from 'node:util';
import { mutantsOf } from './mutants.mjs';
import { readExplained, Results } from './results.mjs';
import { TARGETS } from './targets.mjs';

/**
 * Puts one small fault after the other into the code and runs the specs that should notice.
 * `--only PATH` a folder or file; `--minutes N` ends after so long, and the next run goes on; `--again` tries the
 * survivors of earlier runs once more.
 * Ends with 1 where a fault survived that test/mutation/explained.txt does not explain, or where the specs fail without.
 */
const ROOT = join(import.meta.dirname, '../..');
const FLAGS = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
const JEST = join(ROOT, 'node_modules/jest/bin/jest.js');
/** So many times as long as without a fault, and this on top: then the fault has made something wait for ever. */
const PATIENCE = 3;
const PATIENCE_MS = 30_000;
const LONGEST_MS = 20 * 60_000;

const options = { only: { type: 'string' }, minutes: { type: 'string' }, again: { type: 'boolean' } };
const { only = 'src', minutes = 'Infinity', again = false } = parseArgs({ options }).values;
const endsAt = performance.now() + Number(minutes) * 60_000;
const results = new Results();
const explained = readExplained();
let child;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    child?.kill(signal);
    process.exit(130);
  });
}

/** @returns whether all the specs passed in time. */
function passes(specs, mutant, timeoutMs) {
  return new Promise((resolve) => {
    const args = [...FLAGS, JEST, '--config', 'jest.mutation.config.mjs', '--silent', ...specs];
    const env = { ...process.env, TESSERA_MUTANT: JSON.stringify(mutant) };
    child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGTERM'), timeoutMs);
    child.on('exit', (code) => {
      clearTimeout(timer);
      resolve(code === 0);
    });
  });
}

/** @returns how many milliseconds the specs take without a fault. @throws Error where they fail without. */
async function measure(specs) {
  const startedAt = performance.now();
  if (!(await passes(specs, null, LONGEST_MS))) throw new Error(`Fail without a fault: ${specs.join(' ')}`);
  return performance.now() - startedAt;
}

/** @param times what the stages take without a fault, as far as that was measured. */
async function tryOut(mutant, stages, times) {
  for (const [at, specs] of stages.entries()) {
    times[at] ??= await measure(specs);
    if (!(await passes(specs, mutant, PATIENCE * times[at] + PATIENCE_MS))) return 'killed';
  }
  return 'survived';
}

function filesOf(folder) {
  const names = readdirSync(join(ROOT, folder), { recursive: true }).map((name) => `${folder}/${name}`);
  return names.filter((name) => /(?<!\.(spec|module|d))\.ts$/.test(name)).sort();
}

/** @returns every fault, with the source that it is put into. */
function faultsOf({ folder }) {
  const files = filesOf(folder).filter((file) => file.startsWith(only) || folder.startsWith(only));
  return files.flatMap((file) => {
    const source = readFileSync(join(ROOT, file), 'utf8');
    return mutantsOf(file, source).map((mutant) => ({ mutant, source }));
  });
}

async function runTarget(target) {
  const all = faultsOf(target);
  const isOpen = ({ mutant, source }) => {
    const outcome = results.find(mutant, source);
    return !explained.has(mutant.id) && (outcome === undefined || (again && outcome === 'survived'));
  };
  const open = all.filter(isOpen);
  console.log(`${target.folder}: ${all.length} faults, ${open.length} to try`);
  const times = [];
  for (const [at, { mutant, source }] of open.entries()) {
    if (performance.now() > endsAt) break;
    const outcome = await tryOut(mutant, target.stages, times);
    results.add(mutant, source, outcome);
    console.log(`${at + 1}/${open.length} ${outcome} ${mutant.id} (line ${mutant.line})`);
  }
  return all;
}

const tried = [];
for (const target of TARGETS) {
  if (!target.folder.startsWith(only) && !only.startsWith(target.folder)) continue;
  tried.push(...(await runTarget(target)));
}
const outcomes = tried.map(({ mutant, source }) => [mutant, results.find(mutant, source)]);
const survivors = outcomes.filter(([{ id }, outcome]) => outcome === 'survived' && !explained.has(id));
const count = (wanted) => outcomes.filter(([, outcome]) => outcome === wanted).length;
for (const [{ id, line }] of survivors) console.log(`SURVIVED ${id} (line ${line})`);
console.log(
  `${outcomes.length} faults: ${count('killed')} killed, ${survivors.length} survived, ` +
    `${outcomes.filter(([{ id }]) => explained.has(id)).length} explained, ${count(undefined)} not tried`,
);
process.exitCode = survivors.length > 0 ? 1 : 0;
