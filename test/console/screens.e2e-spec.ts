import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { sealAll } from '../support/audit.js';
import { describeInBrowser, startBrowser } from '../support/browser.js';
import { createConsoleData, type ConsoleData } from '../support/console-data.js';
import { ConsolePage } from '../support/console-page.js';
import { basic, PASSWORD, TestApp, type TestUser } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

/** What a stranger may get into a name, a description or a reason, and a browser must not take for a script. */
const EVIL = '<img src=x onerror=alert(1)>"><script>alert(2)</script>javascript:alert(3)';
/** A name that contexts could have before names were limited. */
const EVIL_NAME = '<img/src=x/onerror=alert(1)>';
const NAMES = [
  'Overview',
  'Users',
  'Tokens',
  'Sessions',
  'Incident',
  'Explain',
  'Contexts',
  'Signing keys',
  'Settings',
];

describeInBrowser('the console', () => {
  let database: TestDatabase;
  let app: TestApp;
  let browser: Browser;
  let admin: TestUser;
  let eventId: string;
  let data: ConsoleData;
  let incidentId: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await TestApp.start(database.url);
    app.clock.advanceSeconds(Math.floor((Date.now() - app.clock.now().getTime()) / 1_000));
    admin = await app.createUser('root', 'admin');
    const headers = { ...basic(admin.username, PASSWORD), 'user-agent': EVIL };
    const json = { username: 'mallory', password: PASSWORD, role: 'viewer', fullName: EVIL };
    data = await createConsoleData(app, admin, {
      username: 'denis',
      userAgent: EVIL,
      description: EVIL,
      context: 'Evil',
    });
    await database.query('UPDATE contexts SET name = $1 WHERE code = 77', [EVIL_NAME]);
    const revocation = { match: { username: 'denis', kind: 'login' }, action: 'suspend', reason: EVIL, expect: 1 };
    const begun = await app.call('POST', '/admin/revocations', { headers, json: revocation });
    incidentId = (begun.body as { id: string }).id;
    await app.call('POST', '/admin/users', { headers, json });
    await sealAll(app, database);
    const { body } = await app.call('GET', '/admin/audit/events?action=user.created', { headers });
    eventId = (body as { items: { id: string }[] }).items[0]!.id;
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser.close();
    await app.close();
    await database.drop();
  });

  const SCREENS: readonly (readonly [name: string, path: () => string, heading: string])[] = [
    ['Overview', () => '/', 'Overview'],
    ['Users', () => '/users', 'Users'],
    ['a new user', () => '/users/new', 'New user'],
    ['a user', () => `/users/${data.user.id}`, 'denis'],
    ['Tokens', () => '/tokens', 'Tokens'],
    ['a token', () => `/tokens/${data.named.id}`, EVIL],
    ['Sessions', () => '/sessions', 'Sessions'],
    ['Incident', () => '/incident?username=denis', 'Incident'],
    ['an incident', () => `/incident/${incidentId}`, EVIL],
    ['Contexts', () => '/contexts', 'Contexts'],
    ['a context', () => '/contexts/77', EVIL_NAME],
    ['Search', () => '/search?q=denis', 'Search'],
    ['My account', () => '/account', 'My account'],
    ['Signing keys', () => '/keys', 'Signing keys'],
    ['Settings', () => '/settings', 'Settings'],
    ['Explain', () => '/explain', 'Explain'],
    ['Audit', () => '/audit', 'Audit'],
    ['an event', () => `/audit/${eventId}`, 'user.created'],
  ];

  it('shows every screen, in light and in dark, without a complaint of browser or axe', async () => {
    const view = await ConsolePage.open(browser, app, { colorScheme: 'light' });
    const complaints = async () => [...(await view.violations()), ...view.complaints.splice(0)];
    const inBoth = async () => {
      await view.page.emulateMedia({ colorScheme: 'light' });
      const light = await complaints();
      await view.page.emulateMedia({ colorScheme: 'dark' });
      return { light, dark: await complaints() };
    };
    await view.page.goto(app.url);
    const found: Record<string, unknown> = { login: await inBoth() };
    await view.logIn(admin);
    await view.settle();
    view.complaints.length = 0;
    for (const [name, path, heading] of SCREENS) {
      await view.show(path());
      await view.page.getByRole('heading', { level: 1, name: heading }).waitFor();
      found[name] = { ...(await inBoth()), ...(await commonControls(view)) };
    }
    const none = { light: [], dark: [] };
    const common = { search: 1, logOut: 1, screens: [...NAMES, 'Audit', 'My account'] };
    expect(found).toEqual({
      login: none,
      ...Object.fromEntries(SCREENS.map(([name]) => [name, { ...none, ...common }])),
    });
    await view.close();
  }, 120_000);

  it('checks the proof of an event itself', async () => {
    const view = await ConsolePage.open(browser, app);
    await view.logIn(admin);
    await view.show(`/audit/${eventId}`);
    await view.page.getByText('Your browser has checked the proof').waitFor();
    expect(await view.page.getByText('The signature is that of this service.').count()).toBe(1);
    await view.page.route('**/proof', async (route) => {
      const response = await route.fetch();
      const proof = (await response.json()) as { payload: string };
      await route.fulfill({ json: { ...proof, payload: proof.payload.replace('mallory', 'nobody') } });
    });
    await view.show(`/audit/${eventId}`);
    await view.page.getByText('The proof does not hold').waitFor();
    await view.close();
  }, 60_000);
});

/** What is on every screen. */
async function commonControls({ page }: ConsolePage) {
  return {
    search: await page.getByLabel('Search', { exact: true }).count(),
    logOut: await page.getByRole('button', { name: 'Log out' }).count(),
    screens: await page.getByRole('navigation').getByRole('link').allTextContents(),
  };
}
