import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { ChangeFeed } from '../../src/database/changes/change-feed.js';
import type { Change } from '../../src/database/changes/change.js';
import { readConfig } from '../../src/config/read-config.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let feed: ChangeFeed;
let applied: number[];
let loads: number;

beforeEach(async () => {
  database = await createTestDatabase();
  applied = [];
  loads = 0;
  feed = new ChangeFeed(readConfig({ DATABASE_URL: database.url }));
  feed.subscribe({
    load: () => {
      loads++;
      return Promise.resolve();
    },
    apply: (change: Change) => {
      if (change.type === 'tokens_revoked') applied.push(...change.idxs);
    },
  });
  await feed.onApplicationBootstrap();
});

afterEach(async () => {
  await feed.onApplicationShutdown();
  await database.drop();
});

async function append(client: { query: pg.Client['query'] }, idx: number): Promise<void> {
  await client.query(
    `INSERT INTO changes (xid, made_at, change) VALUES (pg_current_xact_id()::text::bigint, now(), $1)`,
    [{ type: 'tokens_revoked', idxs: [idx] }],
  );
}

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  return client;
}

/** Commits one more change and waits until the feed has applied it, and with it all that was committed before. */
async function catchUp(client: pg.Client, marker: number): Promise<void> {
  await append(client, marker);
  while (!applied.includes(marker)) await feedRead();
}

async function feedRead(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('ChangeFeed', () => {
  it('misses no change of a transaction that commits after later numbers were read', async () => {
    const [early, late] = [await connect(), await connect()];
    await early.query('BEGIN');
    await append(early, 1);
    await late.query('BEGIN');
    await append(late, 2);
    await late.query('COMMIT');
    await catchUp(late, 3);
    expect(applied.sort()).toEqual([2, 3]);
    await early.query('COMMIT');
    await catchUp(late, 4);
    expect(applied.sort()).toEqual([1, 2, 3, 4]);
    await Promise.all([early.end(), late.end()]);
  });

  it('applies nothing of a transaction that is rolled back', async () => {
    const client = await connect();
    await client.query('BEGIN');
    await append(client, 1);
    await client.query('ROLLBACK');
    await catchUp(client, 2);
    expect(applied).toEqual([2]);
    await client.end();
  });

  it('applies a change once, although it is read again while an older transaction is open', async () => {
    const [open, client] = [await connect(), await connect()];
    await open.query('BEGIN');
    await open.query('SELECT pg_current_xact_id()');
    for (let idx = 1; idx <= 5; idx++) await catchUp(client, idx);
    expect(applied).toEqual([1, 2, 3, 4, 5]);
    await Promise.all([open.end(), client.end()]);
  });

  it('applies what was committed while it was disconnected, without a reload', async () => {
    const client = await connect();
    await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'tessera changes' AND datname = current_database()`,
    );
    await append(client, 1);
    await catchUp(client, 2);
    expect(applied.sort()).toEqual([1, 2]);
    expect(loads).toBe(1);
    await client.end();
  });
});
