import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { TARGETS } from './targets.mjs';

/** For each folder; the next run goes on where this one ends. The last fault may take longer. */
const MINUTES = 20;

/** @returns the exit status. Its progress goes to standard output. */
function run(folder: string): Promise<number | null> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'run.mjs'), '--only', folder, '--minutes', String(MINUTES)],
    {
      env: { ...process.env, TEST_DATABASE_URL: process.env.TESSERA_TEST_SERVER_URL },
      stdio: 'inherit',
    },
  );
  return new Promise((resolve) => void child.on('exit', resolve));
}

describe('the small faults in the code that there was time for', () => {
  it.each(TARGETS.map(({ folder }) => folder))(
    'are noticed by a test, or explained: %s',
    async (folder) => expect(await run(folder)).toBe(0),
    3 * MINUTES * 60_000,
  );
});
