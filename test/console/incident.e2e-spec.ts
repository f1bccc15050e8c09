import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, startBrowser } from '../support/browser.js';
import { ConsolePage } from '../support/console-page.js';
import { basic, bearer, TestApp, type TestUser } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

describeInBrowser('the incident flow of the console', () => {
  let database: TestDatabase;
  let app: TestApp;
  let browser: Browser;
  let admin: TestUser;
  let user: TestUser;
  let view: ConsolePage;
  let page: Page;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await TestApp.start(database.url);
    admin = await app.createUser('root', 'admin');
    user = await app.createUser('denis');
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
    await view.logIn(admin);
    await view.settle();
    view.complaints.length = 0;
  });

  afterEach(() => view.close());

  const statusOf = async (token: string) => (await app.call('GET', '/auth/verify', { headers: bearer(token) })).status;

  /** Fills the decision in by the keyboard. */
  async function decide(act: string, reason: string, count: string): Promise<void> {
    await page.getByLabel('Number of tokens').waitFor();
    await view.tabTo('Reason');
    await page.keyboard.type(reason);
    await view.tabTo('Number of tokens');
    await page.keyboard.type(count);
    await view.tabTo(act);
    await page.keyboard.press('Enter');
  }

  it('suspends, restores and revokes what a user has, by keyboard alone', async () => {
    const tokens = [await app.logIn(user), await app.logIn(user)];
    await view.tabTo('Incident');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Incident' }).waitFor();
    await view.tabTo('Owner');
    await page.keyboard.type('denis');
    await view.tabTo('Preview');
    await page.keyboard.press('Enter');
    await page.getByText('2 tokens of 1 user can be revoked, 2 suspended, 0 restored.').waitFor();
    await decide('Suspend', 'A laptop was stolen', '2');
    await page.getByText('2 of 2 tokens suspended').waitFor();
    expect(await Promise.all(tokens.map(statusOf))).toEqual([401, 401]);

    await view.tabTo('Revoke or restore these');
    await page.keyboard.press('Enter');
    await page.getByText('2 tokens of 1 user can be revoked, 0 suspended, 2 restored.').waitFor();
    await decide('Restore', 'It was in the other bag', '2');
    await page.getByText('2 of 2 tokens restored').waitFor();
    expect(await Promise.all(tokens.map(statusOf))).toEqual([200, 200]);

    await view.show('/incident?username=denis');
    await decide('Revoke', 'It is lost after all', '2');
    await page.getByText('2 of 2 tokens revoked').waitFor();
    expect(await Promise.all(tokens.map(statusOf))).toEqual([401, 401]);
    expect(view.complaints).toEqual([]);
  }, 60_000);

  it('is left and found again, with what it did', async () => {
    const token = await app.logIn(user);
    await view.show('/incident?username=denis');
    await page.getByLabel('Reason').fill('Found again');
    await page.getByLabel('Number of tokens').fill('1');
    await page.getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('heading', { level: 1, name: 'Found again' }).waitFor();
    await view.show('/incident');
    await page.getByRole('link', { name: 'Found again' }).click();
    await page.getByText('1 of 1 token revoked').waitFor();
    expect(await statusOf(token)).toBe(401);
  }, 60_000);

  it('wants a reason and the number, and says the new number where another has been issued meanwhile', async () => {
    const token = await app.logIn(user);
    await view.show('/incident?username=denis');
    await page.getByRole('button', { name: 'Suspend' }).click();
    await page.getByText('Say why, for whoever looks at it later.').waitFor();
    await page.getByText('Type 1 to suspend as many.').waitFor();
    await app.logIn(user);
    await page.getByLabel('Reason').fill('Too late');
    await page.getByLabel('Number of tokens').fill('1');
    await page.getByRole('button', { name: 'Suspend' }).click();
    await page.getByText('2 tokens match, not 1').waitFor();
    expect(await statusOf(token)).toBe(200);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('2 tokens of 1 user can be revoked').waitFor();
    const { body } = await app.call('GET', '/admin/revocations', { headers: basic('root', admin.password) });
    expect((body as { items: { reason: string }[] }).items.map(({ reason }) => reason)).not.toContain('Too late');
  }, 60_000);
});
