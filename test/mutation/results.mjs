import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What earlier runs found, so that a run goes on where the last one ended. Not part of the repository. */
const FOUND = join(import.meta.dirname, '../../node_modules/.cache/tessera-mutation.jsonl');
const EXPLAINED = join(import.meta.dirname, 'explained.txt');

/** A result counts as long as the file is the same that the fault was put into. */
export class Results {
  #found = new Map();

  constructor() {
    const lines = existsSync(FOUND) ? readFileSync(FOUND, 'utf8').split('\n').filter(Boolean) : [];
    for (const line of lines) {
      const { key, outcome } = JSON.parse(line);
      this.#found.set(key, outcome);
    }
  }

  /** @returns `killed` or `survived`; undefined for a fault that was not tried yet. */
  find(mutant, source) {
    return this.#found.get(keyOf(mutant, source));
  }

  add(mutant, source, outcome) {
    const key = keyOf(mutant, source);
    this.#found.set(key, outcome);
    mkdirSync(dirname(FOUND), { recursive: true });
    appendFileSync(FOUND, `${JSON.stringify({ key, outcome })}\n`);
  }
}

/** The faults that no test has to notice, by their id, with the reason: `id | reason`, one on a line. */
export function readExplained() {
  const lines = readFileSync(EXPLAINED, 'utf8').split('\n');
  const entries = lines.filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(entries.map((line) => line.split(/ \| (?=[^|]*$)/)));
}

function keyOf({ id }, source) {
  return `${id} @ ${createHash('sha256').update(source).digest('hex').slice(0, 16)}`;
}
