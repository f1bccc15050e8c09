import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, it } from '@jest/globals';

/** A program of the machine that some specs need. */
export interface NeededProgram {
  /** What it is called in a sentence. */
  readonly title: string;
  /** Its usual names in PATH. */
  readonly names: readonly string[];
  /** The variable that names another path. */
  readonly pathVariable?: string;
  /** Where this variable is true, a machine without it fails the specs. */
  readonly requiredBy: string;
  /** How one gets it. */
  readonly hint: string;
}

/** @returns the path of the program; undefined where there is none. */
export function findProgram({ names, pathVariable }: NeededProgram): string | undefined {
  const chosen = pathVariable && process.env[pathVariable];
  if (chosen) return chosen;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

/** Like `describe`. Without the program the specs are left out, with a line that says so, or fail where it is required. */
export function describeWith(program: NeededProgram, name: string, specs: () => void): void {
  if (findProgram(program) !== undefined) return describe(name, specs);
  const missing = `There is no ${program.title}: ${program.hint}.`;
  if (process.env[program.requiredBy] === 'true') {
    return it(name, () => {
      throw new Error(missing);
    });
  }
  process.stderr.write(`LEFT OUT: ${name}. ${missing}\n`);
  describe.skip(name, specs);
}
