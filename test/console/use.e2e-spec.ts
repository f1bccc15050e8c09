import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, startBrowser } from '../support/browser.js';
import { ConsolePage } from '../support/console-page.js';
import { basic, PASSWORD, TestApp, type TestUser } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

describeInBrowser('whoever uses the console', () => {
  let database: TestDatabase;
  let app: TestApp;
  let browser: Browser;
  let admin: TestUser;
  let view: ConsolePage;
  let page: Page;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await TestApp.start(database.url);
    admin = await app.createUser('root', 'admin');
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
  });

  afterEach(() => view.close());

  it('creates a user by keyboard alone', async () => {
    await view.show('/users');
    await view.tabTo('New user');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'New user' }).waitFor();
    await page.keyboard.type('keyboard');
    await view.tabTo('Temporary password');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'keyboard' }).waitFor();
    const { body } = await app.call('GET', '/admin/users?query=keyboard', { headers: basic('root', PASSWORD) });
    expect((body as { items: unknown[] }).items).toMatchObject([
      { username: 'keyboard', passwordChangeRequired: true },
    ]);
  }, 60_000);

  it('keeps the filters through reload, back and forward', async () => {
    await view.show('/users');
    await page.getByLabel('Begins with').fill('ro');
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.waitForURL('**/users?query=ro');
    await page.reload();
    await view.settle();
    expect(await page.getByLabel('Begins with').inputValue()).toBe('ro');
    await page.getByRole('link', { name: 'root' }).click();
    await page.getByRole('heading', { level: 1, name: 'root' }).waitFor();
    await page.goBack();
    await page.waitForURL('**/users?query=ro');
    expect(await page.getByLabel('Begins with').inputValue()).toBe('ro');
    await page.goForward();
    await page.getByRole('heading', { level: 1, name: 'root' }).waitFor();
  }, 60_000);

  it('is asked for the password where it is older than five minutes, and what was begun goes on', async () => {
    await view.show('/settings');
    app.clock.advanceSeconds(301);
    await page.getByLabel('Lifetime of login tokens, in seconds').fill('7200');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByLabel('Your password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await view.settle();
    const { body } = await app.call('GET', '/admin/settings', { headers: basic('root', PASSWORD) });
    expect(body).toMatchObject({ api2TokenSeconds: 7_200 });
  }, 60_000);

  it('is told when the session has ended, and goes on where they were after logging in', async () => {
    await view.show('/users?query=ro');
    app.clock.advanceSeconds(3_600);
    await page.getByRole('link', { name: 'root' }).click();
    await page.getByText('Your session has ended.').waitFor();
    await page.getByLabel('User name').fill('root');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('heading', { level: 1, name: 'root' }).waitFor();
  }, 60_000);

  it('is told that the network is down, and tries again', async () => {
    await view.show('/contexts');
    await page.route('**/admin/**', (route) => route.abort());
    await page.getByRole('link', { name: 'Signing keys' }).click();
    await page.getByText('The service cannot be reached.').waitFor();
    await page.unroute('**/admin/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('cell', { name: 'current' }).waitFor();
  }, 60_000);

  it('is told what the service says of a 503, and tries again', async () => {
    await view.show('/contexts');
    const detail = 'The service is not available at the moment';
    const problem = { type: 'about:blank', title: 'Service Unavailable', status: 503, detail, code: 'unavailable' };
    await page.route('**/admin/**', (route) => route.fulfill({ status: 503, json: problem }));
    await page.getByRole('link', { name: 'Signing keys' }).click();
    await page.getByText(detail).waitFor();
    await page.unroute('**/admin/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('cell', { name: 'current' }).waitFor();
  }, 60_000);

  it('ends the session on the server by Log out', async () => {
    const [cookie] = await view.context.cookies();
    await page.getByRole('button', { name: 'Log out' }).click();
    await page.getByRole('button', { name: 'Log in' }).waitFor();
    const headers = { cookie: `__Host-tessera=${cookie!.value}` };
    expect((await app.call('GET', '/console/session', { headers })).status).toBe(401);
  }, 60_000);
});
