import { get, type ClientRequest, type IncomingMessage } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createVerifier } from '@tessera-auth/verifier';
import { PreparedStatements } from '../../src/database/prepared-statements.js';
import { RevocationFeed } from '../../src/tokens/revocation-feed.js';
import { basic, bearer, TestApp, type TestUser } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { until } from '../support/verification-paths.js';

let database: TestDatabase;
let app: TestApp;
let gateway: TestUser;
const open: ClientRequest[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  gateway = await app.createUser('gateway', 'service');
});

afterEach(() => {
  jest.restoreAllMocks();
  for (const request of open.splice(0)) request.destroy();
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

/** Opens a stream from an address of this machine. @returns the response, whose stream stays open. */
function follow(localAddress: string, headers: Record<string, string> = {}): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = get(`${app.url}/revocations/events`, { localAddress, headers, agent: false }, resolve);
    request.on('error', reject);
    open.push(request);
  });
}

async function statusOf(localAddress: string, headers?: Record<string, string>): Promise<number> {
  return (await follow(localAddress, headers)).statusCode!;
}

/** All places that anyone may take: 100 by each of ten addresses. */
async function takeAllPlaces(): Promise<void> {
  const addresses = Array.from({ length: 1_000 }, (_, n) => `127.0.1.${1 + (n % 10)}`);
  const statuses = await Promise.all(addresses.map((address) => statusOf(address)));
  expect(statuses.every((status) => status === 200)).toBe(true);
}

describe('ten addresses that hold every place that anyone may take', () => {
  it('leave a place to whoever sends credentials, and to their verifier', async () => {
    await takeAllPlaces();
    expect(await statusOf('127.0.2.1')).toBe(503);
    const { username, password } = gateway;
    const token = await app.logIn(gateway);
    expect(await statusOf('127.0.2.1', basic(username, password))).toBe(200);
    expect(await statusOf('127.0.1.1', bearer(token))).toBe(200);
    const streams: number[] = [];
    const verifier = createVerifier({
      issuer: app.url,
      credentials: { token },
      fetch: async (url, init) => {
        const response = await fetch(url, init);
        if (new Request(url).url.endsWith('/revocations/events')) streams.push(response.status);
        return response;
      },
    });
    await until(() => streams.length > 0);
    verifier.close();
    expect(streams[0]).toBe(200);
  });
});

describe('a caller with credentials', () => {
  it('is refused with 401 where they are bad, not treated as anyone', async () => {
    const bad = [bearer('nonsense'), basic(gateway.username, 'wrong'), { authorization: 'Digest x' }];
    expect(await Promise.all(bad.map((headers) => statusOf('127.0.0.1', headers)))).toEqual([401, 401, 401]);
  });

  it('holds 500 streams and no more, and leaves the others their own', async () => {
    const headers = bearer(await app.logIn(gateway));
    const statuses = await Promise.all(Array.from({ length: 501 }, () => statusOf('127.0.0.1', headers)));
    expect(statuses.filter((status) => status === 200)).toHaveLength(500);
    expect(statuses.filter((status) => status === 503)).toHaveLength(1);
    const other = bearer(await app.logIn(await app.createUser('other', 'service')));
    expect(await statusOf('127.0.0.1', other)).toBe(200);
    expect(await statusOf('127.0.0.1')).toBe(200);
  });
});

describe('a verifier whose credentials the issuer refuses', () => {
  it('follows as anyone', async () => {
    const sent: (string | null)[] = [];
    const verifier = createVerifier({
      issuer: app.url,
      credentials: { token: 'expired' },
      fetch: (url, init) => {
        if (new Request(url).url.endsWith('/revocations/events'))
          sent.push(new Headers(init?.headers).get('authorization'));
        return fetch(url, init);
      },
    });
    await until(() => sent.length > 1);
    verifier.close();
    expect(sent.slice(0, 2)).toEqual(['Bearer expired', null]);
  });
});

describe('100 clients that were at a position of long ago', () => {
  it('are told all that was revoked since, and cost the database nothing', async () => {
    const position = app.get(RevocationFeed).position();
    const token = await app.logIn(gateway);
    await app.call('POST', '/oauth2/revoke', { json: { token } });
    const run = jest.spyOn(app.get(PreparedStatements), 'run');
    const told = await Promise.all(
      Array.from({ length: 100 }, async () => {
        const response = await follow('127.0.0.1', { 'last-event-id': position });
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        await until(() => text.includes('\nid: '));
        return text;
      }),
    );
    expect(told.every((text) => text.includes('event: revoked\n') && !text.includes('event: reset'))).toBe(true);
    expect(run).not.toHaveBeenCalled();
  });
});
