import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CleanupService } from '../../src/database/cleanup.service.js';
import { TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const DAY_SECONDS = 86_400;

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

async function insertToken(kind: string, expiresIn: number | null, revokedAgo: number | null): Promise<string> {
  const at = (seconds: number | null): Date | null =>
    seconds === null ? null : new Date(app.clock.now().getTime() + seconds * 1000);
  const [row] = await database.query<{ id: string }>(
    `INSERT INTO tokens (id, idx, kind, user_id, issued_at, expires_at, revoked_at)
     VALUES (gen_random_uuid(), nextval('tokens_idx_seq'), $1, 1, now(), $2, $3) RETURNING id`,
    [kind, at(expiresIn), at(revokedAgo === null ? null : -revokedAgo)],
  );
  return row!.id;
}

describe('CleanupService', () => {
  it('deletes tokens a day after they expired, context tokens a day after they were revoked, and no other', async () => {
    const kept = [
      await insertToken('login', 60, null),
      await insertToken('login', 60, 2 * DAY_SECONDS),
      await insertToken('login', 60 - DAY_SECONDS, null),
      await insertToken('context', null, null),
      await insertToken('context', null, DAY_SECONDS - 60),
    ];
    await insertToken('login', -DAY_SECONDS - 1, null);
    await insertToken('context', null, DAY_SECONDS + 1);
    await app.get(CleanupService).run();
    const rows = await database.query<{ id: string }>('SELECT id FROM tokens');
    expect(rows.map(({ id }) => id).sort()).toEqual(kept.sort());
  });

  it('deletes changes after an hour', async () => {
    await database.query(
      `INSERT INTO changes (xid, made_at, change) VALUES
         (1, now() - interval '61 minutes', '{"type":"credentials_changed","userId":1}'),
         (1, now() - interval '59 minutes', '{"type":"credentials_changed","userId":2}')`,
    );
    await app.get(CleanupService).run();
    const rows = await database.query<{ userId: string }>(
      `SELECT change ->> 'userId' AS "userId" FROM changes WHERE xid = 1`,
    );
    expect(rows).toEqual([{ userId: '2' }]);
  });
});
