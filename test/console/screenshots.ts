import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { describeInBrowser, startBrowser } from '../support/browser.js';
import { createConsoleData } from '../support/console-data.js';
import { ConsolePage } from '../support/console-page.js';
import { TestApp, type TestUser } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const FOLDER = join(import.meta.dirname, '../../docs/images');

describeInBrowser('the pictures of the console', () => {
  let database: TestDatabase;
  let app: TestApp;
  let browser: Browser;
  let admin: TestUser;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await TestApp.start(database.url);
    app.clock.advanceSeconds(Math.floor((Date.now() - app.clock.now().getTime()) / 1_000) - 3_600);
    admin = await app.createUser('grace', 'admin');
    for (const username of ['denis', 'ada', 'edsger']) {
      const description = `The nightly backup of ${username}`;
      const context = `ReportTheBackupOf.${username}`;
      const code = app.clock.now().getTime() % 1_000_000;
      await createConsoleData(app, admin, { username, userAgent: 'backup/2.1', description, context, code });
      app.clock.advanceSeconds(1_200);
    }
    await mkdir(FOLDER, { recursive: true });
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser.close();
    await app.close();
    await database.drop();
  });

  it.each(['light', 'dark'] as const)('are taken in %s', async (colorScheme) => {
    const view = await ConsolePage.open(browser, app, { colorScheme });
    await view.logIn(admin);
    await view.show('/tokens');
    await view.page.getByRole('row').nth(5).waitFor();
    await view.page.screenshot({ path: join(FOLDER, `console-${colorScheme}.png`) });
    await view.close();
  });
});
