import { get, type ClientRequest, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addressOf } from '../support/login-floods.js';
import { LoginLoad, printTable } from '../support/login-load.js';
import { basic, PASSWORD } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const ADDRESSES = 10;
const STREAMS = 1_000;
const VERIFIERS = 100;
const REVOCATIONS = 20;
const HOME = '192.0.2.1';
const MAX_SLOWER = 10;

let database: TestDatabase;
let load: LoginLoad;
let user: string;
let credentials: Record<string, string>;
const open: ClientRequest[] = [];
const table: Record<string, string | number>[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  load = await LoginLoad.start(database);
  [user] = (await load.insertUsers('victim', 1)) as [string];
  const [gateway] = await load.insertUsers('gateway', 1, 'service');
  credentials = basic(gateway!, PASSWORD);
});

afterAll(async () => {
  printTable(`${VERIFIERS} verifiers beside strangers of ${ADDRESSES} addresses on the stream of revocations`, table);
  for (const request of open) request.destroy();
  await load.close();
  await database.drop();
});

function follow(from: string, headers: Record<string, string> = {}): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const all = { 'x-forwarded-for': from, ...headers };
    const request = get(`${load.url}/revocations/events`, { headers: all, agent: false }, resolve);
    request.on('error', reject);
    open.push(request);
  });
}

const areOpen = (streams: readonly IncomingMessage[]): number =>
  streams.filter(({ statusCode }) => statusCode === 200).length;

/** @returns resolves when each stream has told of one revocation more. */
async function allHear(streams: readonly IncomingMessage[]): Promise<void> {
  await Promise.all(
    streams.map(
      (stream) =>
        new Promise<void>((resolve) => {
          const read = (chunk: Buffer): void => {
            if (!chunk.includes('event: revoked\n')) return;
            stream.off('data', read);
            resolve();
          };
          stream.on('data', read);
        }),
    ),
  );
}

/** @returns the median of the milliseconds from a revocation until the last of the verifiers has heard of it. */
async function hearing(verifiers: readonly IncomingMessage[]): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < REVOCATIONS; n++) {
    const token = await load.tokenOf(user, HOME);
    const heard = allHear(verifiers);
    const startedAt = performance.now();
    await load.call('/oauth2/revoke', `token=${token}`, { 'content-type': 'application/x-www-form-urlencoded' });
    await heard;
    times.push(performance.now() - startedAt);
  }
  return times.sort((left, right) => left - right)[REVOCATIONS / 2]!;
}

async function round(beside: string, strangers: number): Promise<number> {
  const verifiers = await Promise.all(Array.from({ length: VERIFIERS }, () => follow(HOME, credentials)));
  const ms = await hearing(verifiers);
  table.push({
    'strangers who follow': strangers,
    'one more': beside,
    'verifiers: in': `${areOpen(verifiers)} of ${VERIFIERS}`,
    'revocation heard by all after ms': Math.round(ms),
    MiB: load.service.memoryMiB(),
  });
  expect(areOpen(verifiers)).toBe(VERIFIERS);
  for (const stream of verifiers) stream.destroy();
  return ms;
}

describe('ten addresses that hold as many event streams as they can', () => {
  it('keep no verifier out, and none of them long in the dark', async () => {
    const alone = await round('-', 0);
    const strangers = await Promise.all(
      Array.from({ length: STREAMS + VERIFIERS }, (_, n) => follow(addressOf(n % ADDRESSES))),
    );
    for (const stream of strangers) stream.resume();
    expect(areOpen(strangers)).toBe(STREAMS);
    const { statusCode } = await follow('203.0.113.1');
    const beside = await round(String(statusCode), STREAMS);
    expect(statusCode).toBe(503);
    expect(beside).toBeLessThanOrEqual(MAX_SLOWER * alone);
  });
});
