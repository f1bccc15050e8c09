import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SYSTEM } from '../../src/common/actor.js';
import { CleanupService } from '../../src/database/cleanup.service.js';
import { SettingsService } from '../../src/settings/settings.service.js';
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
  it.each([
    ['30 days after they ended', null, 30],
    ['as many days after they ended as the setting says', 2, 2],
  ])('deletes tokens and their uses %s, and no other', async (_, setting, days) => {
    await database.query('DELETE FROM tokens');
    await app.get(SettingsService).update(SYSTEM, setting === null ? {} : { endedTokenRetentionDays: setting });
    const kept = [
      await insertToken('login', 60, null),
      await insertToken('login', 60, 2 * days * DAY_SECONDS),
      await insertToken('login', 60 - days * DAY_SECONDS, null),
      await insertToken('context', null, null),
      await insertToken('context', null, days * DAY_SECONDS - 60),
    ];
    await insertToken('login', -days * DAY_SECONDS - 1, null);
    await insertToken('login', -days * DAY_SECONDS - 1, 2 * days * DAY_SECONDS);
    await insertToken('context', null, days * DAY_SECONDS + 1);
    await database.query('INSERT INTO token_uses (token_id, kind, used_at) SELECT id, kind, issued_at FROM tokens');
    await app.get(CleanupService).run();
    const rows = await database.query<{ id: string }>('SELECT id FROM tokens');
    expect(rows.map(({ id }) => id).sort()).toEqual(kept.sort());
    const uses = await database.query<{ id: string }>('SELECT token_id AS id FROM token_uses');
    expect(uses.map(({ id }) => id).sort()).toEqual(kept.sort());
    await database.query('DELETE FROM token_uses');
  });

  it('marks as expired what has been for ten minutes, and is not revoked', async () => {
    await database.query('DELETE FROM tokens');
    const marked = await insertToken('login', -601, null);
    await insertToken('login', -599, null);
    await insertToken('login', -601, 700);
    await insertToken('context', null, null);
    await app.get(CleanupService).run();
    expect(await database.query('SELECT id FROM tokens WHERE expired')).toEqual([{ id: marked }]);
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
