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

describe('GET /.well-known/jwks.json', () => {
  it('has the next and the current key, and nothing private', async () => {
    const answer = await app.call('GET', '/.well-known/jwks.json');
    const text = expect.stringMatching(/^[A-Za-z0-9_-]{43}$/);
    const key = { kty: 'EC', crv: 'P-256', x: text, y: text, kid: text, use: 'sig', alg: 'ES256' };
    const { keys } = answer.body as { keys: { signs_from?: number }[] };
    const current = { ...key, signs_from: app.clock.now().getTime() / 1000 };
    expect([answer.status, keys.length]).toEqual([200, 2]);
    expect(keys).toEqual(expect.arrayContaining([key, current]));
    expect(answer.headers.get('cache-control')).toBe('public, max-age=300');
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
  });

  it('is 304 for a client that has it already', async () => {
    const etag = (await app.call('GET', '/.well-known/jwks.json')).headers.get('etag')!;
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const answer = await app.call('GET', '/.well-known/jwks.json', { headers: { 'if-none-match': known } });
      expect([answer.status, answer.text, answer.headers.get('etag')]).toEqual([304, '', etag]);
    }
    const other = await app.call('GET', '/.well-known/jwks.json', { headers: { 'if-none-match': '"other"' } });
    expect(other.status).toBe(200);
  });
});

describe('GET /.well-known/oauth-authorization-server', () => {
  it('says what there is, and names no grant', async () => {
    const answer = await app.call('GET', '/.well-known/oauth-authorization-server');
    expect([answer.status, answer.body]).toEqual([
      200,
      {
        issuer: 'http://tessera.test',
        jwks_uri: 'http://tessera.test/.well-known/jwks.json',
        response_types_supported: [],
        grant_types_supported: [],
        introspection_endpoint: 'http://tessera.test/oauth2/introspect',
        introspection_endpoint_auth_methods_supported: ['client_secret_basic', 'Bearer'],
        revocation_endpoint: 'http://tessera.test/oauth2/revoke',
        revocation_endpoint_auth_methods_supported: ['none'],
        revocation_events_endpoint: 'http://tessera.test/revocations/events',
        service_documentation: 'http://tessera.test/docs',
      },
    ]);
  });
});
