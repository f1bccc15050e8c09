import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

let database: TestDatabase;
let app: TestApp;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

describe('/', () => {
  it.each([
    ['text/html,application/xhtml+xml,*/*;q=0.8', '/console'],
    ['application/json', '/docs'],
    ['*/*', '/docs'],
  ])('leads who accepts %s to %s', async (accept, location) => {
    const { status, headers, text } = await app.call('GET', '/', { headers: { accept } });
    expect([status, headers.get('location'), text]).toEqual([302, location, '']);
  });

  it('leads browsers to the documentation where there is no console', async () => {
    const bare = await TestApp.start(database.url, { env: { CONSOLE: 'false' } });
    try {
      const { headers } = await bare.call('GET', '/', { headers: { accept: 'text/html' } });
      expect(headers.get('location')).toBe('/docs');
    } finally {
      await bare.close();
    }
  });

  it('takes no other method', async () => {
    const { status, headers, body } = await app.call('POST', '/');
    expect([status, headers.get('allow'), headers.get('content-type')]).toEqual([
      405,
      'GET, HEAD',
      'application/problem+json; charset=utf-8',
    ]);
    expect(body).toEqual({
      type: 'about:blank',
      title: 'Method Not Allowed',
      status: 405,
      detail: 'Method Not Allowed',
      code: 'method_not_allowed',
    });
  });
});
