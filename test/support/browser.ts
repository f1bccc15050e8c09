import { chromium, type Browser } from 'playwright-core';
import { describeWith, findProgram } from './installed-program.js';

const CHROMIUM = {
  title: 'Chromium',
  names: ['chromium', 'chromium-browser', 'google-chrome'],
  pathVariable: 'CHROMIUM_PATH',
  requiredBy: 'REQUIRE_CHROMIUM',
  hint: 'install one (apt-get install chromium), or set CHROMIUM_PATH',
};

/** Like `describe`, for specs that need a browser. */
export function describeInBrowser(name: string, specs: () => void): void {
  describeWith(CHROMIUM, name, specs);
}

/** A Chromium without a window, which the caller closes. Its sandbox is off: it does not start as root with one. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findProgram(CHROMIUM)!, chromiumSandbox: false });
}
