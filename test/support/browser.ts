import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, it } from '@jest/globals';
import { chromium, type Browser } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
const MISSING = 'There is no Chromium: install one (apt-get install chromium), or set CHROMIUM_PATH.';

/** The program that CHROMIUM_PATH names, else the first of its usual names in PATH. */
function findChromium(): string | undefined {
  const { CHROMIUM_PATH, PATH = '' } = process.env;
  if (CHROMIUM_PATH) return CHROMIUM_PATH;
  const folders = PATH.split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

const path = findChromium();

/**
 * Like `describe`, for specs that need a browser. Without one they are left out, with a line that says so; where
 * REQUIRE_CHROMIUM is true they fail.
 */
export function describeInBrowser(name: string, specs: () => void): void {
  if (path !== undefined) return describe(name, specs);
  if (process.env.REQUIRE_CHROMIUM === 'true') {
    return it(name, () => {
      throw new Error(MISSING);
    });
  }
  process.stderr.write(`LEFT OUT: ${name}. ${MISSING}\n`);
  describe.skip(name, specs);
}

/** A Chromium without a window, which the caller closes. Its sandbox is off: it does not start as root with one. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: path!, chromiumSandbox: false });
}
