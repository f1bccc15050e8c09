import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { readConfig } from '../../src/config/read-config.js';
import { ChangeFeed } from '../../src/database/changes/change-feed.js';
import { ChangeReader, type ReadChanges } from '../../src/database/changes/change-reader.js';
import { until } from '../support/verification-paths.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

/** Past it the log is not caught up with: everything is loaded anew. */
const GAP_MS = 5_001;

let database: TestDatabase;
let feed: ChangeFeed;
let loads: number;
let applied: number[];

beforeEach(async () => {
  database = await createTestDatabase();
  loads = 0;
  applied = [];
  feed = new ChangeFeed(readConfig({ DATABASE_URL: database.url }));
  feed.subscribe({
    load: () => Promise.resolve(void loads++),
    apply: (change) => {
      if (change.type === 'tokens_revoked') applied.push(...change.idxs);
    },
  });
});

afterEach(async () => {
  jest.restoreAllMocks();
  await feed.onApplicationShutdown();
  await database.drop();
});

async function append(idx: number): Promise<void> {
  await database.query(`INSERT INTO changes (xid, change) VALUES (pg_current_xact_id()::text::bigint, $1)`, [
    { type: 'tokens_revoked', idxs: [idx] },
  ]);
}

/** From now on the machine's monotonic clock is ahead by `ms`, and the database's stands where it stood. */
function jump(ms: number): void {
  const now = performance.now.bind(performance);
  jest.spyOn(performance, 'now').mockImplementation(() => now() + ms);
}

/** Puts `change` between the database and the feed. */
function onReading(change: (reading: ReadChanges, after: string) => ReadChanges): void {
  const read = Object.getOwnPropertyDescriptor(ChangeReader.prototype, 'read')!.value as ChangeReader['read'];
  jest.spyOn(ChangeReader.prototype, 'read').mockImplementation(async function (this: ChangeReader, after) {
    return change(await read.call(this, after), after);
  });
}

/** As if the log had been tidied up meanwhile: what it held is known by loading alone. */
const forget = (): Promise<unknown> => database.query('DELETE FROM changes');

describe('a gap between two readings', () => {
  it('has everything loaded again where the machine tells it, before anything is trusted again', async () => {
    await feed.onApplicationBootstrap();
    await append(1);
    await forget();
    jump(GAP_MS);
    expect(feed.isFresh()).toBe(false);
    await until(() => feed.isFresh());
    expect([loads, applied]).toEqual([2, []]);
  });

  it('has everything loaded again where only the database tells it, as after the machine was suspended', async () => {
    await feed.onApplicationBootstrap();
    onReading((reading) => ({ ...reading, databaseTimeMs: reading.databaseTimeMs + GAP_MS }));
    await until(() => loads === 2);
    await append(1);
    await until(() => applied.includes(1));
    // The clock is ahead for good: there is no second gap.
    expect(loads).toBe(2);
  });

  it('loads nothing again where it is short', async () => {
    await feed.onApplicationBootstrap();
    jump(GAP_MS / 2);
    expect(feed.isFresh()).toBe(false);
    await until(() => feed.isFresh());
    expect(loads).toBe(1);
  });
});

describe('a database that was restored to an earlier state', () => {
  it('is noticed at the next reading, and everything is loaded again', async () => {
    // Of the database before: it had counted more transactions than the restored one.
    jest.spyOn(ChangeReader.prototype, 'currentSnapshot').mockResolvedValueOnce('900000000:900000000:');
    const seen: string[] = [];
    onReading((reading, snapshot) => {
      seen.push(snapshot);
      return reading;
    });
    await feed.onApplicationBootstrap();
    expect([loads, seen[0]]).toEqual([2, '900000000:900000000:']);
    // A change after the restoring has a number that the database before had long passed.
    await append(7);
    await until(() => applied.includes(7));
    expect(loads).toBe(2);
  });
});
