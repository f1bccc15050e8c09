import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { DataSource, type QueryRunner } from 'typeorm';
import { payloadOf } from '../../src/common/audit-event.js';
import { AuditEventRepository } from '../../src/database/repositories/audit-event.repository.js';
import { TransactionRunner } from '../../src/database/transactions.js';
import { AuditSealer } from '../../src/audit/sealing/audit-sealer.service.js';
import { draftEvent, recordEvents, sealAll, verifiedIds } from '../support/audit.js';
import { TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let apps: TestApp[];

beforeEach(async () => {
  database = await createTestDatabase();
  apps = [];
});

afterEach(async () => {
  await Promise.all(apps.map((app) => app.close()));
  await database.drop();
});

async function start(url = database.url): Promise<TestApp> {
  const app = await TestApp.start(url);
  apps.push(app);
  return app;
}

describe('the sealer', () => {
  it('gives the first epoch a checkpoint when the service starts', async () => {
    const app = await start();
    expect((await app.call('GET', '/audit/checkpoint')).text).toMatch(
      /^http:\/\/tessera\.test\/audit\/0\n\d+\n\S{44}\n\n— http:\/\/tessera\.test\/audit\/0 \S+\n$/,
    );
  });

  it('gives an event that commits late a later leaf, and misses none', async () => {
    const app = await start();
    let commit = (): void => undefined;
    const mayCommit = new Promise<void>((resolve) => (commit = resolve));
    let slow: Promise<unknown> | undefined;
    const late = draftEvent(app.clock.now());
    await new Promise<void>((inserted) => {
      slow = app.get(TransactionRunner).run(async (transaction) => {
        await app.get(AuditEventRepository).insert(transaction, [payloadOf(late)]);
        inserted();
        await mayCommit;
      });
    });
    const [early] = await recordEvents(app, [{}]);
    await sealAll(app, database);
    expect(await verifiedIds(app, database)).toEqual([early!.id]);
    commit();
    await slow;
    await sealAll(app, database);
    expect(await verifiedIds(app, database)).toEqual([early!.id, late.id]);
  });

  it('works on at most one instance at a time', async () => {
    const [one, two] = [await start(), await start()];
    const events = await recordEvents(
      one,
      Array.from({ length: 50 }, () => ({})),
    );
    const sealed = await Promise.all([one, two, one, two].map((app) => app.get(AuditSealer).seal()));
    await sealAll(one, database);
    expect(sealed.filter((count) => count > 0).length).toBeLessThanOrEqual(1);
    expect(await verifiedIds(two, database)).toEqual(events.map(({ id }) => id));
  });
});

interface Interruption {
  /** How many statements were sent. */
  readonly sent: () => number;
  readonly end: () => void;
}

/** Ends the server process behind a connection of `app` at its n-th statement, BEGIN and COMMIT among them. */
function killAt(app: TestApp, statement: number, moment: 'before' | 'after'): Interruption {
  const dataSource = app.get(DataSource);
  const createQueryRunner = dataSource.createQueryRunner.bind(dataSource);
  let sent = 0;
  dataSource.createQueryRunner = (mode) => {
    const runner = createQueryRunner(mode);
    const query = runner.query.bind(runner) as (...args: unknown[]) => Promise<unknown>;
    const kill = async (): Promise<void> => {
      const [row] = (await query('SELECT pg_backend_pid() AS pid')) as { pid: number }[];
      await database.query('SELECT pg_terminate_backend($1, 5000)', [row!.pid]);
    };
    runner.query = (async (...args: unknown[]) => {
      const number = ++sent;
      if (number === statement && moment === 'before') await kill();
      const result = await query(...args);
      if (number === statement && moment === 'after') await kill();
      return result;
    }) as QueryRunner['query'];
    return runner;
  };
  return {
    sent: () => sent,
    end: () => {
      dataSource.createQueryRunner = createQueryRunner;
    },
  };
}

describe('a sealer that is killed', () => {
  it('at any of its statements loses no event and doubles none', async () => {
    const app = await start();
    const ids: string[] = [];
    const record = async (): Promise<void> => {
      ids.push(...(await recordEvents(app, [{}, {}, {}])).map(({ id }) => id));
    };
    await record();
    const counting = killAt(app, 0, 'before');
    await sealAll(app, database);
    counting.end();
    // At least the lock, the head, the tiles, the identity, the refusals, the events, the tiles and the checkpoint.
    expect(counting.sent()).toBeGreaterThanOrEqual(10);
    let failures = 0;
    for (let statement = 1; statement <= counting.sent(); statement++) {
      for (const moment of ['before', 'after'] as const) {
        await record();
        const killing = killAt(app, statement, moment);
        await app
          .get(AuditSealer)
          .seal()
          .catch(() => failures++);
        killing.end();
        await sealAll(app, database);
        expect(await verifiedIds(app, database)).toEqual(ids);
      }
    }
    expect(failures).toBeGreaterThan(counting.sent());
  });

  it('again and again beside eight writers leaves every committed event in the tree exactly once', async () => {
    const [writer, sealer] = [await start(), await start()];
    const committed: string[] = [];
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.array(fc.record({ events: fc.integer({ min: 1, max: 5 }), fails: fc.boolean() }), { maxLength: 6 }),
          {
            minLength: 8,
            maxLength: 8,
          },
        ),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 11 }), fc.constantFrom('before' as const, 'after' as const)), {
          maxLength: 8,
        }),
        async (writers, kills) => {
          const writing = writers.map(async (transactions) => {
            for (const { events, fails } of transactions) {
              const drafts = Array.from({ length: events }, () => draftEvent(writer.clock.now()));
              await writer
                .get(TransactionRunner)
                .run(async (transaction) => {
                  await writer.get(AuditEventRepository).insert(transaction, drafts.map(payloadOf));
                  if (fails) throw new Error('not this time');
                  committed.push(...drafts.map(({ id }) => id));
                })
                .catch((error: Error) => expect(error.message).toBe('not this time'));
            }
          });
          for (const [statement, moment] of kills) {
            const killing = killAt(sealer, statement, moment);
            await sealer
              .get(AuditSealer)
              .seal()
              .catch(() => undefined);
            killing.end();
          }
          await Promise.all(writing);
          await sealAll(sealer, database);
          expect((await verifiedIds(writer, database)).sort()).toEqual(committed.toSorted());
        },
      ),
      { numRuns: 12 },
    );
  });
});
