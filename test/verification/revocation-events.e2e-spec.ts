import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { TransactionRunner } from '../../src/database/transactions.js';
import { RevocationFeed } from '../../src/tokens/revocation-feed.js';
import { ServerSentEvents, type ServerSentEvent } from '../../packages/verifier/src/server-sent-events.js';
import { until } from '../support/verification-paths.js';
import { TestApp, type TestUser } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let app: TestApp;
let other: TestApp;
let denis: TestUser;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  other = await TestApp.start(database.url, { clock: app.clock });
  denis = await app.createUser('denis');
});

afterAll(async () => {
  await app.close();
  await other.close();
  await database.drop();
});

interface Stream {
  readonly events: ServerSentEvent[];
  readonly ended: Promise<void>;
  lastId(): string | undefined;
  places(): string[];
  close(): void;
}

async function open(instance: TestApp, lastEventId?: string): Promise<Stream> {
  const abort = new AbortController();
  const response = await fetch(`${instance.url}/revocations/events`, {
    headers: lastEventId === undefined ? {} : { 'last-event-id': lastEventId },
    signal: abort.signal,
  });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
  const events: ServerSentEvent[] = [];
  const read = async (): Promise<void> => {
    const parser = new ServerSentEvents();
    const decoder = new TextDecoder();
    for await (const chunk of response.body!)
      events.push(...parser.add(decoder.decode(chunk as Uint8Array, { stream: true })));
  };
  const ended = read().catch(() => undefined);
  const stream: Stream = {
    events,
    ended,
    lastId: () => events.findLast(({ id }) => id !== '')?.id,
    places: () =>
      events
        .filter(({ event }) => event === 'revoked')
        .flatMap(({ data }) => {
          const { uri, idx } = JSON.parse(data) as { uri: string; idx: number[] };
          return idx.map((place) => `${uri}#${place}`);
        }),
    close: () => abort.abort(),
  };
  await until(() => stream.lastId() !== undefined);
  return stream;
}

function placeOf(token: string): string {
  const { status } = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as {
    status: { status_list: { idx: number; uri: string } };
  };
  return `${status.status_list.uri}#${status.status_list.idx}`;
}

const revoke = (token: string) => app.call('POST', '/oauth2/revoke', { json: { token } });

async function change(type: 'tokens_suspended' | 'tokens_restored', idxs: readonly number[]): Promise<void> {
  await app.get(TransactionRunner).run((transaction) => {
    transaction.announce({ type, idxs });
    return Promise.resolve();
  });
}

describe('GET /revocations/events', () => {
  it('tells of revocations on this and on another instance', async () => {
    const streams = [await open(app), await open(other)];
    const token = await app.logIn(denis);
    await revoke(token);
    for (const stream of streams) {
      await until(() => stream.places().includes(placeOf(token)));
      stream.close();
    }
  });

  it('goes on where it was cut, on any instance, with a transaction that had begun before the cut', async () => {
    const [early, late] = [await app.logIn(denis), await app.logIn(denis)];
    const idx = Number(placeOf(early).split('#')[1]);
    const first = await open(app);
    // This transaction has its number before the next one, and commits only after that one was heard of.
    const slow = new pg.Client({ connectionString: database.url });
    await slow.connect();
    await slow.query('BEGIN');
    await slow.query(
      `INSERT INTO changes (xid, made_at, change) VALUES (pg_current_xact_id()::text::bigint, $1,
       jsonb_build_object('type', 'tokens_revoked', 'idxs', jsonb_build_array($2::int)))`,
      [app.clock.now(), idx],
    );
    await revoke(late);
    await until(() => first.places().includes(placeOf(late)));
    await until(
      () =>
        first.events.findLastIndex(({ id }) => id !== '') > first.events.findIndex(({ event }) => event === 'revoked'),
    );
    const cutAt = first.lastId()!;
    first.close();
    await slow.query('COMMIT');
    await slow.end();
    const second = await open(other, cutAt);
    await until(() => second.places().includes(placeOf(early)));
    expect(second.events.some(({ event }) => event === 'reset')).toBe(false);
    second.close();
  });

  it.each(['nonsense', '999999999999999999-9999999999', '5-1', '', '1-\u00ff'])(
    'says to begin anew to who was at %j',
    async (lastEventId) => {
      const stream = await open(app, lastEventId);
      expect(stream.events.some(({ event }) => event === 'reset')).toBe(lastEventId !== '');
      stream.close();
    },
  );

  it('says to start over where everything was loaded again, and where too much was revoked at once', async () => {
    const stream = await open(app);
    await app.get(RevocationFeed).load();
    await until(() => stream.events.some(({ event }) => event === 'reset'));
    app.get(RevocationFeed).apply({ type: 'tokens_revoked', idxs: Array.from({ length: 10_001 }, (_, idx) => idx) });
    await until(() => stream.events.filter(({ event }) => event === 'reset').length === 2);
    stream.close();
  });

  it('tells of suspensions as of revocations that may come back, and of those that did, in order', async () => {
    const stream = await open(app);
    const cutAt = stream.lastId()!;
    const idxs = [700_001, 2 ** 20 + 1];
    for (const type of ['tokens_suspended', 'tokens_restored', 'tokens_suspended'] as const) await change(type, idxs);
    const lists = [
      { uri: 'http://tessera.test/status-lists/0', idx: [700_001] },
      { uri: 'http://tessera.test/status-lists/1', idx: [1] },
    ];
    const suspended = lists.map((list) => ['revoked', { ...list, suspended: true }]);
    const expected = [...suspended, ...lists.map((list) => ['restored', list]), ...suspended];
    const told = ({ events }: Stream): unknown[] =>
      events
        .filter(({ event, data }) => event !== '' && data.includes('[700001]') === data.includes('lists/0'))
        .filter(({ data }) => data.includes('[700001]') || data.includes('[1]'))
        .map(({ event, data }) => [event, JSON.parse(data) as object]);
    await until(() => told(stream).length >= expected.length);
    expect(told(stream)).toEqual(expected);
    const resumed = await open(other, cutAt);
    // What came of it, in no order in which a suspended token would be accepted on the way.
    expect(told(resumed)).toEqual(suspended);
    await change('tokens_restored', idxs);
    await until(() => told(resumed).length >= suspended.length + lists.length);
    const later = await open(other, cutAt);
    expect(told(later)).toEqual(lists.map((list) => ['restored', list]));
    for (const each of [stream, resumed, later]) each.close();
  });

  it('says to begin anew to who was away during an incident of very many tokens, and to nobody else', async () => {
    const before = await open(app);
    const cutAt = before.lastId()!;
    await app.get(TransactionRunner).run((transaction) => {
      transaction.announce({ type: 'token_chunks_changed', action: 'suspend', chunks: [] });
      return Promise.resolve();
    });
    await until(() => before.events.some(({ event }) => event === 'reset'));
    // Also where the instance has just read the log from its end.
    const started = await TestApp.start(database.url, { clock: app.clock });
    await change('tokens_restored', [700_002]);
    for (const instance of [app, started]) {
      const stream = await open(instance, cutAt);
      expect(stream.events.some(({ event }) => event === 'reset')).toBe(true);
      const next = await open(instance, stream.lastId());
      expect(next.events.some(({ event }) => event === 'reset')).toBe(false);
      for (const each of [stream, next]) each.close();
    }
    before.close();
    await started.close();
  });

  it('goes on from the log where the instance has just started', async () => {
    const first = await open(app);
    const cutAt = first.lastId()!;
    first.close();
    await change('tokens_suspended', [700_003]);
    await change('tokens_restored', [700_003]);
    const started = await TestApp.start(database.url, { clock: app.clock });
    const stream = await open(started, cutAt);
    const told = stream.events.filter(({ data }) => data.includes('700003')).map(({ event }) => event);
    expect(told).toEqual(['restored']);
    stream.close();
    await started.close();
  });

  it('cuts off who does not read', async () => {
    const { hostname, port } = new URL(app.url);
    const socket = connect(Number(port), hostname);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => undefined);
    socket.write('GET /revocations/events HTTP/1.1\r\nHost: x\r\n\r\n');
    await new Promise((resolve) => socket.once('data', resolve));
    socket.pause();
    const idxs = Array.from({ length: 9_000 }, (_, idx) => 900_000 + idx);
    for (let round = 0; round < 400; round++) {
      app.get(RevocationFeed).apply({ type: 'tokens_revoked', idxs });
      await new Promise(setImmediate);
    }
    socket.resume();
    await closed;
  });

  it('gives one source so many and no more, and another its own', async () => {
    const behindProxy = await TestApp.start(database.url, { env: { TRUST_PROXY: '1' } });
    const abort = new AbortController();
    const ask = (source: string) =>
      fetch(`${behindProxy.url}/revocations/events`, {
        headers: { 'x-forwarded-for': source },
        signal: abort.signal,
      });
    const statuses = (await Promise.all(Array.from({ length: 101 }, () => ask('192.0.2.1')))).map(
      ({ status }) => status,
    );
    expect([
      statuses.filter((status) => status === 200).length,
      statuses.filter((status) => status === 503).length,
    ]).toEqual([100, 1]);
    expect((await ask('192.0.2.2')).status).toBe(200);
    abort.abort();
    await until(
      async () =>
        (
          await fetch(`${behindProxy.url}/revocations/events`, {
            method: 'HEAD',
            headers: { 'x-forwarded-for': '192.0.2.1' },
          })
        ).status === 200,
    );
    await behindProxy.close();
  });

  it('gives no place to a request that waits behind another response on its connection', async () => {
    const { hostname, port } = new URL(app.url);
    const socket = connect(Number(port), hostname);
    const request = 'GET /revocations/events HTTP/1.1\r\nHost: x\r\n\r\n';
    // More than there are places.
    socket.write(request.repeat(1_001));
    await new Promise((resolve) => socket.once('data', resolve));
    // What was sent in one piece is read before what another connection sends.
    (await open(app)).close();
    socket.destroy();
  });

  it('responds to HEAD without a stream', async () => {
    expect((await app.call('HEAD', '/revocations/events')).status).toBe(200);
  });

  it('ends when the service stops', async () => {
    const stopping = await TestApp.start(database.url);
    const stream = await open(stopping);
    await stopping.close();
    await stream.ended;
  });
});
