import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient, dataOf, itemsOf, ProblemError } from '@tessera-auth/client';
import { PASSWORD, TestApp, type TestUser } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let app: TestApp;
let admin: TestUser;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  admin = await app.createUser('root', 'admin');
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

describe('the client', () => {
  it('authenticates by a password or by a token', async () => {
    const byPassword = createClient({ baseUrl: app.url, credentials: admin });
    const byToken = createClient({ baseUrl: app.url, credentials: { token: await app.logIn(admin) } });
    for (const client of [byPassword, byToken]) {
      const settings = await dataOf(client.GET('/admin/settings'));
      expect(settings.api2TokenSeconds).toBe(86_400);
    }
  });

  it('throws what the service says of a refusal, whatever its shape', async () => {
    const client = createClient({ baseUrl: app.url, credentials: { ...admin, password: 'wrong' } });
    const refusals = [client.GET('/admin/settings'), client.GET('/api/v1alpha/token')];
    const thrown = await Promise.all(
      refusals.map((called) => dataOf<unknown>(called).catch((error: unknown) => error)),
    );
    expect(thrown.map((error) => error instanceof ProblemError && [error.status, error.message, error.code])).toEqual([
      [401, 'Invalid username or password', 'credentials_invalid'],
      [401, 'The server could not verify that you are authorized to access the URL requested.', undefined],
    ]);
  });

  it('names the fields that are not valid, and the request', async () => {
    const client = createClient({ baseUrl: app.url, credentials: admin });
    const called = client.POST('/admin/users', { body: { username: '', password: PASSWORD, role: 'viewer' } });
    const error = await dataOf(called).catch((thrown: unknown) => thrown as ProblemError);
    expect(error).toMatchObject({ status: 400, code: 'invalid_request', requestId: expect.any(String) as unknown });
    expect((error as ProblemError).fields.map(({ field }) => field)).toEqual(['username']);
  });
});

describe('a request that is responded to with 503 and Retry-After: 0', () => {
  async function triesOf(method: 'GET' | 'POST', failures: number): Promise<[tries: number, status: number]> {
    let tries = 0;
    const fetch = (request: Request): Promise<Response> => {
      tries++;
      const headers = { 'retry-after': '0' };
      return Promise.resolve(
        tries <= failures ? new Response('{}', { status: 503, headers }) : new Response(request.method),
      );
    };
    const client = createClient({ baseUrl: app.url, fetch });
    const { response } = await client.request(method.toLowerCase() as 'get', '/health/live', { parseAs: 'text' });
    return [tries, response.status];
  }

  it('is sent again, twice at most, where that changes nothing', async () => {
    expect([await triesOf('GET', 1), await triesOf('GET', 5)]).toEqual([
      [2, 200],
      [3, 503],
    ]);
  });

  it('is not sent again where it may have been carried out', async () => {
    expect(await triesOf('POST', 1)).toEqual([1, 503]);
  });
});

describe('a list', () => {
  it('is read page by page, as its items are taken', async () => {
    const asked: (string | undefined)[] = [];
    const pages = new Map([
      [undefined, { items: [1, 2], next: 'a' }],
      ['a', { items: [], next: 'b' }],
      ['b', { items: [3], next: null }],
    ]);
    const items = itemsOf((after) => {
      asked.push(after);
      return Promise.resolve(pages.get(after)!);
    });
    const taken: number[] = [];
    for await (const item of items) {
      taken.push(item);
      if (item === 2) expect(asked).toEqual([undefined]);
    }
    expect([taken, asked]).toEqual([
      [1, 2, 3],
      [undefined, 'a', 'b'],
    ]);
  });
});
