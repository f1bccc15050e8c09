import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ADD, CHANGE, issueContextToken } from '../support/context-tokens.js';
import { FrontProxy, isInstalled, type ProxyKind } from '../support/front-proxy.js';
import { bearer, TestApp, type TestUser } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let app: TestApp;
let backend: Server;
let tessera: string;
let denis: TestUser;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  tessera = new URL(app.url).host;
  denis = await app.createUser('denis');
  // Answers with what the proxy made of the request.
  backend = createServer((request, response) => {
    const { method, url, headers } = request;
    const told = Object.entries(headers).filter(([name]) => /^(x.auth.*|authorization)$/.test(name));
    void text(request).then((body) => response.end(JSON.stringify([method, url, Object.fromEntries(told), body])));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => backend.once('listening', resolve));
});

afterAll(async () => {
  backend.closeAllConnections();
  await new Promise((resolve) => backend.close(resolve));
  await app.close();
  await database.drop();
});

/** One that lets every good token pass, and one that wants the context `ADD`. */
async function startBoth(kind: ProxyKind): Promise<FrontProxy[]> {
  const between = { tessera, backend: `127.0.0.1:${(backend.address() as AddressInfo).port}` };
  const first = await FrontProxy.start(kind, between);
  return [first, await FrontProxy.start(kind, { ...between, context: ADD })];
}

const toldOf = ({ username, id }: TestUser, contexts = '*', role = 'viewer'): Record<string, string> => ({
  'x-auth-user': encodeURIComponent(username),
  'x-auth-user-id': String(id),
  'x-auth-role': role,
  'x-auth-contexts': contexts,
});

describe.each<ProxyKind>(['nginx', 'Caddy'])('%s in front of a service', (kind) => {
  /** Without the proxy the same questions go to the service itself, which answers it by status and headers alone. */
  const isThere = isInstalled(kind);
  let open: string;
  let forContext: string;
  let proxies: FrontProxy[] = [];

  beforeAll(async () => {
    if (isThere) proxies = await startBoth(kind);
    [open, forContext] = isThere
      ? (proxies.map(({ url }) => url) as [string, string])
      : [`${app.url}/auth/verify`, `${app.url}/auth/verify?context=${ADD}`];
  });

  afterAll(() => Promise.all(proxies.map((proxy) => proxy.close())));

  it('lets a request with a valid token pass, and tells the service whose it is', async () => {
    const user = await app.createUser(`jürgen.${kind.toLowerCase()}`);
    const answer = await fetch(open, { headers: bearer(await app.logIn(user)) });
    expect(answer.status).toBe(200);
    if (isThere) expect(await answer.json()).toEqual(['GET', '/', toldOf(user), '']);
  });

  it('refuses without a token, and from the moment on in which it is revoked', async () => {
    const none = await fetch(open);
    expect([none.status, none.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="tessera"']);
    const token = await app.logIn(denis);
    expect((await fetch(open, { headers: bearer(token) })).status).toBe(200);
    await app.call('POST', '/oauth2/revoke', { json: { token } });
    const gone = await fetch(open, { headers: bearer(token) });
    expect([gone.status, gone.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer realm="tessera", error="invalid_token"',
    ]);
  });

  it('lets none but tokens of the context pass where it is told one', async () => {
    const other = bearer(await issueContextToken(app, denis, [CHANGE]));
    for (const query of isThere ? ['', `?context=${CHANGE}`] : ['']) {
      expect((await fetch(forContext + query, { headers: other })).status).toBe(403);
    }
    const good = await fetch(forContext, { headers: bearer(await issueContextToken(app, denis)) });
    expect(good.status).toBe(200);
    if (isThere) expect(await good.json()).toEqual(['GET', '/', toldOf(denis, ADD, 'none'), '']);
  });

  it('lets no context token pass where it is told no context, nor by one that the client names', async () => {
    const headers = bearer(await issueContextToken(app, denis));
    for (const query of isThere ? ['', `?context=${ADD}`, '?context=*'] : ['']) {
      expect((await fetch(open + query, { headers })).status).toBe(403);
    }
  });

  it('passes on no header that the client made up, and all else as it is', async () => {
    // Some backends read these three as the ones with hyphens.
    const names = [...Object.keys(toldOf(denis)), 'x_auth_user', 'x-auth_role', 'x.auth.contexts'];
    const forged = Object.fromEntries(names.map((name) => [name, 'admin']));
    const headers = { ...forged, ...bearer(await app.logIn(denis)) };
    // A context in the client's own query is none of Tessera's business.
    const answer = isThere
      ? await fetch(`${open}notes?context=a&context=b`, { method: 'POST', headers, body: 'text' })
      : await fetch(open, { headers });
    expect(answer.status).toBe(200);
    const expected = ['POST', '/notes?context=a&context=b', toldOf(denis), 'text'];
    if (isThere) expect(await answer.json()).toEqual(expected);
  });
});
