import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ApiKeyRepository } from '../../../src/database/repositories/api-key.repository.js';
import { basic, TestApp, type TestUser } from '../../support/test-app.js';
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

/** A user with so many named tokens. @returns their ids too, in the order in which they are listed. */
async function userWith(count: number): Promise<{ user: TestUser; ids: string[] }> {
  const user = await app.createUser(`has-${count}`);
  const rows = await database.query<{ id: string }>(
    `INSERT INTO api_keys (id, user_id, description, lifetime_seconds, expires_at)
     SELECT gen_random_uuid(), $1, 'token ' || n, 3600, $2::timestamptz + interval '1 hour'
     FROM generate_series(1, $3::int) AS n RETURNING id`,
    [user.id, app.clock.now(), count],
  );
  return { user, ids: rows.map(({ id }) => id).sort() };
}

const list = ({ username, password }: TestUser): ReturnType<TestApp['call']> =>
  app.call('GET', '/v1alpha/token', { headers: basic(username, password) });

describe('GET /v1alpha/token', () => {
  it.each([499, 500, 501, 1_000, 1_203])('lists %d tokens, each once and in order', async (count) => {
    const { user, ids } = await userWith(count);
    const { status, headers, text } = await list(user);
    expect([status, headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
    const { message, jwt_tokens } = JSON.parse(text) as { message: string; jwt_tokens: Record<string, unknown> };
    expect([message, Object.keys(jwt_tokens)]).toEqual(['Tokens exists', ids]);
    expect(jwt_tokens[ids.at(-1)!]).toEqual({
      jwt_token_description: expect.stringMatching(/^token \d+$/) as unknown,
      jwt_token_life: 3600,
      jwt_token_remaining_life: 3600,
    });
    // Byte for byte as one object would be written.
    expect(text).toBe(JSON.stringify({ message, jwt_tokens }));
  });

  it('breaks off, and is no JSON, where the database fails in the middle', async () => {
    const { user } = await userWith(1_500);
    const repository = app.get(ApiKeyRepository);
    const listPage = repository.listPage.bind(repository);
    const failing = jest.spyOn(repository, 'listPage').mockImplementation((...page) => {
      return failing.mock.calls.length > 2 ? Promise.reject(new Error('gone')) : listPage(...page);
    });
    await expect(list(user)).rejects.toThrow();
    failing.mockRestore();
    expect((await list(user)).status).toBe(200);
  });
});
