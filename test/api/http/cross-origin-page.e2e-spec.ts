import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, startBrowser } from '../../support/browser.js';
import { PASSWORD, TestApp } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

const PATIENCE_MS = 60_000;

describeInBrowser('a page of another origin in a real Chromium', () => {
  let database: TestDatabase;
  let site: Server;
  let origin: string;
  let closed: TestApp;
  let named: TestApp;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    database = await createTestDatabase();
    site = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<title>A page</title>'));
    await once(site.listen(0, '127.0.0.1'), 'listening');
    origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
    closed = await TestApp.start(database.url);
    named = await TestApp.start(database.url, { env: { CORS_ORIGINS: origin }, clock: closed.clock });
    await closed.createUser('denis');
    browser = await startBrowser();
    page = await browser.newPage();
    await page.goto(origin);
  }, PATIENCE_MS);

  afterAll(async () => {
    await browser?.close();
    site.close();
    await closed.close();
    await named.close();
    await database.drop();
  });

  /** What a script of the page gets to read; undefined where the browser keeps the response from it. */
  function fetchInPage(url: string, init: { method?: string; json?: unknown; authorization?: string } = {}) {
    return page.evaluate(
      ({ url, method = 'GET', json, authorization }) =>
        fetch(url, {
          method,
          headers: {
            ...(json !== undefined && { 'content-type': 'application/json' }),
            ...(authorization !== undefined && { authorization }),
          },
          body: json === undefined ? null : JSON.stringify(json),
        }).then(
          (response) =>
            response.text().then((text) => ({
              status: response.status,
              requestId: response.headers.get('x-request-id'),
              body: JSON.parse(text || 'null') as unknown,
            })),
          () => undefined,
        ),
      { url, ...init },
    );
  }

  const login = { method: 'POST', json: { username: 'denis', password: PASSWORD } };
  const text = expect.any(String);

  it('logs in to v1 and reads the tokens', async () => {
    expect(await fetchInPage(`${closed.url}/v1/login`, login)).toEqual({
      status: 200,
      requestId: text,
      body: {
        id_token: text,
        access_token: text,
        refresh_token: text,
        expires_in: expect.any(Number),
      },
    });
  });

  it('reads why v1 refuses a login', async () => {
    const json = { username: 'denis', password: 'wrong' };
    expect(await fetchInPage(`${closed.url}/v1/login`, { method: 'POST', json })).toEqual({
      status: 401,
      requestId: text,
      body: { message: text, status: 401 },
    });
  });

  it('reads the public keys', async () => {
    expect(await fetchInPage(`${closed.url}/.well-known/jwks.json`)).toMatchObject({ status: 200 });
  });

  it('follows the revocations', async () => {
    const opened = await page.evaluate(
      `new Promise((resolve) => {
        const events = new EventSource(${JSON.stringify(`${closed.url}/revocations/events`)});
        events.onopen = () => resolve(true);
        events.onerror = () => resolve(false);
      })`,
    );
    expect(opened).toBe(true);
  });

  it('is refused at /api2/tokens', async () => {
    expect(await fetchInPage(`${closed.url}/api2/tokens`, login)).toBeUndefined();
  });

  it('logs in and out at /api2/tokens where CORS_ORIGINS names its origin', async () => {
    const response = await fetchInPage(`${named.url}/api2/tokens`, login);
    expect(response).toEqual({
      status: 200,
      requestId: text,
      body: { id: expect.any(Number), role: 'viewer', source: 'local', token: text },
    });
    const authorization = `Bearer ${(response!.body as { token: string }).token}`;
    const ended = await fetchInPage(`${named.url}/api2/tokens`, { method: 'DELETE', authorization });
    expect(ended).toEqual({
      status: 200,
      requestId: text,
      body: { message: 'All tokens invalidated successfully' },
    });
  });
});
