import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { totpCode } from '../support/authenticator.js';
import { describeInBrowser, startBrowser } from '../support/browser.js';
import { ConsolePage } from '../support/console-page.js';
import { basic, bearer, PASSWORD, TestApp, type TestUser } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { V1Client } from '../support/v1-client.js';

describeInBrowser('a viewer in the console', () => {
  let database: TestDatabase;
  let app: TestApp;
  let browser: Browser;
  let admin: TestUser;
  let viewer: TestUser;
  let view: ConsolePage;
  let page: Page;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await TestApp.start(database.url);
    admin = await app.createUser('root', 'admin');
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

  /** What browser and axe complain of, in light and in dark. */
  const complaints = async (): Promise<string[]> => {
    await page.emulateMedia({ colorScheme: 'light' });
    const light = await view.violations();
    await page.emulateMedia({ colorScheme: 'dark' });
    return [...light, ...(await view.violations()), ...view.complaints.splice(0)];
  };
  /** Sets up an app as the dialog says. @returns its key. */
  const setUpApp = async (): Promise<string> => {
    await page.getByRole('img', { name: 'QR code of the key' }).waitFor();
    const secret = (await page.getByText(/^[A-Z2-7]{32}$/).textContent())!;
    expect(await complaints()).toEqual([]);
    await page.getByLabel('Code of the app').fill(totpCode(secret, app.clock.now()));
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByText('Your app is set up.').waitFor();
    return secret;
  };
  const logIn = async (code: readonly [label: string, text: string]): Promise<void> => {
    await page.getByLabel(code[0]).fill(code[1]);
    await page.getByRole('button', { name: 'Log in' }).click();
  };
  /** What the browser says of a refusal that is expected. */
  const expectRefusals = (status: number, count: number) => {
    expect(view.complaints.splice(0)).toEqual(Array(count).fill(expect.stringContaining(`status of ${status}`)));
  };
  const APP_CODE = 'Code of your authenticator app';

  it('sets up an app on the login page where one is required, and logs in by its next code', async () => {
    const required = await app.createUser('required');
    await database.query('UPDATE users SET second_factor_required = true WHERE id = $1', [required.id]);
    await page.getByRole('button', { name: 'Log out' }).click();
    await page.getByLabel('User name').fill(required.username);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByLabel('Code of the app').fill('00000');
    expect(await page.getByRole('button', { name: 'Confirm' }).isDisabled()).toBe(true);
    await page.getByLabel('Code of the app').fill('000000');
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByText('Invalid verification code provided').waitFor();
    view.complaints.length = 0;
    const secret = await setUpApp();
    await page.getByRole('button', { name: 'I have stored them' }).click();
    app.clock.advanceSeconds(30);
    await logIn([APP_CODE, totpCode(secret, app.clock.now())]);
    await page.getByRole('row', { name: 'Required Yes, of this user' }).waitFor();
    await page.getByRole('row', { name: 'Recovery codes left 10' }).waitFor();
  }, 60_000);

  it('sets up an app, logs in by its codes and by a recovery code, and an admin resets it', async () => {
    await page.getByRole('button', { name: 'Set up an app' }).click();
    await page.getByLabel('Your password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Go on' }).click();
    const secret = await setUpApp();
    const codes = (await page.getByText(/^([A-Z2-7]{4}-?){4}\s/).textContent())!.split('\n');
    expect(codes).toHaveLength(10);
    expect(await complaints()).toEqual([]);
    await page.getByRole('button', { name: 'I have stored them' }).click();
    await page.getByRole('row', { name: 'Recovery codes left 10' }).waitFor();
    await page.getByText('No session is open.').waitFor();
    expect(await page.getByRole('button', { name: 'New named token' }).count()).toBe(0);
    expect(await page.content()).not.toContain(codes[0]);

    await page.getByRole('button', { name: 'Log out' }).click();
    await page.getByLabel('User name').fill(viewer.username);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByLabel(APP_CODE).waitFor();
    expectRefusals(403, 1);
    expect(await complaints()).toEqual([]);
    await logIn([APP_CODE, totpCode(secret, app.clock.now())]);
    await page.getByText('The code is not valid').waitFor();
    expectRefusals(401, 1);
    app.clock.advanceSeconds(30);
    await logIn([APP_CODE, totpCode(secret, app.clock.now())]);
    await page.getByRole('heading', { level: 1, name: 'My account' }).waitFor();
    await view.settle();
    await page.getByRole('button', { name: 'Log out' }).click();

    await page.getByLabel('User name').fill(viewer.username);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('button', { name: 'Use a recovery code' }).click();
    await logIn(['Recovery code', codes[4]!]);
    await page.getByText('Your recovery code is used up.').waitFor();
    expectRefusals(403, 1);
    expect(await complaints()).toEqual([]);
    await page.getByRole('button', { name: 'I have stored it' }).click();
    await page.getByRole('heading', { level: 1, name: 'My account' }).waitFor();
    await view.settle();
    await page.getByRole('button', { name: 'Log out' }).click();

    await view.logIn(admin);
    await view.show(`/users/${viewer.id}`);
    await page.getByRole('button', { name: 'Require', exact: true }).click();
    await page.getByRole('button', { name: 'Require it' }).click();
    await page.getByRole('row', { name: 'Required Yes, of this user' }).waitFor();
    await page.getByRole('button', { name: 'Reset', exact: true }).click();
    await page.getByRole('button', { name: 'Reset it' }).click();
    await page.getByRole('row', { name: 'Authenticator app None' }).waitFor();
    expect(await complaints()).toEqual([]);
    const path = `/admin/users/${viewer.id}/second-factor`;
    const { body } = await app.call('GET', path, { headers: basic(admin.username, PASSWORD) });
    expect(body).toEqual({ required: true, requiredByRole: false, factor: null });
  }, 60_000);
});
