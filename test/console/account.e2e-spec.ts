import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, startBrowser } from '../support/browser.js';
import { ConsolePage } from '../support/console-page.js';
import { bearer, PASSWORD, TestApp, type TestUser } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { V1Client } from '../support/v1-client.js';

describeInBrowser('a viewer in the console', () => {
  let database: TestDatabase;
  let app: TestApp;
  let browser: Browser;
  let viewer: TestUser;
  let view: ConsolePage;
  let page: Page;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await TestApp.start(database.url);
    await app.createUser('root', 'admin');
    viewer = await app.createUser('viewer');
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser.close();
    await app.close();
    await database.drop();
  });

  beforeEach(async () => {
    view = await ConsolePage.open(browser, app);
    page = view.page;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await view.logIn(viewer);
  });

  afterEach(() => view.close());

  const statusOf = async (token: string) => (await app.call('GET', '/auth/verify', { headers: bearer(token) })).status;

  it('sees only their own account, wherever they go', async () => {
    for (const path of ['/', '/tokens', '/users/1', '/incident']) {
      await view.show(path);
      await page.getByRole('heading', { level: 1, name: 'My account' }).waitFor();
      expect(await page.getByRole('navigation').getByRole('link').allTextContents()).toEqual(['My account']);
    }
    expect([...view.complaints, ...(await view.violations())]).toEqual([]);
  }, 60_000);

  it('is shown a new named token once, and copies it', async () => {
    await page.getByRole('button', { name: 'New named token' }).click();
    await page.getByLabel('Description').fill('Nightly backup');
    await page.getByLabel('Your password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Issue' }).click();
    await page.getByText('This is the only time that it is shown.').waitFor();
    expect([...view.complaints, ...(await view.violations())]).toEqual([]);
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const token = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(await statusOf(token)).toBe(200);
    const shown = page.getByRole('dialog').getByText(token, { exact: true });
    expect(await shown.count()).toBe(1);
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('cell', { name: 'Nightly backup' }).waitFor();
    expect(await page.content()).not.toContain(token);
    await page.getByRole('button', { name: 'New named token' }).click();
    expect(await page.getByText('This is the only time that it is shown.').count()).toBe(0);
  }, 60_000);

  it('ends a session of their own', async () => {
    const { access_token } = await new V1Client(app).logIn(viewer);
    await view.show('/account');
    const sessions = page.getByRole('group', { name: 'Sessions' });
    await sessions.getByRole('button', { name: 'End' }).click();
    await page.getByRole('button', { name: 'End it' }).click();
    await page.getByText('No session is open.').waitFor();
    expect(await statusOf(access_token)).toBe(401);
  }, 60_000);
});
