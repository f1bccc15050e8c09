import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

const ASSETS = join(import.meta.dirname, '../../../dist/console/assets');

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

describe('the page of the console', () => {
  it.each([
    ['/console', './console/assets/'],
    ['/console/', './assets/'],
    ['/console/users', './assets/'],
    ['/console/users/5?query=a', '../assets/'],
  ])('is at %s, with the way to its files', async (path, way) => {
    const { status, headers, text } = await app.call('GET', path);
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-store',
    ]);
    const links = [...text.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, link]) => link!);
    expect(links.length).toBeGreaterThan(1);
    expect(links.filter((link) => !link.startsWith(way))).toEqual([]);
    for (const link of links) expect((await fetch(new URL(link, app.url + path))).status).toBe(200);
  });

  it('may load what this service serves and nothing else, and styles by a nonce of its own', async () => {
    const [one, other] = [await app.call('GET', '/console'), await app.call('GET', '/console')];
    const nonce = /<meta name="style-nonce" content="([^"]{22,})"/.exec(one.text)![1]!;
    expect(other.text).not.toContain(nonce);
    expect(one.headers.get('content-security-policy')).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; ` +
        `connect-src 'self'; font-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'`,
    );
  });
});

describe('the files of the page', () => {
  it('never change under their names, and come compressed to who takes it', async () => {
    const name = readdirSync(ASSETS).find((file) => file.endsWith('.js'))!;
    const path = `/console/assets/${name}`;
    const [plain, packed] = [
      await app.call('GET', path, { headers: { 'accept-encoding': 'identity' } }),
      await app.call('GET', path, { headers: { 'accept-encoding': 'gzip, br' } }),
    ];
    const told = ({ headers }: typeof plain) =>
      ['cache-control', 'content-type', 'content-encoding', 'vary'].map((header) => headers.get(header));
    expect(told(plain)).toEqual([
      'public, max-age=31536000, immutable',
      'text/javascript; charset=utf-8',
      null,
      'Accept-Encoding',
    ]);
    expect(told(packed)[2]).toBe('gzip');
    expect(packed.text).toBe(plain.text);
  });

  it.each(['/console/assets/none.js', '/console/assets/../index.html', '/console/assets/%2e%2e/index.html'])(
    'are none at %s',
    async (path) => {
      const response = await fetch(app.url + path);
      expect(response.headers.get('cache-control')).toBe('no-store');
    },
  );

  it('are at most 300 kB together, compressed', () => {
    const bytes = readdirSync(ASSETS).map((name) => gzipSync(readFileSync(join(ASSETS, name))).length);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(300_000);
  });
});
